"""A checkout of 282 puzzles, made of copies under other names, and what takes how long in it.

Years that have all of their days stand, the others of 2015 to 2025 are copies of one, and teaching examples
are copied until there are twenty. `threefold new`'s layout adds each to every language's lists; then its
source's files take the place of what is to be written.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue
from ..core.catalogue import Puzzle
from ..core.days import Day, last
from .scaffold import Order, Place, checkout, languages

YEARS = range(2015, 2026)
EXAMPLES = 20  # of the folder teaching
SMALL = "2015/6"  # the puzzle that a line is changed in


class Broken(Exception):
    """The copy can't be made, or one of its commands fails; the text says why."""


def whole_years() -> list[int]:
    """The years that have all of their days."""
    there = catalogue.puzzles()
    return [
        year for year in YEARS if all(Day.on(year, day).name in there for day in range(1, last(year) + 1))
    ]


def sources() -> Iterator[tuple[Puzzle, str]]:
    """A puzzle to copy, and the name of its copy."""
    everything, whole = catalogue.puzzles(), whole_years()
    model = max(year for year in whole if last(year) == 25)
    for year in YEARS:
        if year not in whole:
            for day in range(1, last(year) + 1):
                source = Day.on(model, 25 if day == last(year) else day).name
                yield everything[source], Day.on(year, day).name
    examples = [puzzle for name, puzzle in everything.items() if name.startswith("teaching/")]
    for number in range(len(examples), EXAMPLES):
        yield examples[number % len(examples)], f"teaching/copy-{number + 1}"


def make(root: Path, copy: Path) -> int:
    """Makes the copy of a checkout; returns how many puzzles it has."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    kept = "|".join(map(str, whole_years()))
    others = re.compile(rf"/aoc(?!{kept})\d{{4}}/")  # years that are begun give way to copies
    tracked = [
        name
        for name in listed.stdout.split("\0")
        if name and (root / name).is_file() and not others.search(name)
    ]
    for name in tracked:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, copy / name)
    made: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for puzzle, name in sources():
        source, place = Place(*puzzle.name.split("/")), Place(*name.split("/"))
        plan = Order(place, puzzle.title, puzzle.meta["parts"], tuple(languages())).plan(copy)
        if plan.by_hand:
            raise Broken("\n".join(plan.by_hand))
        plan.write()
        kinds = ("puzzle", *languages())
        for old, new in zip(source.files(*kinds), place.files(*kinds), strict=True):
            text = renamed((root / old).read_text(encoding="utf-8"), source, place)
            if new.endswith("/puzzle.md"):  # as real ones, no two have one title
                text = re.sub(
                    r"^title: .*", rf"\g<0>, {place.folder} {place.stem}", text, count=1, flags=re.MULTILINE
                )
            (copy / new).write_text(text, encoding="utf-8")
            names.setdefault(old, []).append(new)
            beside = (root / old).with_suffix("")  # a module's own modules
            if beside.is_dir():
                shutil.copytree(beside, (copy / new).with_suffix(""), dirs_exist_ok=True)
        for name in tracked:  # and what else stands beside a statement, a table or pictures
            inside = name.removeprefix(f"puzzles/{puzzle.name}/")
            if inside != name and not (target := copy / "puzzles" / place.name / inside).exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / name, target)
        if source.folder != place.folder:
            made[place.folder] = source.folder
    for new, old in made.items():
        _folder(root, copy, tracked, old, new)
    over = copy / "tests" / "over_budget.toml"  # what a source may, its copies may
    lines = over.read_text(encoding="utf-8").splitlines(keepends=True)
    lines += [
        line.replace(old, new) for line in lines for old in names if f'"{old}"' in line for new in names[old]
    ]
    over.write_text("".join(lines), encoding="utf-8")
    return len(list((copy / "puzzles").glob("*/*/puzzle.md")))


def renamed(text: str, source: Place, place: Place) -> str:
    """A file of one puzzle, as that of another."""
    old, new = source.names, place.names
    text = text.replace(old["name"], new["name"])
    for before in (old["Folder"], "Laws"):
        after = new["Folder"] if before == old["Folder"] else before
        text = re.sub(rf"\b{before}\.{old['Module']}\b", f"{after}.{new['Module']}", text)
    if dated := catalogue.dated(place.name):
        text = re.sub(r"adventofcode.com/\d+/day/\d+", "adventofcode.com/{}/day/{}".format(*dated), text)
    return text if source.folder == place.folder else _moved(text, source.folder, place.folder)


def _moved(text: str, old: str, new: str) -> str:
    """A text of one folder, as that of another, without lines that list days which a shorter year lacks."""
    text = text.replace(old, new).replace(old.capitalize(), new.capitalize())
    days = last(int(new[3:]))
    missing = "|".join(f"{day:02}" for day in range(days + 1, 26))
    listing = rf"^\s*(?:Laws|{new.capitalize()})\.Day(?:{missing})\n"
    return re.sub(listing, "", text, flags=re.MULTILINE) if missing else text


def _folder(root: Path, copy: Path, tracked: list[str], old: str, new: str) -> None:
    """What a folder has beside its puzzles: shared modules, and what packages depend on."""
    own = {
        path for name in catalogue.puzzles() for path in Place(*name.split("/")).files("puzzle", *languages())
    }
    for name in tracked:
        target = copy / _moved(name, old, new)
        packaging = name.endswith((".toml", ".cabal"))
        if f"/{old}/" in name and name not in own and (packaging or not target.exists()):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_moved((root / name).read_text(encoding="utf-8"), old, new), encoding="utf-8")
    for path in copy.glob("haskell/*.cabal"):
        stanzas = re.split(r"\n\n(?=\S)", path.read_text(encoding="utf-8"))
        by_header = {stanza.partition("\n")[0]: _moved(stanza, old, new) for stanza in stanzas}
        mine = {moved.partition("\n")[0]: moved for header, moved in by_header.items() if old in header}
        together = "\n\n".join(mine.get(stanza.partition("\n")[0], stanza) for stanza in stanzas)
        path.write_text(together, encoding="utf-8")


@dataclass
class Cost:
    """What a command took: seconds of wall clock and of processor time, bytes of its largest process."""

    seconds: float
    processor: float = 0
    memory: int = 0
    first: float | None = None  # seconds until the first line that was waited for


class Stretched:
    """The copy, and its commands."""

    def __init__(self, folder: Path):
        self.folder = folder

    def run(self, *command: str, awaited: str = "") -> Cost:
        """Runs a command of the copy. Raises `Broken` where it fails."""
        began, first, said = time.monotonic(), None, []
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("THREEFOLD_")}
        process = subprocess.Popen(
            command,
            cwd=self.folder,
            env=inherited | {"VIRTUAL_ENV": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        assert process.stdout
        with (self.folder.parent / "stretch.log").open("a", encoding="utf-8") as log:
            for line in process.stdout:
                said.append(line)
                log.write(line)
                if first is None and awaited and re.search(awaited, line):
                    first = time.monotonic() - began
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise Broken(f"`{' '.join(command)}` failed:\n{''.join(said[-15:])}")
        return Cost(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, first)

    @property
    def built(self) -> bool:
        return (self.folder / ".venv" / "bin" / "threefold").exists()

    def threefold(self, *arguments: str, awaited: str = "") -> Cost:
        """By the copy's own environment; before that is built, its host by ours."""
        if self.built:
            return self.run(str(self.folder / ".venv/bin/threefold"), *arguments, awaited=awaited)
        with_host = ["env", f"PYTHONPATH={self.folder / 'python'}", sys.executable, "-m", "threefold.cli"]
        return self.run(*with_host, *arguments, awaited=awaited)

    def changed(self, language: str) -> Cost:
        """By every test of the puzzle, after a comment more in one solution."""
        self._comment(language)
        return self.run("./noxw", "--", SMALL)

    def saved(self) -> Iterator[tuple[str, float]]:
        """Seconds from a comment more in one solution to all cases right, as who writes it sees it."""
        command = [str(self.folder / ".venv/bin/threefold"), "watch", SMALL]
        with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, text=True) as watching:
            assert watching.stdout
            try:
                for language in ("", *languages(), *languages()):  # the first time more is built
                    began = time.monotonic()
                    if language:
                        self._comment(language)
                    if not any("watching" in line for line in watching.stdout):
                        raise Broken("`threefold watch` has ended")
                    yield language, time.monotonic() - began
            finally:
                watching.terminate()

    def _comment(self, language: str) -> None:
        path = self.folder / (Place.of(SMALL).solution(language) or "")
        comment = {"python": "#", "rust": "//", "haskell": "--"}[language]
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{comment} changed at {time.time():.0f}\n")


