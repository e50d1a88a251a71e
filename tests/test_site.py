"""Fetch and submit, with a server of our own for the site: what it received, and what was said.

Its pages have the site's forms, as aocd knows them; what they say is invented.
"""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click
import pytest

from sites import (
    LANGUAGES,
    LOCAL,
    LOCKED,
    RIGHT,
    SETTINGS,
    USER,
    Reply,
    Site,
    answered,
    install,
    page,
    said,
    serving,
    solved,
)
from threefold.advent.cache import bare
from threefold.advent.site import agreed, silent
from threefold.cli.site import DayName
from threefold.core import catalogue
from threefold.core.contract import InvalidInput, NoAnswer, Solved, normalise
from threefold.core.days import Day, NoDay
from threefold.core.languages import Language, SolverFailed, named
from threefold.core.saving import Unusable
from threefold.core.solving import Outcome

TOKEN = "53616c7465645f5f" * 6 + "0badcafe"
OTHER = "53616c7465645f5f" * 6 + "5eedbead"
TOKEN_FILES = ("token", "tokens.json", "token2id.json")  # aocd's own
LINK = "https://adventofcode.com/2020/day/7"

# The command line, on such a site.
PROGRAM = (
    LOCAL
    + """
import sys
import threefold.advent.site
{languages}
{then}
from threefold.cli import main
main(sys.argv[1:], prog_name="threefold")
"""
)


# Without the languages of this checkout, which may solve the same days in earnest.
ALONE = (
    "import threefold.core.languages as found; everyone = found.declared; "
    "found.declared = lambda: [one for one in everyone() if one.name in ('alpha', 'beta')]"
)

ADVICE = (
    "  If you're stuck, make sure you're using the full input data; there are also some general tips. "
    'Please wait one minute before trying again. <a href="/2020/day/7">[Return to Day 7]</a>'
)
WRONG = answered("That's not the right answer." + ADVICE)
HIGH = answered("That's not the right answer; your answer is too high." + ADVICE)
LOW = answered("That's not the right answer; your answer is too low." + ADVICE)
UNLUCKY = answered(
    "That's not the right answer.  Curiously, it's the right answer for someone else; you might be logged in "
    "to the wrong account or just unlucky.  Please wait one minute before trying again."
)
SOON = answered(
    "You gave an answer too recently; you have to wait after submitting an answer before trying again.  "
    "You have 1m 30s left to wait. <a>[Return to Day 7]</a>"
)
LEVEL = answered("You don't seem to be solving the right level.  Did you already complete it?")
LOG_IN = "Puzzle inputs differ by user.  Please log in to get your puzzle input.\n"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site where day 7 of 2020 is open, and any answer to it right."""
    with serving(Site()) as made:
        made.pages = {
            "/2020/day/7": page(),
            "/2020/day/7/input": said(solved("42")),
            "/2020/day/7/answer": RIGHT,
            "/settings": SETTINGS,
        }
        yield made


# The user's side


@dataclass
class Home:
    """A user's machine: aocd's folder, our puzzles, the languages."""

    folder: Path
    site: Site
    languages: str = ALONE

    @property
    def config(self) -> Path:
        return self.folder / "aocd"

    @property
    def cache(self) -> Path:
        return self.config / USER

    def has_input(self, *outcomes: tuple[object, ...]) -> None:
        (self.cache / "2020_07_input.txt").write_text(said(*outcomes))

    def start(
        self, *arguments: str, then: str = "", typed: str | None = "y\n", **environment: str
    ) -> tuple["subprocess.Popen[str]", int]:
        """Runs the command line. What is typed lies ready at a terminal; without any, there is none."""
        stdin, keyboard = pty.openpty()[::-1] if typed is not None else os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(languages=self.languages, then=then), *arguments],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env={name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
            | {
                "SITE": self.site.address,
                "AOCD_DIR": str(self.config),
                "AOC_SESSION": TOKEN,
                "PYTHONPATH": str(self.folder / "languages"),
                "THREEFOLD_PUZZLES": str(self.folder / "puzzles"),
                "TZ": "UTC",
            }
            | environment,
        )
        os.close(stdin)
        os.write(keyboard, (typed or "").encode())
        return process, keyboard

    def end(
        self, process: "subprocess.Popen[str]", keyboard: int, status: int
    ) -> "subprocess.CompletedProcess[str]":
        """What came of it; in every run no traceback, and the token in cookies and aocd's own files alone."""
        out, err = process.communicate(timeout=60)
        os.close(keyboard)
        assert process.returncode == status, (out, err)
        assert "Traceback" not in err
        ours = [path for path in self.folder.rglob("*") if path.is_file() and path.name not in TOKEN_FILES]
        for token in (TOKEN, OTHER):
            assert token[-4:] not in out + err
            assert not any(token in path.read_text(errors="replace") for path in ours)
            assert not any(token in request for request in self.site.besides)
        return subprocess.CompletedProcess(process.args, status, out, err)

    def run(self, *arguments: str, status: int = 0, **how: str | None) -> "subprocess.CompletedProcess[str]":
        return self.end(*self.start(*arguments, **how), status)

    def submit(
        self, *more: str, day: str = "2020/7", part: int = 1, status: int = 0, **how: str | None
    ) -> "subprocess.CompletedProcess[str]":
        return self.run("submit", day, "--part", str(part), *more, status=status, **how)

    def refused(self, *more: str, status: int = 2, part: int = 1, **how: str | None) -> str:
        """Submits, and nothing reaches the site; the line that says why."""
        done = self.submit(*more, part=part, status=status, **how)
        assert not self.site.posted
        _, told, why = done.stderr.rpartition("threefold: nothing was sent: ")
        assert told and why.count("\n") == 1, done.stderr
        return why


