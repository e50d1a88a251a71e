"""Advent of Code's site, through aocd (advent-of-code-data): inputs and examples come in, answers go out.

All talking and remembering is aocd's. What is here keeps it from sending what nobody said yes to, or from
sending again by itself, and says in one line what came of it. No session token is ever in such a line.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import datetime
from importlib.resources import files
from io import StringIO
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import NamedTuple, Self

import aocd_example_parser  # type: ignore[import-untyped]
from aocd.exceptions import AocdError, DeadTokenError, PuzzleLockedError
from aocd.models import AOCD_CONFIG_DIR, AOCD_DATA_DIR, Puzzle, User
from aocd.utils import AOC_TZ, atomic_write_file, http
from bs4 import BeautifulSoup
from urllib3 import BaseHTTPResponse, Retry
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from ..core.answers import Unreadable, typed
from ..core.contract import UNWRITTEN, NoAnswer, Solved
from ..core.languages import SolverFailed
from ..core.saving import Unusable, load, reading
from ..core.solving import Outcome
from .cache import bare, default_token

TIMEOUT = 20.0  # seconds for a connection, and again for an answer; urllib3 would wait forever
UNSURE = "whether it has the answer is not known: look at {url} before you send it again"
LEVEL = "Did you already complete it"
RIGHT = ("That's the right answer", "You've finished every puzzle")
WRONG = {
    "your answer is too high": "too high",
    "your answer is too low": "too low",
    "That's not the right answer": "not right",
}


class Refused(Unusable):
    """Nothing is to be had from the site, or nothing may be sent; the text says why."""


class Disagreement(Unusable):
    """The languages don't give the same answer; the text says which gives what."""


class Withheld(Exception):
    """aocd was about to send an answer that nobody said yes to."""


class Verdict(NamedTuple):
    """What the site says of an answer, in a line."""

    right: bool
    words: str


class Example(NamedTuple):
    """An example as a file, its answers, what they hold for only (else empty), and whether it is guessed."""

    path: Path
    answers: tuple[str | None, str | None]
    remark: str
    guessed: bool


class Door:
    """aocd's one way to the site, watched while this is entered.

    It stays shut for answers until `unlocked`, and then lets one through: aocd by itself would wait and send
    again when an answer came too soon, or send the last star's for us. What is no answer to what was asked
    (other pages, errors) ends here, before aocd keeps it.
    """

    def __init__(self) -> None:
        self.unlocked = False
        self.tried = False  # an answer is on its way, or was
        self.message = ""  # what the site said of it
        self.refused: Exception | None = None  # for what aocd asks and then hides
        self._get, self._post = http.get, http.post
        self._settings = dict(http.pool_manager.connection_pool_kw)

    def get(self, url: str, token: str | None = None, redirect: bool = True) -> BaseHTTPResponse:
        """A page or an input. Raises `Refused`, `DeadTokenError` or `PuzzleLockedError`."""
        try:
            response = self._answered(lambda: self._get(url, token=token, redirect=redirect))
            body, is_input = _text(response), url.endswith("/input")
            is_page = body.lstrip().lower().startswith(("<!doctype", "<html"))
            if is_page if is_input else "Advent of Code" not in body:
                raise Refused("the site gave a page of a form that we don't know")
            return response
        except Exception as error:
            self.refused = error
            raise

    def post(self, url: str, token: str, fields: dict[str, str]) -> BaseHTTPResponse:
        """Sends an answer, once. Raises `Withheld`, `Refused` or `DeadTokenError`."""
        if not self.unlocked:
            raise Withheld
        self.unlocked, self.tried = False, True
        unsure = UNSURE.format(url=url.removesuffix("/answer"))
        try:
            response = self._answered(lambda: self._post(url, token=token, fields=fields))
        except Refused as error:
            if isinstance(error, Unreached):
                self.tried = False
                raise
            raise Refused(f"{error}; {unsure}") from None
        article = BeautifulSoup(response.data, "html.parser").article
        message = " ".join(article.text.split()) if article else ""
        if "You gave an answer too recently" in message:
            wait = re.search(r"You have (.+?) left to wait", message)
            raise Refused(
                "too soon after the last answer: the site has not looked at this one"
                + (f", and wants you to wait {wait[1]}" if wait else "")
            )
        if not any(known in message for known in (LEVEL, *RIGHT, *WRONG)):
            raise Refused(f"the site answered in a form that we don't know; {unsure}")
        self.message = message
        return response

    @staticmethod
    def _answered(ask: Callable[[], BaseHTTPResponse]) -> BaseHTTPResponse:
        """The site's answer, where it is one to a user who is logged in."""
        try:
            response = ask()
        except HTTPError as error:
            raise _unreached(error) from None
        except (ValueError, TypeError):  # their texts hold the token
            raise Unreached("the session token holds what no token can hold: was it copied whole?") from None
        body = _text(response)
        if 300 <= response.status < 400 or "[Log In]" in body or "Please log in" in body:
            raise DeadTokenError
        if response.status >= 500:
            raise Refused(f"the site is down, or can't make sense of the token: it answers {response.status}")
        if response.status == 404:
            raise PuzzleLockedError
        if response.status >= 400:
            raise Refused(f"the site refuses: it answers {response.status}")
        return response

    def __enter__(self) -> Self:
        http.get, http.post = self.get, self.post  # type: ignore[method-assign, assignment]
        # A request goes where it was meant to go, and only one that never arrived is made again.
        retries = Retry(total=1, other=0, redirect=0, raise_on_redirect=False)
        http.pool_manager.connection_pool_kw.update(timeout=TIMEOUT, retries=retries)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        http.get, http.post = self._get, self._post  # type: ignore[method-assign]
        http.pool_manager.connection_pool_kw = self._settings


