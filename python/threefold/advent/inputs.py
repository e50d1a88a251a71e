"""Inputs of people: kept in aocd's cache, fetched, or in plain files as they keep them."""

import os
import re
import string
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..core.catalogue import dated
from ..core.days import FIRST, Day, NoDay, last
from ..core.parts import need
from ..core.saving import Unusable
from .cache import Fit, Input, NoToken, account, cached, kept_by


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


# Plain files. Of a path its words and numbers count: ``2021/day 06/puzzle input``.
ENDINGS = {".txt", ".in", ".inp", ".input", ".dat", ".data", ".text"}
NO_INPUT = re.compile(
    r"\b(?:examples?|samples?|tests?|answers?|outputs?)\b|\b(?:solutions?|expected|results?)\b(?=[^/]*$)"
)
YEAR = re.compile(r"\b(?:20|(?:aoc|advent ?of ?code|advent|year|y) )(1[5-9]|[2-9]\d)\b")
YEARS = range(FIRST, 2100)
UNIT = r"(?:day|d|december|dec|aoc|puzzle|problem|challenge|p|input|in|tag|dag|jour|dia|giorno)"
KIND = r"(?:my|own|mine|puzzle|real|actual|full|main|personal|final|raw|big|large|file|data|day)"
WORDS = {
    "day": rf"(?:12 (?P<date>\d\d)|(?:{UNIT} )?(?P<day>\d\d?))",
    "month": r"12/(?P<day>\d\d)",
    "again": rf"{UNIT} (?P<again>\d\d?)",
    "number": r"(?P<again>\d\d?)",
    "title": r"(?: [^/]+)?",
    "folders": r"(?:[^/]+/)*",
    "input": rf"(?P<input>(?:{KIND} )*(?:inputs?|in|data)(?: {KIND})*)",
    "part": r"(?: (?:part )?(?:[12ab]|one|two))",
    "maybe": rf"(?:(?:input|in|data|part) \d|(?:[a-z]+ )?(?:[ab]|one|two)|{KIND}|text)",
    "words": r"[^/\d]+",
}
# What may stand after the year, the first that fits. What says that it is an input is unmistakable.
LAYOUTS = {
    "{month}{title}/{folders}{input}": Fit.LIKELY,  # 2021/12/01/input.txt
    "{day}{title}/{folders}{input}": Fit.LIKELY,  # 2021/Day 1/input.txt, 2021/01-sonar/part1/my_input
    "{day}{title}/{folders}{again}": Fit.LIKELY,  # 2021/day01/day01.txt, 2021/day1/d1.in, 2021/01/input01.txt
    "{day}{title}/{folders}{again} {input}": Fit.LIKELY,  # 2021/day01/day01_input.txt
    "{day}{title}/{folders}{number} {input}": Fit.LIKELY,  # 2021/day01/01_input.txt
    "{day}": Fit.LIKELY,  # 2021/day01.txt, 2021/1.in, 2021-12-01.txt
    "{day} {input}": Fit.LIKELY,  # 2021_01_input.txt
    "{day}{title}/{folders}{number}": Fit.DOUBTFUL,  # 2021/day06/06.txt
    "{day}{title}/{folders}{maybe}": Fit.DOUBTFUL,  # 2021/day06/input2.txt, 2021/06/puzzle.txt
    "{month}": Fit.DOUBTFUL,  # 2021/12/01.txt
    "{day}{part}": Fit.DOUBTFUL,  # 2021/day06a.txt
    "{day} {words}": Fit.DOUBTFUL,  # 2021/06-lanternfish.txt
}
# Folders may come before, but none of another day; any but the plain ones make an input doubtful.
BEFORE = rf"(?P<before>(?:(?!(?:{UNIT} )?\d\d?(?: [^/]*)?/)[^/]+/)*)"
PLAIN = re.compile(r"(?:src|main|resources|inputs?|puzzles?|data|txt|in|files|days?|december)?")


class Named(NamedTuple):
    """What a path says of a file: whose input it may be, and how surely."""

    day: Day
    fit: Fit


@cache
def _layouts() -> list[tuple[re.Pattern[str], Fit]]:
    filled = ((re.sub(r"\{(\w+)\}", lambda one: WORDS[one[1]], form), fit) for form, fit in LAYOUTS.items())
    return [(re.compile(BEFORE + form), fit) for form, fit in filled]


def filed(folder: Path, pattern: str | None = None) -> list[Input]:
    """The files below a folder that may be inputs, by a pattern such as ``{year}/day{day:02}.txt``, or by
    what people often call them.

    A year that stands in no name below the folder is looked for in the folder's own. Raises `Unusable`.
    """
    return chosen(sorted_out(folder, pattern))


def chosen(files: Iterable[tuple[str, Input | str]]) -> list[Input]:
    """Those of the files that may be inputs, in the order of the puzzles."""
    found = (one for _, one in files if isinstance(one, Input))
    return sorted(found, key=lambda one: (one.puzzle, -one.fit, one.whose.count("/"), one.whose))