@pytest.fixture
def home(tmp_path: Path, site: Site) -> Home:
    made = Home(tmp_path, site)
    for day in ("aoc2020/day07", "aoc2020/day08", "aoc2020/day09", "aoc2020/day25", "aoc2025/day12"):
        folder = tmp_path / "puzzles" / day
        folder.mkdir(parents=True)
        (folder / "puzzle.md").write_text("---\ntitle: Invented\nsize: 1\n---\n")
    install(tmp_path / "languages")
    made.cache.mkdir(parents=True)
    (made.config / "token2id.json").write_text(json.dumps({TOKEN: USER, OTHER: "google.other.99"}))
    return made


def clock(year: int, month: int = 1, day: int = 1) -> str:
    """Makes it that day."""
    date = f"d.datetime({year}, {month}, {day}, tzinfo=d.UTC)"
    return f"import datetime as d; threefold.advent.site.now = lambda: {date}"


# Days


@pytest.mark.parametrize(
    ("year", "last"), [(2014, 0), (2015, 25), (2021, 25), (2024, 25), (2025, 12), (2026, 12), (2031, 12)]
)
def test_the_days_of_a_year_and_the_parts_of_each(year: int, last: int) -> None:
    def parts(day: int) -> int | None:
        try:
            return Day.on(year, day).parts
        except NoDay:
            return None

    there = [2] * (last - 1) + [1] * (last > 0)
    assert [parts(day) for day in range(27)] == [None, *there, *[None] * (26 - last)]


@pytest.mark.parametrize("name", ["2030/1", "2030/01", "aoc2030/day01"])
def test_a_day_has_several_names(name: str) -> None:
    assert DayName().convert(name, None, None) == Day(2030, 1)


@pytest.mark.parametrize("name", ["hello", "2020", "2014/1", "2020/0", "2020/26", "2025/13", "aoc2020/day7x"])
def test_what_is_no_day_of_the_site(name: str) -> None:
    with pytest.raises(click.BadParameter):
        DayName().convert(name, None, None)


def test_days_that_are_not_here(home: Home, site: Site) -> None:
    assert "no day of Advent of Code" in home.run("fetch", "hello", status=2).stderr
    assert "no puzzle is called" in home.submit(day="2020/6", status=2).stderr
    assert "no installed language solves aoc2020/day09" in home.submit(day="2020/9", status=2).stderr
    assert not site.requests


# Fetching


