"""aocd's folders: a folder a user with ``2021_06_input.txt`` in it and ``2021_06a_answer.txt`` beside.

Importing aocd takes a quarter of a second, so that what it keeps is found without it.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from ..core import saving
from ..core.answers import UNKNOWN, Answers
from ..core.saving import Unusable


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


def cached(user: str | None = None) -> list[Input]:
    """All inputs in aocd's cache, of one user or of all. Raises `Unusable`."""
    folders = [account(user)[0]] if user else users()
    return [one for folder in folders if folder for one in kept_by(folder)]


def cache() -> Path:
    """Where aocd keeps inputs and answers."""
    return Path(os.environ.get("AOCD_DIR", "~/.config/aocd")).expanduser()


def config() -> Path:
    """Where aocd keeps tokens."""
    return Path(os.environ["AOCD_CONFIG_DIR"]).expanduser() if "AOCD_CONFIG_DIR" in os.environ else cache()


def users() -> list[str]:
    """The users who have inputs in aocd's cache. Raises `Unusable` for a cache that can't be read."""
    try:
        return sorted(one.name for one in cache().iterdir() if one.is_dir() and kept_by(one.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unusable(f"{error.filename}: {error.strerror}") from None


def kept_by(user: str) -> list[Input]:
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


def account(user: str | None) -> tuple[str | None, str | None]:
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