class Unreached(Refused):
    """The request never arrived."""


def _unreached(error: HTTPError) -> Refused:
    """Why there is no answer; `Unreached` where the site has not even seen the request."""
    reason = error.reason if isinstance(error, MaxRetryError) else error
    if isinstance(reason, SSLError) and "CERTIFICATE_VERIFY_FAILED" in str(reason):
        if re.search("expired|not yet valid", str(reason)):
            return Unreached(f"the site's certificate does not hold at {_clock()}: is that the time?")
        return Unreached("the site's certificate can't be verified: is it the site that answers here?")
    if isinstance(reason, NewConnectionError | ProxyError):
        return Unreached("the site can't be reached: is there a network?")
    if isinstance(reason, ConnectTimeoutError | ReadTimeoutError):
        kind = Unreached if isinstance(reason, ConnectTimeoutError) else Refused
        return kind(f"the site did not answer within {TIMEOUT:g} s")
    return Refused("the connection to the site broke")


class Visit:
    """A day of a user on the site. All methods raise `Unusable` with one line on what is wrong."""

    def __init__(self, year: int, day: int, user: str | None, door: Door):
        self.name = f"aoc{year}/day{day:02}"
        self.door = door
        with _plainly(self.name):
            found = _user(user)
            self.user = _identity(found)
            self.puzzle = Puzzle(year, day, found)

    @property
    def has_input(self) -> bool:
        return self.puzzle.input_data_path.is_file()

    def input(self) -> Path:
        """Where the input lies in aocd's cache, fetched if it was not there."""
        path = self.puzzle.input_data_path
        opens = self.puzzle.unlock_time(local=False)
        if not self.has_input and now() < opens:
            here = f"{self.puzzle.unlock_time():%Y-%m-%d %H:%M %Z}"
            left = str(opens - now()).split(".")[0]
            raise Refused(f"{self.name} opens at {here}; this machine's clock says {_clock()}, {left} before")
        with _plainly(self.name), reading(path, "input"):
            empty = not self.puzzle.input_data.strip()
        if empty:
            raise Refused(f"{path} is empty: without it, the input is fetched anew")
        return path

    def examples(self) -> list[Example]:
        """The examples that aocd finds, as files beside the page in its cache.

        They are puzzle text, and so lie where nothing gets committed.
        """
        self.door.refused = None
        found = []
        with _plainly(self.name):
            examples = self.puzzle.examples
            if self.door.refused:  # aocd has hidden it
                raise self.door.refused
            guessed = self._newer()
        for number, example in enumerate(examples, 1):
            prose = self.puzzle.prose0_path
            path = prose.with_name(prose.name.replace("_prose.0.html", f"_example{number}.txt"))
            with reading(path, "example"):
                atomic_write_file(path, example.input_data + "\n")
            remark = ", ".join(f"{name} is {value}" for name, value in (example.extra or {}).items())
            found.append(Example(path, example.answers, remark, guessed))
        return found

    def _newer(self) -> bool:
        """Is the day newer than those whose examples aocd's parser has been shown?"""
        known = json.loads((files(aocd_example_parser) / "examples.json").read_text(encoding="utf-8"))
        latest: str = max(name for name in known if name[0].isdigit())
        return f"{self.puzzle.year}/{self.puzzle.day:02}" > latest

    def answer(self, part: int) -> str | None:
        """The right answer, where the user has given it already."""
        with _plainly(self.name):
            try:
                return getattr(self.puzzle, f"answer_{'ab'[part - 1]}", None) or None
            except ValueError:
                raise Refused("the puzzle's page has a form that aocd does not know") from None

    def remembered(self, answer: str, part: int) -> str | None:
        """Why aocd knows the answer to be wrong; none where it would send it."""
        said = StringIO()
        with _plainly(self.name), reading(self.puzzle.submit_results_path, "record of answers"):
            try:
                with redirect_stdout(said):
                    self._submit(answer, part)
            except Withheld:
                return None
        line = " ".join(re.sub(r"\x1b\[\d+m", "", said.getvalue()).split())
        earlier = re.search(r"previously submitted (.+?) and the server", line)
        kinds = WRONG | {RIGHT[0]: "right"}
        judged = next((words for known, words in kinds.items() if known in line), None)
        return f"the site has said before that {earlier[1]} is {judged}" if earlier and judged else line

    def send(self, answer: str, part: int) -> Verdict:
        """Sends the answer, once, and says what came of it."""
        where = f"part {part} of {self.name}"
        note = ""
        with reading(self.puzzle.submit_results_path, "record of answers"):
            self._room()
        self.door.unlocked = True
        try:
            with _plainly(self.name):
                self._submit(answer, part)
        except Withheld:
            note = f"; you have all other stars, and the last one waits at {self.puzzle.url}"
        except Unusable as error:  # the site's word counts, whatever came after it
            if not self.door.message:
                raise
            if isinstance(error.__cause__, OSError):
                note = f"; aocd could not write that down: {error}"
        finally:
            self.door.unlocked = False
        message = self.door.message
        if not message:
            raise Refused("aocd remembers an answer that makes this one impossible")
        if LEVEL in message:
            known = self.answer(part)
            why = f"already solved, with {known}" if known else "already solved, or not open yet"
            raise Refused(f"the site takes no answer to {where}: it is {why}")
        if any(words in message for words in RIGHT):
            if part == 1 and not note and not self.puzzle._is_final_day:
                note = f"; part 2 is open: {self.puzzle.url}#part2"
            return Verdict(True, f"right: {answer} is {where}{note}")
        judged = next(words for known, words in WRONG.items() if known in message)
        if "right answer for someone else" in message:
            note = f"; it is right for someone else: is {self.user} the right user?{note}"
        if wait := re.search(r"wait (.+?) before trying again", message):
            note = f"; wait {wait[1]} before the next{note}"
        return Verdict(False, f"wrong: {answer} is {judged} for {where}{note}")

    def _submit(self, answer: str, part: int) -> None:
        """aocd's checks, then its request; no page in a browser, and no second look at the puzzle's."""
        self.puzzle._submit(answer, part=part, reopen=False, precheck=False)  # type: ignore[no-untyped-call]

    def _room(self) -> None:
        """What can't be remembered is not sent: raises `OSError` where aocd could not write it down."""
        folder = self.puzzle.submit_results_path.parent
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as probe:
            probe.write(b" " * (1 << 16))


