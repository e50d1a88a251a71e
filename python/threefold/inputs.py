"""Inputs of people and the answers known of them: in aocd's cache, or in plain files as they keep them.

aocd has a folder a user with ``2021_06_input.txt`` in it and ``2021_06a_answer.txt`` beside, and fetches what
is missing. Importing it takes a quarter of a second, so that what is kept is found without it.
"""

import os
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import saving
from .catalogue import dated
from .contract import UNWRITTEN
from .saving import Unusable

Answers = tuple[str | None, str | None]
UNKNOWN: Answers = None, None


@dataclass(frozen=True)
class Input:
    """A file with somebody's input of a puzzle; ``whose`` is the user's name, or the file's."""

    puzzle: str
    whose: str
    path: Path
    fetched: bool = False

    def read(self) -> bytes:
        """The file as it is. Raises `Unusable` where there is nothing in it."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise Unusable(f"{self.path}: {error.strerror}") from None
        if not data.strip():
            raise Unusable(f"{self.path} is empty")
        return data

    @property
    def known(self) -> Answers:
        """The right answers, as far as they are kept beside the input. Raises `Unusable`."""
        return beside(self.path)


def beside(path: Path) -> Answers:
    """The right answers that aocd keeps beside an input of its own. Raises `Unusable` for unreadable ones."""
    if not path.name.endswith("_input.txt"):
        return UNKNOWN
    stem = path.name.removesuffix("_input.txt")
    first, second = (_answer(path.with_name(f"{stem}{part}_answer.txt")) for part in "ab")
    return first, second


def _answer(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Unusable(f"{path}: not UTF-8") from None


def typed(answer: str) -> str:
    """An answer as people type it: one drawn in six rows of ``#`` and ``.`` is read, if it is letters."""
    if answer.count("\n") != 5:
        return answer
    from advent_of_code_ocr import convert_6  # type: ignore[import-untyped]

    try:
        return str(convert_6(answer))
    except (KeyError, ValueError):
        return answer


def compared(answers: Answers, known: Answers) -> Iterator[tuple[int, str, str]]:
    """Each part whose right answer is known: part, answer as people type it, right answer.

    Left out are parts to be written, and letters drawn in other than six rows: we can't read those.
    """
    for part, (answer, right) in enumerate(zip(answers, known, strict=True), 1):
        if answer is not None and answer != UNWRITTEN and right is not None and answer.count("\n") in (0, 5):
            yield part, typed(answer), right


def own(puzzle: str, user: str | None = None) -> Input:
    """The input of a user, by default of the one whose token is there: kept by aocd, or fetched.

    Where no token says whose it is to be, it is that of the first user who has one. Raises `Unusable`
    with the reason where there is none.
    """
    if not (date := dated(puzzle)):
        raise Unusable(f"{puzzle} is no puzzle of Advent of Code: its inputs are generated")
    folder, token = _account(user)
    if kept := [one for one in _kept(folder) if one.puzzle == puzzle] if folder else []:
        return kept[0]
    reason = f"aocd keeps no input {f'of {user}' if user else 'of it'}, and has no token to fetch one with"
    try:
        if token:
            return _fetched(puzzle, *date, user)
    except Unusable as error:
        reason = str(error)
    if not (folder or user) and (kept := [one for one in cached() if one.puzzle == puzzle]):
        return kept[0]
    raise Unusable(reason)


def cached(user: str | None = None) -> list[Input]:
    """All inputs in aocd's cache, of one user or of all. Raises `Unusable`."""
    folders = [_account(user)[0]] if user else users()
    return [one for folder in folders if folder for one in _kept(folder)]


def cache() -> Path:
    """Where aocd keeps inputs and answers."""
    return Path(os.environ.get("AOCD_DIR", "~/.config/aocd")).expanduser()


def config() -> Path:
    """Where aocd keeps tokens."""
    return Path(os.environ["AOCD_CONFIG_DIR"]).expanduser() if "AOCD_CONFIG_DIR" in os.environ else cache()


def users() -> list[str]:
    """The users who have inputs in aocd's cache. Raises `Unusable` for a cache that can't be read."""
    try:
        return sorted(one.name for one in cache().iterdir() if one.is_dir() and _kept(one.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unusable(f"{error.filename}: {error.strerror}") from None


def _kept(user: str) -> list[Input]:
    """The inputs in a user's folder. Raises `Unusable`."""
    folder = cache() / user
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unusable(f"{folder}: {error.strerror}") from None
    return [
        Input(f"aoc{kept[1]}/day{kept[2]}", user, folder / kept[0])
        for name in names
        if (kept := re.fullmatch(r"(\d{4})_(\d{2})_input\.txt", name))
    ]


def _account(user: str | None) -> tuple[str | None, str | None]:
    """A user's folder in the cache and a token, as far as they are known. Raises `Unusable`."""
    owners = _listed("token2id.json")
    if user is None:
        token = _default_token()
        return owners.get(token or ""), token
    tokens = _listed("tokens.json")
    if token := tokens.get(user):
        return owners.get(token) or (user if (cache() / user).is_dir() else None), token
    if user in (known := users()) or user in owners.values():
        return user, next((token for token, owner in owners.items() if owner == user), None)
    names = ", ".join(sorted({*known, *tokens, *owners.values()}))
    raise Unusable(f"aocd knows no user {user!r}" + (f", but {names}" if names else " and no other"))


def _default_token() -> str | None:
    if token := os.environ.get("AOC_SESSION"):
        return token
    path = config() / "token"
    try:
        return next(iter(path.read_text(encoding="utf-8").split()), None)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Unusable(f"{path} is no token of the site") from None


def _listed(name: str) -> dict[str, str]:
    """One of aocd's two lists: names to tokens in ``tokens.json``, tokens to folders in ``token2id.json``."""
    path = config() / name
    with saving.reading(path, "list of aocd's"):
        try:
            return {str(one): str(other) for one, other in saving.load(path).items()}
        except (FileNotFoundError, NotADirectoryError):
            return {}


def _fetched(puzzle: str, year: int, day: int, user: str | None) -> Input:
    """An input from the site, kept from now on. Raises `Unusable`."""
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