def sorted_out(folder: Path, pattern: str | None = None) -> Iterator[tuple[str, Input | str]]:
    """Every file below a folder but hidden ones: what may be an input, and why others are none.

    Raises `Unusable`.
    """
    fitting = {} if pattern is None else dict(_fitting(folder, pattern))
    for path in sorted({*_files(folder), *fitting}):
        name = path.relative_to(folder).as_posix()
        found: Named | str
        if pattern is None:
            found = _recognised(name, folder)
        elif path in fitting:
            found = Named(fitting[path], Fit.UNMISTAKABLE)
        else:
            found = "the pattern does not fit"
        yield name, found if isinstance(found, str) else Input(found.day.name, name, path, fit=found.fit)


def filed_for(puzzle: str, folder: Path, pattern: str | None, accepted: Callable[[bytes], bool]) -> Input:
    """The one input of a puzzle below a folder; where there are several, the one whose content is accepted.

    Raises `Unusable` where there is none, or more.
    """
    found: dict[bytes, Input] = {}
    why = ""
    for one in filed(folder, pattern):
        if one.puzzle == puzzle:
            try:
                found.setdefault(one.read(), one)
            except Unusable as error:
                why = f": {error}"
    if len(found) > 1 or any(one.fit == Fit.DOUBTFUL for one in found.values()):
        sound = [one for data, one in found.items() if accepted(data)]
        candidates = sound or [one for one in found.values() if one.fit != Fit.DOUBTFUL]
    else:
        candidates = list(found.values())
    best = [one for one in candidates if one.fit == max(other.fit for other in candidates)]
    if len(best) == 1:
        return best[0]
    if best:
        raise Unusable(
            f"{', '.join(one.whose for one in best)} in {folder}: which? name the file, or a --pattern"
        )
    why = why or "; a --pattern says what files are called, and `threefold verify --explain` why none counts"
    raise Unusable(f"no input of {puzzle} in {folder}{why}")


def _recognised(name: str, folder: Path) -> Named | str:
    """What a path below the folder says, or why it is no input's."""
    stem, ending = os.path.splitext(name)
    if ending and ending.lower() not in ENDINGS and not ending[1:].isdigit():
        return f"its name ends in {ending}"
    while ending.lower() in ENDINGS:
        name, (stem, ending) = stem, os.path.splitext(stem)
    said = _spelt(name)
    if word := NO_INPUT.search(said):
        return f"its name says {word[0]}"
    readings = list(_dated(said))
    whole = _spelt(folder.resolve().as_posix())
    if years := list(YEAR.finditer(whole)):
        own = whole[years[-1].end() :].strip(" /")
        readings.append((int(years[-1][1]), f"{own}/{said}", own))
    if not readings:
        return "its path has no year"
    for year, rest, own in readings:
        for layout, fit in _layouts():
            found = layout.fullmatch(rest.lstrip(" /"))
            if not found or not _once(found):
                continue
            groups = found.groupdict()
            try:
                day = Day.on(2000 + year, int(groups["day"] or groups["date"]))
            except NoDay as error:
                return str(error)
            if groups.get("input"):
                fit = Fit.UNMISTAKABLE
            elif not all(one in own.split("/") or PLAIN.fullmatch(one) for one in found["before"].split("/")):
                fit = Fit.DOUBTFUL
            return Named(day, fit)
    return "its name has none of the usual forms"


def _dated(said: str) -> Iterator[tuple[int, str, str]]:
    """How a path can be read that has a year: the year, what is to give the day, and an empty text.

    Of two years the last counts that a day follows, and day06/2021 comes after 2021/day06.
    """
    years = list(reversed(list(YEAR.finditer(said))))
    for year in years:
        yield int(year[1]), said[year.end() :], ""
    if len(years) == 1:
        yield int(years[0][1]), said[: years[0].start()].rstrip(" /") + said[years[0].end() :], ""


def _spelt(path: str) -> str:
    """A path in small letters, its words and numbers separated by blanks: ``2021/day 06/puzzle input``."""
    spelt = (" ".join(re.findall(r"[^\W\d_]+|\d+", name)) for name in path.lower().split("/"))
    return "/".join(name for name in spelt if name)


def _once(found: re.Match[str]) -> bool:
    """Does a path that gives its day twice give the same day?"""
    groups = found.groupdict()
    again = groups.get("again")
    return again is None or int(again) == int(groups["day"] or groups["date"])


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder, but hidden ones."""

    def give_up(error: OSError) -> None:
        raise Unusable(f"{error.filename}: {error.strerror}")

    for parent, folders, files in os.walk(folder, onerror=give_up):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in files if not name.startswith("."))


def _fitting(folder: Path, pattern: str) -> Iterator[tuple[Path, Day]]:
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
        for day in range(1, last(year) + 1):
            for path in folder.glob(pattern.format(year=year, day=day)):
                if path.is_file():
                    yield path, Day(year, day)


def _year_of(folder: Path) -> int | None:
    """The last year that the folder's own path names."""
    years = YEAR.findall(_spelt(folder.resolve().as_posix()))
    return 2000 + int(years[-1]) if years else None