@contextmanager
def visiting(year: int, day: int, user: str | None) -> Iterator[Visit]:
    """The site's page of a day for a user, named as aocd knows them."""
    with Door() as door:
        yield Visit(year, day, user, door)


def _user(name: str | None) -> User:
    """The user of that name or part of one; without it, aocd's default, or the only one there is."""
    config = AOCD_CONFIG_DIR / "tokens.json"
    users: dict[str, User] = {}
    default, trouble = None, None
    try:
        default = User(token) if (token := default_token()) else None
    except Unusable as error:
        if name is None:
            raise
        trouble = error
    if default and name is None:
        return default
    if config.is_file():
        with reading(config, "list of aocd's users"):
            tokens = {str(known): str(token) for known, token in load(config).items()}
        users = {
            known: User(bare(token, f"{config}, for {known:.59},") or "") for known, token in tokens.items()
        }
    wanted = name or ""
    if default and not any(wanted in known for known in users):
        users[_identity(default)] = default
    if not users:
        raise trouble or Refused(
            "there is no session token: put the site's cookie `session` into "
            f"{AOCD_CONFIG_DIR / 'token'}, or into the variable AOC_SESSION"
        )
    matching = [wanted] if wanted in users else [known for known in users if wanted in known]
    if len(matching) != 1:
        # A name as long as a token may be one that has slipped in.
        names = ", ".join(known if len(known) < 60 else "…" for known in users)
        raise Refused(f"say with --user which of aocd's users it is for: {names}")
    return users[matching[0]]