def test_fetch_brings_the_input_and_the_examples(home: Home, site: Site) -> None:
    site.pages |= {"/2030/day/1": page("2030/1"), "/2030/day/1/input": "1\n2\n"}
    done = home.run("fetch", "2030/1", then=clock(2030, 12, 2))
    given, example = map(Path, done.stdout.splitlines())
    assert given == home.cache / "2030_01_input.txt"
    assert given.read_text() == "1\n2\n"
    assert example.parent == home.config / "prose"
    assert example.read_text() == "1\n2\n3\n"
    assert f"the input of aoc2030/day01 for {USER} is fetched" in done.stderr
    assert "by aocd's reading: part 1: 6\n" in done.stderr
    assert "these are its guess" in done.stderr
    assert "commit none" in done.stderr
    assert site.cookies == {f"session={TOKEN}"}
    assert not (home.folder / "puzzles" / "aoc2030").exists()

    again = home.run("fetch", "2030/1", then=clock(2030, 12, 2))
    assert again.stdout == done.stdout
    assert "was there already" in again.stderr
    assert site.asked("GET").count("/2030/day/1/input") == 1


def test_what_an_example_holds_for_is_said(home: Home, site: Site) -> None:
    """Day 8 of 2025 has an example with fewer pairs than the input, as aocd's parser knows."""
    site.pages |= {"/2025/day/8": page("2025/8"), "/2025/day/8/input": "1\n"}
    said = home.run("fetch", "2025/8", then=clock(2026)).stderr
    assert "(only where " in said and " is 10)\n" in said
    assert "guess" not in said


def test_without_the_page_there_is_still_the_input(home: Home, site: Site) -> None:
    site.pages["/2020/day/7"] = (500, "oops")
    done = home.run("fetch", "2020/7")
    assert done.stdout == f"{home.cache / '2020_07_input.txt'}\n"
    assert "no examples: the site is down" in done.stderr
    site.pages["/2020/day/7"] = page().replace("<pre>", "").replace("</pre>", "")
    assert "aocd finds no examples" in home.run("fetch", "2020/7").stderr


NAP = 0.5  # seconds, where the site is given 0.2
DOWN = "the site is down, or can't make sense of the token: it answers "
UNFETCHED: dict[str, tuple[Reply, str]] = {
    "not logged in": ((400, LOG_IN), "not logged in: the session token has run out"),
    "sent elsewhere": ((302, ""), "not logged in: the session token has run out"),
    "not open": ((404, LOCKED), "the site has not opened aoc2020/day07 yet; this machine's clock says 20"),
    "down": ((500, "Internal Server Error"), DOWN + "500"),
    "gateway": ((502, "<html>Bad Gateway</html>"), DOWN + "502"),
    "too many": ((429, "slow down"), "the site refuses: it answers 429"),
    "a page": (page(), "the site gave a page of a form that we don't know"),
    "slow": (lambda: time.sleep(NAP) or "", "the site did not answer within 0.2 s"),
    "cut": (None, "the connection to the site broke"),
}


@pytest.mark.parametrize("kind", UNFETCHED)
def test_an_input_that_can_not_be_had(home: Home, site: Site, kind: str) -> None:
    site.pages["/2020/day/7/input"], words = UNFETCHED[kind]
    then = "threefold.advent.site.TIMEOUT = 0.2" if kind == "slow" else ""
    done = home.run("fetch", "2020/7", then=then, status=2)
    assert done.stderr.startswith(f"threefold: {words}")
    assert done.stderr.count("\n") == 1
    assert not done.stdout
    assert not list(home.cache.iterdir()), "nothing is kept that is no input"


def test_an_answer_to_an_input_that_can_not_be_had(home: Home, site: Site) -> None:
    site.pages["/2020/day/7/input"] = (400, LOG_IN)
    assert "not logged in" in home.refused()


def test_no_network(home: Home, site: Site) -> None:
    nowhere = "http://127.0.0.1:9"
    done = home.run("fetch", "2020/7", SITE=nowhere, status=2)
    assert done.stderr == "threefold: the site can't be reached: is there a network?\n"
    home.has_input(solved("42"))
    assert "is there a network?" in home.refused(SITE=nowhere)
    assert "no examples: the site can't be reached" in home.run("fetch", "2020/7", SITE=nowhere).stderr


def test_a_day_that_is_not_open_is_not_even_asked_for(home: Home, site: Site) -> None:
    done = home.run("fetch", "2030/1", then=clock(2030, 11, 30), status=2)
    assert done.stderr == (
        "threefold: aoc2030/day01 opens at 2030-12-01 05:00 UTC; this machine's clock says "
        "2030-11-30 00:00 UTC, 1 day, 5:00:00 before\n"
    )
    assert "this machine's clock says 1970-01-01" in home.refused(then=clock(1970))
    assert not site.requests


