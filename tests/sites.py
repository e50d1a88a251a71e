"""A server of our own in the site's place, and languages that say what they are told to.

Its pages have the site's forms, as aocd knows them; what they say is invented.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

USER = "github.someone.1234"

# Two languages whose outcomes stand in the input itself, by name: what a test serves is what they say.
LANGUAGES = """
import json, time

class Alpha:
    days = ["aoc2020/day07", "aoc2020/day08", "aoc2020/day25", "aoc2025/day12"]

    @classmethod
    def puzzles(cls):
        return cls.days

    @classmethod
    def about(cls):
        return {"title": cls.__name__, "order": 9, "version": "0", "flags": ""}

    @classmethod
    def solve(cls, puzzle, text):
        return tuple(json.loads(text)[cls.__name__.lower()])

class Beta(Alpha):
    days = ["aoc2020/day07", "aoc2020/day25"]
"""


def install(folder: Path, alpha: str = "alpha", beta: str = "beta") -> None:
    """Lays the two languages, under these names, where a ``PYTHONPATH`` finds them before others."""
    package = folder / "said_aloud-0.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Name: said-aloud\n")
    declared = f"[threefold.languages]\n{alpha} = said_aloud:Alpha\n{beta} = said_aloud:Beta\n"
    (package / "entry_points.txt").write_text(declared)
    (folder / "said_aloud.py").write_text(LANGUAGES)


# The start of a program whose requests for the site all go to the address in SITE.
LOCAL = """
import os
import aocd.utils, urllib3

class Local(urllib3.PoolManager):
    def urlopen(self, method, url, redirect=True, **more):
        url = url.replace("https://adventofcode.com", os.environ["SITE"])
        return super().urlopen(method, url, redirect=redirect, **more)

aocd.utils.http.pool_manager = Local(headers=aocd.utils.http.pool_manager.headers)
"""


# The site's pages


def page(day: str = "2020/7", known: tuple[str, ...] = (), logged_in: bool = True) -> str:
    year, number = day.split("/")
    user = '<div class="user">someone</div>' if logged_in else f'<a href="/{year}/auth/login">[Log In]</a>'
    article = (
        f'<article class="day-desc"><h2>--- Day {number}: Invented ---</h2><p>Add the numbers:</p>'
        "<pre><code>1\n2\n3\n</code></pre><p>Their sum is <code><em>6</em></code>.</p></article>"
    )
    told = [f"{article}<p>Your puzzle answer was <code>{answer}</code>.</p>" for answer in known] or [article]
    complete = ["", "The first half of this puzzle is complete! It provides one gold star: *"][len(known)]
    return (
        f"<!DOCTYPE html><html><head><title>Day {number} - Advent of Code {year}</title></head>"
        f"<body><header><h1><a>Advent of Code</a></h1>{user}</header>"
        f'<main>{"".join(told)}<p class="day-success">{complete}</p></main></body></html>'
    )


def answered(words: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Advent of Code</title></head><body><main>"
        f"<article><p>{words}</p></article></main></body></html>"
    )


RIGHT = answered(
    "That's the right answer!  You are <span>one gold star</span> closer. <a>[Continue to Part Two]</a>"
)
SETTINGS = (
    '<html><body>Advent of Code<span><input/>Link to https://github.com/someone</span><code title="x">'
    "ownerproof-1234-5678</code></body></html>"
)
LOCKED = "Please don't repeatedly request this endpoint before it unlocks!\n"


Reply = str | tuple[int, str] | Callable[[], str] | None  # none cuts the connection


@dataclass
class Site:
    """What the server gives at each path, and each request that it got."""

    address: str = ""
    pages: dict[str, Reply] = field(default_factory=dict)
    requests: list[tuple[str, str, str, dict[str, str]]] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)  # all of the requests but the cookies

    def asked(self, method: str) -> list[str]:
        return [path for asked, path, *_ in self.requests if asked == method]

    @property
    def posted(self) -> list[dict[str, str]]:
        return [fields for method, _, _, fields in self.requests if method == "POST"]

    @property
    def cookies(self) -> set[str]:
        return {cookie for _, _, cookie, _ in self.requests}

    def move(self, day: str) -> None:
        """Gives input and answers of day 7 for another day, too."""
        self.pages |= {f"/{day}{more}": self.pages[f"/2020/day/7{more}"] for more in ("/input", "/answer")}


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            fields = {name: values[0] for name, values in parse_qs(body).items()}
            site.requests.append((self.command, self.path, self.headers.get("Cookie", ""), fields))
            del self.headers["Cookie"]
            site.besides.append(f"{self.path} {self.headers} {body}")
            found = site.pages.get(self.path, (404, LOCKED))
            if callable(found):
                found = found()
            if found is None:
                return
            status, text = found if isinstance(found, tuple) else (200, found)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/")
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_POST = reply  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
        thread.start()
        site.address = f"http://127.0.0.1:{server.server_port}"
        yield site
        server.shutdown()
        thread.join()


def solved(part1: str, part2: str | None = None) -> tuple[object, ...]:
    return "solved", part1, part2, 1, 1, 1


def said(alpha: tuple[object, ...], beta: tuple[object, ...] | None = None) -> str:
    """An input that makes the two languages say just that."""
    return json.dumps({"alpha": alpha, "beta": beta or alpha})
