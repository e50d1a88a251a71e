"""aocd's folders: a folder a user with ``2021_06_input.txt`` in it and ``2021_06a_answer.txt`` beside.

Importing aocd takes a quarter of a second, so that what it keeps is found without it.
"""

import os
import re
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from ..core import saving
from ..core.answers import UNKNOWN, Answers
from ..core.saving import Unusable


class Empty(Unusable):
    """There is nothing in a file yet."""


class Fit(IntEnum):
    """How sure it is that a file is an input, before anybody has looked into it."""

    DOUBTFUL = 0  # if its content is one
    LIKELY = 1  # unless its content is none, and another file's is
    UNMISTAKABLE = 2
    KEPT = 3  # by aocd


# How a file begins that is no input, in small letters, and what it is instead.
INSTEAD = {
    b"\0gitcrypt": "encrypted by git-crypt: `git-crypt unlock` makes it readable",
    b"age-encryption.org/": "encrypted with age",
    b"-----begin age encrypted": "encrypted with age",
    b"-----begin pgp message": "encrypted with OpenPGP",
    b"$ansible_vault;": "encrypted by Ansible Vault",
    b"salted__": "encrypted with OpenSSL",
    b"u2fsdgvkx1": "encrypted with OpenSSL, as transcrypt does",
    b"version https://git-lfs": "a pointer of Git LFS: `git lfs pull` brings the file itself",
    b"/annex/objects/": "a pointer of git-annex: `git annex get` brings the file itself",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
    b"puzzle inputs differ by user": "what the site says to who is not logged in",
    b"please don't repeatedly request": "what the site says before a day opens",
    b"404 not found": "what a server says of a page that isn't there",
    b"404: not found": "what a server says of a page that isn't there",
    b"500 internal server error": "what a server says when it is broken",
    b"internal server error": "what a server says when it is broken",
    b"\xff\xfe": "UTF-16, not UTF-8: save it anew",
    b"\xfe\xff": "UTF-16, not UTF-8: save it anew",
}


def instead(data: bytes) -> str | None:
    """What a file is, where it is no input by how it begins."""
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").lower()
    found = next((words for begins, words in INSTEAD.items() if start.startswith(begins)), None)
    return found or ("no text, but bytes" if b"\0" in data else None)