def test_a_clock_that_is_ahead(home: Home) -> None:
    done = home.run("fetch", "2030/1", then=clock(2031), status=2)
    assert "the site has not opened aoc2030/day01 yet; this machine's clock says 2031" in done.stderr


def test_a_certificate_that_the_clock_disproves(home: Home) -> None:
    then = """
import ssl, urllib3.connection
def disproved(self):
    raise ssl.SSLCertVerificationError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate is not yet valid")
urllib3.connection.HTTPConnection.connect = disproved
"""
    done = home.run("fetch", "2020/7", then=then, status=2)
    assert "certificate does not hold at 20" in done.stderr


# Users and tokens


def test_users(home: Home, site: Site) -> None:
    assert "there is no session token" in home.refused(AOC_SESSION="")
    tokens = home.config / "tokens.json"
    tokens.write_text(json.dumps({USER: TOKEN}))
    assert USER in home.run("fetch", "2020/7", AOC_SESSION="").stderr
    tokens.write_text(json.dumps({USER: TOKEN, "google.other.99": OTHER}))
    assert f"which of aocd's users it is for: {USER}, google.other.99" in home.refused(AOC_SESSION="")
    assert "which of aocd's users" in home.refused("--user", "nobody")
    site.requests.clear()
    done = home.run("fetch", "2020/7", "--user", "goo")
    assert done.stdout.startswith(str(home.config / "google.other.99"))
    assert site.cookies == {f"session={OTHER}"}


def test_a_new_token_finds_its_user_once(home: Home, site: Site) -> None:
    (home.config / "token2id.json").unlink()
    assert f"for {USER} is fetched" in home.run("fetch", "2020/7").stderr
    home.run("fetch", "2020/7", "--user", "someone")
    assert site.asked("GET").count("/settings") == 1


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ((302, ""), "not logged in"),
        ((503, "down"), DOWN),
        ("<html>Advent of Code</html>", "settings has a form that aocd does not know"),
        ("<html>some portal</html>", "a page of a form that we don't know"),
    ],
)
def test_a_new_token_that_fails(home: Home, site: Site, settings: Reply, words: str) -> None:
    (home.config / "token2id.json").unlink()
    site.pages["/settings"] = settings
    assert words in home.refused()
    assert site.asked("GET") == ["/settings"]


@pytest.mark.parametrize("token", [TOKEN + "\nX: y", TOKEN + "\u2026"])
def test_a_token_that_is_none(home: Home, site: Site, token: str) -> None:
    assert "the variable AOC_SESSION holds what no token can hold" in home.refused(AOC_SESSION=token)
    assert not site.requests


COPIED = {
    "with its name": f"session={TOKEN}",
    "with its name and blanks": f"  session = {TOKEN} \r\n\r\n",
    "in quotes": f'"{TOKEN}"',
    "its name in quotes": f"'session={TOKEN}'",
    "only it in quotes": f'session="{TOKEN}"',
    "a header": f"Cookie: session={TOKEN}",
    "a header in quotes": f"'cookie: session={TOKEN};'",
    "of several cookies": f"Cookie: _ga=GA1.2.3.4; session={TOKEN}; _gid=GA1.5",
    "an option of curl": f"Cookie: _gid=1;session={TOKEN}'",
    "what a server sets": f"Set-Cookie: session={TOKEN}; Path=/; HttpOnly",
    "a row of a table": f"session\t{TOKEN}\t.adventofcode.com\t/",
    "with colons": f"session: {TOKEN}",
    "as JSON": json.dumps({"session": TOKEN}),
    "Windows'": f"\ufeff{TOKEN}\r\n",
}


@pytest.mark.parametrize("kind", COPIED)
def test_a_token_with_what_was_copied_with_it(kind: str) -> None:
    assert bare(COPIED[kind], "here") == TOKEN


def test_a_token_is_bared_wherever_it_stands(home: Home, site: Site) -> None:
    for at, (place, environment) in enumerate(
        [("", COPIED["a header"]), ("token", ""), ("tokens.json", OTHER)]
    ):
        if place == "token":
            (home.config / place).write_text(COPIED["of several cookies"])
        elif place:
            (home.config / place).write_text(json.dumps({"someone else": COPIED["in quotes"]}))
        user = ["--user=else"] if place == "tokens.json" else []
        home.run("fetch", "2020/7", *user, AOC_SESSION=environment)
        (home.cache / "2020_07_input.txt").unlink()
        assert site.asked("GET").count("/2020/day/7/input") == at + 1
    assert site.cookies == {f"session={TOKEN}"}


