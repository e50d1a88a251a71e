"""Each unsafe call of the Haskell sources has a reason beside it; indexing is what the flag `checked` checks.

A reason is a comment `-- unsafe: …` on the line or on the one above; it holds for neighbouring lines that go
on with unsafe calls. (Clippy sees to Rust's `// SAFETY:`.)
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HASKELL = Path(__file__).resolve().parents[1] / "haskell"

UNSAFE = re.compile(r"\bunsafe(?!Shift)[A-Z]\w*")  # shifts by too much are no matter of memory
UNCHECKED = re.compile(r"\b[A-Z]\w*\.unsafe(Index|Read|Write|Modify)\b")
REASON = re.compile(r"-- unsafe: \S+ \S+")
DEFINES = ["contract/Threefold/Unsafe.hs"]

# To be rewritten: their unsafe calls have no reasons yet. Whoever rewrites one takes it out.
UNREASONED: list[str] = []


def sources() -> list[str]:
    folders = ("aoc*/Aoc*", "teaching/Teaching", "contract/Threefold", "foreign/Threefold")
    found = (path for folder in folders for path in HASKELL.glob(f"{folder}/*.hs"))
    return sorted(path.relative_to(HASKELL).as_posix() for path in found)


def faults(text: str) -> Iterator[tuple[int, str]]:
    """The lines, from 1, that call something unsafe without a reason or past Threefold.Unsafe."""
    reasoned = importing = False
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("--")[0]
        importing = code.startswith("import") or (importing and code.startswith((" ", ")")))
        calls = bool(UNSAFE.search(code)) and not importing
        if REASON.search(line):
            reasoned = True
        elif not calls:
            reasoned = False
        if calls and (not reasoned or UNCHECKED.search(code)):
            yield number, line.strip()


@pytest.mark.parametrize("name", sources())
def test_what_is_unsafe_has_a_reason(name: str) -> None:
    found = list(faults((HASKELL / name).read_text(encoding="utf-8")))
    if name in UNREASONED:
        assert found, "all reasoned: to be taken out of the list"
    elif name not in DEFINES:
        assert found == []


def test_the_list_names_files() -> None:
    assert set(UNREASONED) <= set(sources())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("f = unsafeIndex v 0", [1]),
        ("f = unsafeIndex v 0 -- unsafe: v has two", []),
        ("-- unsafe: v has two\nf = unsafeIndex v 0\ng = unsafeIndex v 1\nh = 1\ni = unsafeIndex v 1", [5]),
        ("-- unsafe: v has two\nf = U.unsafeIndex v 0", [2]),
        ("-- unsafe: frozen once\nf = U.unsafeFreeze v", []),
        ("import A\n  ( unsafeIndex,\n  )\nf = unsafeShiftL 1 2", []),
        ("-- unsafe:\nf = unsafeIndex v 0", [2]),
    ],
)
def test_what_counts_as_a_reason(text: str, lines: list[int]) -> None:
    assert [number for number, _ in faults(text)] == lines