def build(copy: Stretched) -> Iterator[tuple[str, Cost]]:
    yield "everything built, `nox -s dev`", copy.run("./noxw", "-s", "dev")
    yield "the same with nothing to do", copy.run("./noxw", "-s", "dev")


def listing(copy: Stretched) -> Iterator[tuple[str, Cost]]:
    copy.threefold("list")  # what Python compiles once is on nobody's account
    yield "`threefold list`", copy.threefold("list")


def compare(copy: Stretched) -> Iterator[tuple[str, Cost]]:
    yield "`threefold compare`", copy.threefold("compare", awaited="all of it once")


def test(copy: Stretched) -> Iterator[tuple[str, Cost]]:
    yield "`nox`, every test", copy.run("./noxw")


def book(copy: Stretched) -> Iterator[tuple[str, Cost]]:
    yield "`threefold book --draft`", copy.threefold("book", "--draft", "--into", str(copy.folder / "site"))


def change(copy: Stretched) -> Iterator[tuple[str, Cost]]:
    for language, seconds in list(copy.saved())[-len(languages()) :]:
        yield f"a line saved in {language}, to all cases right in `threefold watch`", Cost(seconds)
    for language in languages():
        copy.changed(language)  # the first time more is built than what changed
        yield f"a line changed in {language}, to green", copy.changed(language)


PARTS: dict[str, Callable[[Stretched], Iterator[tuple[str, Cost]]]] = {
    "build": build,
    "list": listing,
    "compare": compare,
    "test": test,
    "book": book,
    "change": change,
}


def main(arguments: list[str]) -> None:
    if unknown := [one for one in arguments if one not in PARTS]:
        sys.exit(f"stretch: no part is called {unknown[0]!r}: {', '.join(PARTS)} are")
    if not (root := checkout()):
        sys.exit("stretch: this needs a checkout")
    copy = root / "results" / "stretch" / "threefold"
    if not copy.is_dir():
        print(f"making {copy}: {make(root, copy)} puzzles", flush=True)
    for name in arguments or PARTS:
        stretched = Stretched(copy)
        try:
            for title, cost in PARTS[name](stretched):
                title += "" if stretched.built else " (Rust and Haskell not built)"
                first = f", to the first table {cost.first:.1f} s" if cost.first else ""
                more = (
                    f" ({cost.processor:.2f} s of processor time{first}), {cost.memory / (1 << 20):.0f} MiB"
                )
                more = more if cost.processor else ""
                print(f"{title}: {cost.seconds:.2f} s{more}; load {os.getloadavg()[0]:.1f}", flush=True)
        except Broken as error:
            print(f"{name}: {error}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