NO_TOKENS = {
    "a name alone": ("session=", "the name of a session token, and no token"),
    "other cookies": (f"Cookie: _ga={TOKEN}; _gid=1", "cookies, and none that is called session"),
    "one other cookie": (f"auth={TOKEN}", "cookies, and none that is called session"),
    "in pieces": (f"{TOKEN[:60]}\n{TOKEN[60:]}", "in pieces"),
    "cut by an editor": (f"{TOKEN[:60]}\u2026", "what no token can hold"),
    "a backslash": (f"{TOKEN}\\", "what no token can hold"),
}


@pytest.mark.parametrize("kind", NO_TOKENS)
def test_what_is_no_token(kind: str) -> None:
    written, words = NO_TOKENS[kind]
    with pytest.raises(Unusable, match=f"^here holds .*{words}") as raised:
        bare(written, "here")
    assert TOKEN[-8:] not in str(raised.value)


def test_what_is_no_token_is_said_of_the_file(home: Home, site: Site) -> None:
    path = home.config / "token"
    path.write_text(f"{TOKEN[:60]}\n{TOKEN[60:]}\n")
    for user in ([], ["--user=someone"]):
        done = home.run("fetch", "2020/7", *user, AOC_SESSION="", status=2)
        assert done.stderr.startswith(f"threefold: {path} holds a session token in pieces")
    assert "in pieces" in home.refused(AOC_SESSION="")
    home.has_input(solved("42"))
    assert "the input of" in home.run("solve", "2020/7", AOC_SESSION="").stderr
    assert not site.requests


@pytest.mark.parametrize("remark", ["\n\n# until 2030\n", " session: bob's", " # session=x"])
def test_a_remark_after_a_token(remark: str) -> None:
    assert bare(TOKEN + remark, "here", remark=True) == TOKEN
    assert bare(" \n", "here") is None


@pytest.mark.parametrize(("name", "content"), [("tokens.json", f'["{TOKEN}"]'), ("token2id.json", '{"')])
def test_a_broken_list_of_users(home: Home, name: str, content: str) -> None:
    (home.config / name).write_text(content)
    assert f"{name} is no list of aocd's users" in home.refused("--user", "someone")


# What the languages say


def answers(part1: str, part2: str | None = None) -> Solved:
    return Solved(part1, part2, 1, 1, 1)


def told(*results: object) -> list[Outcome]:
    return [Outcome(Language(name, None), result) for name, result in zip("ab", results, strict=True)]


NOT_AGREED = {
    "other answers": (answers("42"), answers("43"), "disagree on part 1: 42 (a); 43 (b)"),
    "bad input": (answers("42"), InvalidInput(3, "no"), "disagree on part 1: 42 (a); line 3: no (b)"),
    "no answer": (
        answers("42"),
        NoAnswer("no", 1),
        "disagree on part 1: 42 (a); part 1 has no answer: no (b)",
    ),
    "same error": (InvalidInput(3, "no"), InvalidInput(3, "no"), "line 3: no"),
    "all fail": (SolverFailed("oh"), SolverFailed("dear"), "no language gives an answer to part 1"),
    "not drawn": (answers("4\n2"), answers("4\n2"), "it has several lines, and is no drawing"),
    "unknown letters": (answers("#.#\n" * 6), answers("#.#\n" * 6), "letter 1 of 1 is unknown"),
    "seven rows": (answers("#.#\n" * 7), answers("#.#\n" * 7), "drawn in 7 rows"),
    "one can't be read": (answers("EC"), answers("#.#\n" * 6), "the answer can't be sent: it is drawn"),
    "no text": (answers("\x1b[2J"), answers("\x1b[2J"), "none the site could take"),
}