@dataclass(frozen=True)
class Input:
    """A file with somebody's input of a puzzle; ``whose`` is the user's name, or the file's."""

    puzzle: str
    whose: str
    path: Path
    fetched: bool = False
    fit: Fit = Fit.KEPT

    def read(self) -> bytes:
        """The file as it is. Raises `Unusable` where it can be no input, and `Empty` where it is none yet."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            annexed = self.path.is_symlink() and "annex/objects" in os.readlink(self.path)
            why = "git-annex has not got its content: `git annex get`" if annexed else error.strerror
            raise Unusable(f"{self.path}: {why}") from None
        if not data.removeprefix(b"\xef\xbb\xbf").strip():
            raise Empty(f"{self.path} is empty")
        if other := instead(data):
            raise Unusable(f"{self.path} is {other}")
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


def cached(user: str | None = None, unreadable: list[str] | None = None) -> list[Input]:
    """All inputs in aocd's cache, of one user or of all. Raises `Unusable`.

    Of all users, those whose folders can't be read are left out, and why is added to ``unreadable``.
    """
    folders = [account(user)[0]] if user else users(unreadable)
    return [one for folder in folders if folder for one in kept_by(folder)]


def cache() -> Path:
    """Where aocd keeps inputs and answers."""
    return Path(os.environ.get("AOCD_DIR", "~/.config/aocd")).expanduser()


def config() -> Path:
    """Where aocd keeps tokens."""
    return Path(os.environ["AOCD_CONFIG_DIR"]).expanduser() if "AOCD_CONFIG_DIR" in os.environ else cache()


def users(unreadable: list[str] | None = None) -> list[str]:
    """The users who have inputs in aocd's cache. Raises `Unusable` for a cache that can't be read.

    Why a user's folder can't be is added to ``unreadable``.
    """
    try:
        folders = sorted(cache().iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unusable(f"{error.filename}: {error.strerror}") from None
    found = []
    told: list[str] = [] if unreadable is None else unreadable
    for folder in folders:
        try:
            if folder.is_dir() and kept_by(folder.name):
                found.append(folder.name)
        except OSError as error:
            told.append(f"{folder}: {error.strerror}")
        except Unusable as error:
            told.append(str(error))
    return found


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
        token = default_token()
        return owners.get(token or ""), token
    tokens = _listed("tokens.json")
    if token := bare(tokens.get(user, ""), f"{config() / 'tokens.json'}, for {user},"):
        return owners.get(token) or (user if (cache() / user).is_dir() else None), token
    if user in (known := users()) or user in owners.values():
        return user, next((token for token, owner in owners.items() if owner == user), None)
    kept_by(user)  # a folder that can't be read is no unknown user's
    names = ", ".join(sorted({*known, *tokens, *owners.values()}))
    raise Unusable(f"aocd knows no user {user!r}" + (f", but {names}" if names else " and no other"))


class NoToken(Unusable):
    """What stands where a token should is none; the text says where, and not what."""


def default_token() -> str | None:
    """The token in the environment, else the one in aocd's file, if there is any. Raises `Unusable`."""
    if token := bare(os.environ.get("AOC_SESSION", ""), "the variable AOC_SESSION"):
        return token
    path = config() / "token"
    try:
        written = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise NoToken(f"{path} is no token of the site: it is not UTF-8") from None
    return bare(written, str(path), remark=True)


QUOTES = " \t\r\n\ufeff'\"`"
HEADER = re.compile(r"(?:set-)?cookie['\"]?\s*[:=]", re.IGNORECASE)
NAMED = re.compile(r"(?:^|[;\s{'\"])session['\"]?\s*[=:](.*)|^session(?:\s(.*)|$)", re.IGNORECASE | re.DOTALL)
WHOLE = re.compile(r"[0-9a-fA-F]{64,}")  # as the site's tokens look
VALUE = re.compile(r"[!#-+\--:<-\[\]-~]+")  # what may stand in a cookie


def bare(written: str, where: str, remark: bool = False) -> str | None:
    """A token without what people copy with it: quotes, its name, the header ``Cookie``, other cookies.

    A remark may stand after the one in aocd's file. None where there is nothing. Raises `NoToken`.
    """
    if not (text := written.strip(QUOTES)):
        return None
    header = HEADER.match(text)
    text = text[header.end() :].strip(QUOTES) if header else text
    first, *more = text.split() or [""]
    token = first.strip(QUOTES)
    if not WHOLE.fullmatch(token) and (named := NAMED.search(text)):
        token = re.split(r"[;\s}]", (named[1] or named[2] or "").lstrip(QUOTES), maxsplit=1)[0].strip(QUOTES)
        if not token:
            raise NoToken(f"{where} holds the name of a session token, and no token")
    elif header or re.search("[;=]", first):
        raise NoToken(f"{where} holds cookies, and none that is called session")
    elif any(len(word) > 15 for word in more):
        raise NoToken(f"{where} holds a session token in pieces: it is one line without blanks")
    elif more and not remark:
        raise NoToken(f"{where} holds what no token can hold: was it copied whole?")
    if not VALUE.fullmatch(token):
        raise NoToken(f"{where} holds what no token can hold: was it copied whole?")
    return token


def _listed(name: str) -> dict[str, str]:
    """One of aocd's two lists: names to tokens in ``tokens.json``, tokens to folders in ``token2id.json``."""
    path = config() / name
    with saving.reading(path, "list of aocd's"):
        try:
            return {str(one): str(other) for one, other in saving.load(path).items()}
        except (FileNotFoundError, NotADirectoryError):
            return {}