def _identity(user: User) -> str:
    """The name of a user's folder in the cache; the site is asked for it when a token is new."""
    with reading(AOCD_CONFIG_DIR / "token2id.json", "list of aocd's users"):
        try:
            return user.id
        except (AttributeError, IndexError):
            raise Refused("the site's page of settings has a form that aocd does not know") from None


@contextmanager
def _plainly(name: str) -> Iterator[None]:
    """Whatever aocd raises about the site, as `Refused`. What it prints and logs, ends of tokens, is lost."""
    try:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            yield
    except DeadTokenError:
        raise Refused("not logged in: the session token has run out, or is not whole") from None
    except PuzzleLockedError:
        raise Refused(f"the site has not opened {name} yet; this machine's clock says {_clock()}") from None
    except AocdError as error:
        raise Refused(f"aocd: {error}") from None
    except OSError as error:
        raise Unusable(f"{error.filename or AOCD_DATA_DIR}: {error.strerror}") from error
    except (Unusable, Withheld):
        raise
    except Exception as error:
        raise Refused(f"aocd broke: {type(error).__name__}") from error


def silent(outcome: Outcome, part: int) -> str | None:
    """Why a language says nothing of a part; none where it says something."""
    match outcome.result:
        case Solved(answers=answers) if answers[part - 1] is None:
            return f"{outcome.language.name} has no part {part}"
        case Solved(answers=answers) if answers[part - 1] == UNWRITTEN:
            return f"{outcome.language.name}: part {part} is {UNWRITTEN}"
        case SolverFailed() as error:
            return f"{outcome.language.name} failed: {error}"
        case NoAnswer(part=other) as error if other > part:
            return f"{outcome.language.name} does not say: {error}"
    return None


def agreed(outcomes: Iterable[Outcome], part: int) -> str:
    """The one answer to a part that all languages give which are not silent on it; drawn letters are read.

    Raises `Disagreement`, or `Refused` where there is no answer.
    """
    answers: dict[str, list[str]] = {}
    errors: dict[str, list[str]] = {}
    for outcome in outcomes:
        if silent(outcome, part):
            continue
        if isinstance(outcome.result, Solved):
            answers.setdefault(read(outcome.result.answers[part - 1] or ""), []).append(outcome.language.name)
        else:
            errors.setdefault(str(outcome.result), []).append(outcome.language.name)
    if len(answers) + len(errors) > 1:
        said = (f"{words} ({', '.join(names)})" for words, names in (answers | errors).items())
        raise Disagreement(f"the languages disagree on part {part}: {'; '.join(said)}")
    if errors:
        raise Refused(next(iter(errors)))
    if not answers:
        raise Refused(f"no language gives an answer to part {part}")
    return next(iter(answers))


def read(answer: str) -> str:
    """An answer as the site takes it: one line; drawn letters are read. Raises `Refused`."""
    try:
        return typed(answer)
    except Unreadable as error:
        raise Refused(f"the answer can't be sent: {error}") from None


def now() -> datetime:
    return datetime.now(AOC_TZ)


def _clock() -> str:
    return f"{now().astimezone():%Y-%m-%d %H:%M %Z}"


def _text(response: BaseHTTPResponse) -> str:
    return response.data.decode(errors="replace")