@pytest.mark.parametrize("kind", NOT_AGREED)
def test_what_is_no_common_answer(kind: str) -> None:
    *results, words = NOT_AGREED[kind]
    with pytest.raises(Unusable) as raised:
        agreed(told(*results), 1)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("part", "other", "why"),
    [
        (1, SolverFailed("it broke"), "b failed: it broke"),
        (1, NoAnswer("to be written", 2), "b does not say: part 2 has no answer: to be written"),
        (1, answers("42", "other"), None),
        (2, answers("42"), "b has no part 2"),
    ],
)
def test_who_says_nothing_of_a_part_is_left_out(part: int, other: object, why: str | None) -> None:
    outcomes = told(answers("42", "42"), other)
    assert agreed(outcomes, part) == "42"
    assert [silent(one, part) for one in outcomes] == [None, why]


def test_disagreement_is_not_sent(home: Home, site: Site) -> None:
    site.pages["/2020/day/7/input"] = said(solved("42"), solved("43"))
    assert "the languages disagree on part 1: 42 (alpha); 43 (beta)" in home.refused(status=1)
    assert site.asked("GET") == ["/2020/day/7/input"]


@pytest.mark.parametrize(
    ("answer", "words"), [("", "it is empty"), ("None", "cowardly refusing to submit non-answer: 'None'")]
)
def test_what_is_no_answer_is_not_sent(home: Home, site: Site, answer: str, words: str) -> None:
    site.pages["/2020/day/7/input"] = said(solved(answer))
    assert words in home.refused()


def test_a_language_that_never_ends_is_named_and_left_out(home: Home, site: Site) -> None:
    (home.folder / "languages" / "said_aloud.py").write_text(
        LANGUAGES + "    @classmethod\n    def solve(cls, puzzle, text):\n        time.sleep(60)\n"
    )
    assert "threefold: beta failed: timed out after 0.5 s\n" in home.submit("--time-limit=0.5").stderr
    assert site.posted == [{"level": "1", "answer": "42"}]


def test_a_day_in_one_language_only(home: Home, site: Site) -> None:
    site.move("2020/day/8")
    site.pages["/2020/day/8"] = page("2020/8")
    assert "right: 42 is part 1 of aoc2020/day08" in home.submit(day="2020/8").stdout


def test_drawn_letters_are_read_and_then_sent(home: Home, site: Site) -> None:
    drawn = "\n".join(["####..##.", "#....#..#", "###..#...", "#....#...", "#....#..#", "####..##."])
    site.pages["/2020/day/7/input"] = said(solved(drawn), solved("EC"))
    assert "Send EC as part 1" in home.submit().stderr
    assert site.posted == [{"level": "1", "answer": "EC"}]


def test_the_real_languages(home: Home, site: Site) -> None:
    puzzle = catalogue.find("2021/1")
    text = puzzle.generate(Random(1))
    answer = named("python").solve(puzzle.name, normalise(text.encode())).part1
    home.languages = ""
    site.move("2021/day/1")
    site.pages |= {"/2021/day/1": page("2021/1"), "/2021/day/1/input": text + "\n"}
    done = home.submit(day="2021/1", THREEFOLD_PUZZLES=str(catalogue.root()))
    assert "all 3 languages agree" in done.stdout
    assert site.asked("GET") == ["/2021/day/1/input", "/2021/day/1"]
    assert site.posted == [{"level": "1", "answer": answer}]


# What the site says


def unsure(words: str) -> str:
    return f"{words}; whether it has the answer is not known: look at {LINK} before you send it again"


FORM = "the site answered in a form that we don't know"
OUTCOMES: dict[str, tuple[Reply, int, str]] = {
    "right": (RIGHT, 0, f"right: 42 is part 1 of aoc2020/day07; part 2 is open: {LINK}#part2"),
    "wrong": (WRONG, 1, "wrong: 42 is not right for part 1 of aoc2020/day07; wait one minute before"),
    "too high": (HIGH, 1, "wrong: 42 is too high for part 1 of aoc2020/day07; wait one minute before"),
    "too low": (LOW, 1, "wrong: 42 is too low for part 1 of aoc2020/day07; wait one minute before"),
    "unlucky": (UNLUCKY, 1, f"it is right for someone else: is {USER} the right user?"),
    "too soon": (
        SOON,
        2,
        "too soon after the last answer: the site has not looked at this one, and wants",
    ),
    "level": (LEVEL, 2, "the site takes no answer to part 1 of aoc2020/day07: it is already solved, or not"),
    "logged out": (page(logged_in=False), 2, "not logged in: the session token has run out"),
    "sent elsewhere": ((302, ""), 2, "not logged in: the session token has run out"),
    "down": ((500, "Internal Server Error"), 2, unsure(DOWN + "500")),
    "gateway": ((502, "<html>Bad Gateway</html>"), 2, unsure(DOWN + "502")),
    "another form": (answered("We are painting the walls."), 2, unsure(FORM)),
    "no article": ("<html>a portal</html>", 2, unsure(FORM)),
    "slow": (lambda: time.sleep(NAP) or "", 2, unsure("the site did not answer within 0.2 s")),
    "cut": (None, 2, unsure("the connection to the site broke")),
}


