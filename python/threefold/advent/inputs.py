"""Inputs of people: kept in aocd's cache, fetched, or in plain files as they keep them."""

import os
import re
import string
from collections.abc import Iterator
from pathlib import Path

from ..core.catalogue import dated
from ..core.parts import need
from ..core.saving import Unusable
from .cache import Input, NoToken, account, cached, kept_by


def own(puzzle: str, user: str | None = None) -> Input:
    """The input of a user, by default of the one whose token is there: kept by aocd, or fetched.

    Where no token says whose it is to be, it is that of the first user who has one. Raises `Unusable`
    with the reason where there is none.
    """
    if not (date := dated(puzzle)):
        raise Unusable(f"{puzzle} is no puzzle of Advent of Code: its inputs are generated")
    reason = f"aocd keeps no input {f'of {user}' if user else 'of it'}, and has no token to fetch one with"
    folder, token = None, None
    try:
        folder, token = account(user)
    except NoToken as error:
        if user:
            raise
        reason = str(error)
    if kept := [one for one in kept_by(folder) if one.puzzle == puzzle] if folder else []:
        return kept[0]
    try:
        if token:
            return _fetched(puzzle, *date, user)
    except Unusable as error:
        reason = str(error)
    if not (folder or user) and (kept := [one for one in cached() if one.puzzle == puzzle]):
        return kept[0]
    raise Unusable(reason)


def _fetched(puzzle: str, year: int, day: int, user: str | None) -> Input:
    """An input from the site, kept from now on. Raises `Unusable`."""
    need("advent", "fetching")
    from . import site

    with site.visiting(year, day, user) as visit:
        return Input(puzzle, visit.user, visit.input(), fetched=True)


# Plain files: a year somewhere in the path or in the folder's own, and the day soon after it.
YEAR = re.compile(r"(?<!\d)20[1-9]\d(?!\d)")
ENDING = r"(?:\.(?:txt|in|input|dat|data))?"
DAY = re.compile(
    r"(?:/[a-z_.-]+)*?[/_.-]*(?:aoc|day|d|puzzle|input|in)?[_-]?(?P<day>\d{1,2})"
    rf"(?:(?:[_-][a-z_-]+)?/(?:puzzle[_-]?)?(?:input|in|data)|[_.-]?(?:puzzle[_-]?)?(?:input|in|data)?){ENDING}",
    re.IGNORECASE,
)
NO_INPUT = re.compile(r"(?<![a-z])(?:examples?|samples?|tests?|answers?|outputs?)(?![a-z])", re.IGNORECASE)
YEARS = range(2015, 2100)
DAYS = range(1, 26)


def filed(folder: Path, pattern: str | None = None) -> list[Input]:
    """The inputs below a folder, as a pattern such as ``{year}/day{day:02}.txt`` or as people often do.

    A year that stands in no name below the folder is looked for in the folder's own. Raises `Unusable`.
    """
    found = _fitting(folder, pattern) if pattern is not None else _recognised(folder)
    return sorted(
        (
            Input(f"aoc{year}/day{day:02}", path.relative_to(folder).as_posix(), path)
            for year, day, path in found
        ),
        key=lambda one: (one.puzzle, one.whose),
    )


def filed_for(puzzle: str, folder: Path, pattern: str | None = None) -> Input:
    """The one input of a puzzle below a folder. Raises `Unusable` where there is none, or more."""
    found = [one for one in filed(folder, pattern) if one.puzzle == puzzle]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unusable(
            f"{', '.join(one.whose for one in found)} in {folder}: which? name the file, or a --pattern"
        )
    raise Unusable(f"no input of {puzzle} in {folder}; a --pattern says what files are called there")


def _recognised(folder: Path) -> Iterator[tuple[int, int, Path]]:
    default = _year_of(folder)
    for path in _files(folder):
        name = "/" + path.relative_to(folder).as_posix()
        if NO_INPUT.search(name):
            continue
        dated = YEAR.search(name)
        year, rest = (int(dated[0]), name[dated.end() :]) if dated else (default, name)
        if year and (fits := DAY.fullmatch(rest)) and int(fits["day"]) in DAYS:
            yield year, int(fits["day"]), path


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder, but hidden ones."""

    def give_up(error: OSError) -> None:
        raise Unusable(f"{error.filename}: {error.strerror}")

    for parent, folders, files in os.walk(folder, onerror=give_up):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in files if not name.startswith("."))


def _fitting(folder: Path, pattern: str) -> Iterator[tuple[int, int, Path]]:
    example = "a pattern is like {year}/day{day:02}.txt"
    try:
        fields = [
            (field, spec, how)
            for _, field, spec, how in string.Formatter().parse(pattern)
            if field is not None
        ]
    except ValueError as error:
        raise Unusable(f"{pattern!r}: {error}; {example}") from None
    for field, spec, how in fields:
        if field not in ("year", "day") or how or not re.fullmatch(r"(0?\d)?d?", spec or ""):
            raise Unusable(
                f"{pattern!r}: {{year}} and {{day}} or {{day:02}} are all that it may name; {example}"
            )
    names = {field for field, _, _ in fields}
    default = _year_of(folder)
    if "day" not in names or not ("year" in names or default):
        missing = "{day}" if "day" not in names else "{year}, and the folder's name has none either"
        raise Unusable(f"{pattern!r} lacks {missing}; {example}")
    if pattern.startswith("/"):
        raise Unusable(f"{pattern!r} starts in the folder, and so without a slash; {example}")
    for year in YEARS if "year" in names or not default else [default]:
        for day in DAYS:
            for path in folder.glob(pattern.format(year=year, day=day)):
                if path.is_file():
                    yield year, day, path


def _year_of(folder: Path) -> int | None:
    """The last year that the folder's own path names."""
    years = YEAR.findall(str(folder.resolve()))
    return int(years[-1]) if years else None