@pytest.mark.parametrize("kind", OUTCOMES)
def test_what_the_site_says_is_one_line(home: Home, site: Site, kind: str) -> None:
    site.pages["/2020/day/7/answer"], status, words = OUTCOMES[kind]
    done = home.submit(then="threefold.advent.site.TIMEOUT = 0.2" if kind == "slow" else "", status=status)
    assert site.posted == [{"level": "1", "answer": "42"}], "sent once, whatever came back"
    assert site.cookies == {f"session={TOKEN}"}
    assert f"Send 42 as part 1 of aoc2020/day07 for {USER}? [y/N]: " in done.stderr
    assert "all 2 languages agree" in done.stdout
    assert words in (done.stderr if status == 2 else done.stdout).splitlines()[-1]
    assert "\x1b" not in done.stdout + done.stderr
    assert (home.cache / "2020_07a_answer.txt").is_file() == (kind == "right")
    remembered = ("right", "wrong", "too high", "too low", "unlucky", "level")
    assert (home.cache / "2020_07_post.json").is_file() == (kind in remembered)


def test_a_wrong_answer_is_not_sent_again(home: Home, site: Site) -> None:
    site.pages["/2020/day/7/answer"] = HIGH
    home.submit(status=1)
    site.requests.clear()
    assert "42 is wrong: the site has said before that 42 is too high" in home.refused(status=1)
    home.has_input(solved("43"))
    assert "43 is wrong: the site has said before that 42 is too high" in home.refused(status=1)
    home.has_input(solved("41"))
    site.pages["/2020/day/7/answer"] = RIGHT
    assert "right: 41" in home.submit().stdout


def test_what_was_right_is_not_sent_again(home: Home, site: Site) -> None:
    home.submit()
    site.requests.clear()
    assert "part 1 of aoc2020/day07 is already solved, with 42\n" in home.refused()
    assert not site.requests


def test_solved_in_a_browser(home: Home, site: Site) -> None:
    site.pages["/2020/day/7"] = page(known=("42",))
    assert home.refused() == "part 1 of aoc2020/day07 is already solved, with 42\n"
    home.has_input(solved("41"))
    assert home.refused(status=1).endswith("is already solved, with 42: 41 is wrong\n")


def test_solved_in_a_browser_while_we_ask(home: Home, site: Site) -> None:
    def too_late() -> str:
        site.pages["/2020/day/7"] = page(known=("42",))
        return LEVEL

    site.pages["/2020/day/7/answer"] = too_late
    assert "it is already solved, with 42" in home.submit(status=2).stderr


def test_part_2(home: Home, site: Site) -> None:
    site.pages["/2020/day/7/input"] = said(solved("42", "77"))
    assert "part 1 of aoc2020/day07 comes first" in home.refused(part=2)
    site.pages["/2020/day/7"] = page(known=("42",))
    assert home.submit(part=2).stdout.endswith("right: 77 is part 2 of aoc2020/day07\n")
    assert site.posted == [{"level": "2", "answer": "77"}]


def test_part_2_is_not_the_answer_of_part_1(home: Home, site: Site) -> None:
    site.pages |= {"/2020/day/7": page(known=("42",)), "/2020/day/7/input": said(solved("42", "42"))}
    assert "because that was the answer for part a" in home.refused(part=2)


def test_a_token_that_has_run_out_is_seen_before_anything_is_sent(home: Home, site: Site) -> None:
    site.pages["/2020/day/7"] = page(logged_in=False)
    assert "not logged in" in home.refused()


@pytest.mark.parametrize("day", ["2020/25", "2025/12"])
def test_the_last_star_is_left_to_the_user(home: Home, site: Site, day: str) -> None:
    """aocd would get it by itself, once it sees that all others are there."""
    year, number = day.split("/")
    took = "00:10:00" if year == "2025" else "00:10:00  100  0"
    days = [f"{one:>3} {took} {took}" for one in range(1, int(number))]
    board = "\n".join([*days, f"{number:>3} {took} -"])
    site.move(f"{year}/day/{number}")
    site.pages[f"/{year}/day/{number}"] = page(day)
    site.pages[f"/{year}/leaderboard/self"] = answered(f"Advent of Code<pre>{board}\n</pre>")
    done = home.submit(day=day)
    assert "right: 42" in done.stdout
    assert f"the last one waits at https://adventofcode.com/{year}/day/{number}" in done.stdout
    assert "has one part" in home.submit(day=day, part=2, status=2).stderr
    assert site.posted == [{"level": "1", "answer": "42"}]


def test_the_last_day_while_other_stars_are_missing(home: Home, site: Site) -> None:
    site.move("2020/day/25")
    site.pages |= {"/2020/day/25": page("2020/25"), "/2020/leaderboard/self": (500, "oops")}
    assert home.submit(day="2020/25").stdout.endswith("right: 42 is part 1 of aoc2020/day25\n")


# The user's yes


def test_without_a_terminal_nothing_is_sent(home: Home, site: Site) -> None:
    assert "it takes a yes at a terminal" in home.refused(typed=None)
    assert not site.requests


@pytest.mark.parametrize("typed", ["n\n", "\n", "maybe\nno\n"])
def test_without_a_yes_nothing_is_sent(home: Home, typed: str) -> None:
    assert "you did not say yes" in home.refused(typed=typed)


def test_an_interrupt_at_the_question(home: Home, site: Site) -> None:
    process, keyboard = home.start("submit", "2020/7", "--part=1", typed="")
    assert process.stderr
    question = ""
    while not question.endswith("[y/N]:"):
        question += process.stderr.read(1)
    while process.poll() is None:  # one that comes before Python waits for a key goes unnoticed
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
    done = home.end(process, keyboard, 130)
    assert done.stderr.endswith("threefold: interrupted: nothing was sent\n")
    assert not site.posted


def test_an_interrupt_while_the_answer_is_on_its_way(home: Home, site: Site) -> None:
    def interrupt() -> str:
        process.send_signal(signal.SIGINT)
        time.sleep(NAP)
        return RIGHT

    site.pages["/2020/day/7/answer"] = interrupt
    process, keyboard = home.start("submit", "2020/7", "--part=1")
    done = home.end(process, keyboard, 130)
    assert "threefold: interrupted: whether it has the answer is not known: look at" in done.stderr


# The cache


def test_a_broken_memory_stops_it(home: Home) -> None:
    (home.cache / "2020_07_post.json").write_text('[{"part"')
    assert "2020_07_post.json is no record of answers, or is cut short" in home.refused()


@pytest.mark.parametrize("content", [b"\xff", b""])
def test_a_broken_input(home: Home, content: bytes) -> None:
    path = home.cache / "2020_07_input.txt"
    path.write_bytes(content)
    assert str(path) in home.refused()
    assert str(path) in home.run("fetch", "2020/7", status=2).stderr


def test_a_full_disk(home: Home) -> None:
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({}, resource.RLIM_INFINITY))"
    done = home.run("fetch", "2020/7", then=full.format(0), status=2)
    assert done.stderr.endswith("2020_07_input.txt: File too large\n")
    home.run("fetch", "2020/7")
    assert "2020_07_post.json: File too large" in home.refused(then=full.format(1 << 15))


def test_a_disk_that_fills_up_while_the_answer_is_on_its_way(home: Home, site: Site) -> None:
    site.pages["/2020/day/7/answer"] = HIGH
    then = """
from aocd.models import Puzzle
def full(*_, **__):
    raise OSError(28, "No space left on device")
Puzzle._save_submit_result = full
"""
    done = home.submit(then=then, status=1)
    assert "wrong: 42 is too high" in done.stdout
    assert "aocd could not write that down" in done.stdout


def test_help_has_examples(home: Home) -> None:
    for command in ("fetch", "submit"):
        assert f"Example: threefold {command} 2026/1" in home.run(command, "--help").stdout
