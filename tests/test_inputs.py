"""Whose input is solved: kept by aocd, fetched through it, found in plain files, or generated."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from kept import ANN, BOB, keep, solved, threefold
from threefold.advent import inputs
from threefold.advent.cache import Fit, cached, users
from threefold.core import answers, catalogue
from threefold.core.contract import UNWRITTEN
from threefold.core.saving import Unusable


def test_ones_own_input_is_solved_and_its_answers_are_checked(cache: Path) -> None:
    keep(cache / "ann", "2021/6")
    done = threefold("solve", "2021/6", "-l", "rust")
    assert done.stderr == "threefold: the input of ann, kept by advent-of-code-data\n"
    (cache / "ann" / "2021_06b_answer.txt").write_text("7\n")
    done = threefold("solve", "2021/6", "-l", "rust", status=1)
    assert "known to be 7" in done.stderr


def test_whose_input_it_is(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(cache / "one.ann.1", "2021/6", seed=1)
    keep(cache / "one.bob.2", "2021/6", seed=2)
    keep(cache / "one.bob.2", "2021/7", seed=2)
    (cache / "prose").mkdir()
    (cache / "tokens.json").write_text(json.dumps({"bob": BOB, "ann": ANN}))
    (cache / "token2id.json").write_text(json.dumps({BOB: "one.bob.2", ANN: "one.ann.1"}))

    def whose(user: str | None = None, puzzle: str = "aoc2021/day06") -> str:
        return inputs.own(puzzle, user).whose

    assert users() == ["one.ann.1", "one.bob.2"]
    assert whose() == "one.ann.1", "no token says whose: the first"
    assert whose(puzzle="aoc2021/day07") == "one.bob.2", "the only one who has it"
    assert whose("bob") == whose("one.bob.2") == "one.bob.2", "by the name of the token, and of the folder"
    (cache / "token").write_text(f"{BOB}\n")
    assert whose() == "one.bob.2", "the token's owner"
    monkeypatch.setenv("AOC_SESSION", ANN)
    assert whose() == "one.ann.1", "the variable comes before the file"
    assert {one.whose for one in cached("ann")} == {"one.ann.1"}
    assert len(cached()) == 3
    with pytest.raises(Unusable, match=r"no user 'eve', but ann, bob, one.ann.1, one.bob.2"):
        whose("eve")
    monkeypatch.setenv("AOCD_CONFIG_DIR", str(cache / "prose"))
    with pytest.raises(Unusable, match=r"no user 'bob', but one.ann.1, one.bob.2"):
        whose("bob")


def test_without_an_input_or_a_token_one_is_generated(cache: Path) -> None:
    done = threefold("solve", "2021/6")
    assert "all 3 languages agree" in done.stdout
    assert "a generated input, seed" in done.stderr and "has no token" in done.stderr
    assert done.stderr.count("\n") == 1
    cache.rmdir()
    assert "a generated input, seed" in threefold("solve", "2021/6").stderr
    assert "(" not in threefold("solve", "hello").stderr, "a teaching puzzle's is always generated"


def test_who_asks_for_a_users_input_gets_no_other(cache: Path) -> None:
    keep(cache / "ann", "2021/7")
    said = threefold("solve", "2021/6", "--user", "ann", status=2).stderr
    assert said == "threefold: aocd keeps no input of ann, and has no token to fetch one with\n"
    assert "aocd knows no user 'eve', but ann" in threefold("solve", "2021/6", "--user=eve", status=2).stderr
    assert "its inputs are generated" in threefold("solve", "hello", "--user=ann", status=2).stderr


def test_without_a_network_one_is_generated_and_no_token_is_shown(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AOC_SESSION", ANN)
    said = threefold("solve", "2021/6", "-l", "rust").stderr
    assert "a generated input, seed" in said and "(the site can't be reached" in said
    assert said.count("\n") == 1
    keep(cache / "ann", "2021/6")
    assert "the input of ann, kept" in threefold("solve", "2021/6", "-l", "rust").stderr


def test_what_is_no_token_is_told_and_keeps_nobody_from_a_kept_input(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AOC_SESSION", "session=")
    said = threefold("solve", "2021/6", "-l", "rust").stderr
    assert "a generated input, seed" in said and "(the variable AOC_SESSION holds the name of a" in said
    keep(cache / "ann", "2021/6")
    assert "the input of ann, kept" in threefold("solve", "2021/6", "-l", "rust").stderr


Answer = Callable[[str], SimpleNamespace]


@pytest.fixture
def site(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """Sets what answers aocd's requests; the token is ann's."""
    from aocd import models, utils

    monkeypatch.setenv("AOC_SESSION", ANN)
    monkeypatch.setattr(models, "AOCD_DATA_DIR", cache)
    monkeypatch.setattr(models, "AOCD_CONFIG_DIR", cache)
    monkeypatch.setattr(models.User, "_token2id", {ANN: "ann"})

    def answering(answer: Answer) -> None:
        monkeypatch.setattr(utils.http, "get", lambda url, token=None, redirect=True: answer(url))

    return answering


def page(status: int, text: str = "") -> Answer:
    return lambda url: SimpleNamespace(status=status, data=text.encode())


def test_what_is_missing_is_fetched_once(cache: Path, site: Callable[[Answer], None]) -> None:
    site(page(200, "3,4,3,1,2\n"))
    first = inputs.own("aoc2021/day06")
    assert (first.whose, first.read(), first.fetched) == ("ann", b"3,4,3,1,2\n", True)
    (cache / "token2id.json").write_text(json.dumps({ANN: "ann"}))
    site(page(500))
    assert not inputs.own("aoc2021/day06").fetched


def unreachable(url: str) -> SimpleNamespace:
    from urllib3.exceptions import ProtocolError

    raise ProtocolError(f"no way to {url}")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page(404), "has not opened"),
        (page(400, "Puzzle inputs differ by user.  Please log in."), "token has run out"),
        (page(500), "answers 500"),
        (unreachable, "connection to the site broke"),
    ],
)
def test_why_an_input_can_not_be_fetched(
    cache: Path, site: Callable[[Answer], None], answer: Answer, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site(answer)
    with pytest.raises(Unusable, match=said) as caught:
        inputs.own("aoc2021/day06")
    assert ANN[:4] not in str(caught.value)
    assert capsys.readouterr() == ("", ""), "aocd's own words stay away"
    assert not list(cache.iterdir()), "nothing is kept"


def test_a_token_of_an_unknown_owner_that_has_run_out(
    site: Callable[[Answer], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from aocd import models

    monkeypatch.setattr(models.User, "_token2id", {})
    site(page(302))
    with pytest.raises(Unusable, match="token has run out"):
        inputs.own("aoc2021/day06")
    site(page(200, "<p>Welcome to the café's network!</p>"))
    with pytest.raises(Unusable, match="a form that we don't know"):
        inputs.own("aoc2021/day06")


def test_a_full_disk_is_one_line(
    cache: Path, site: Callable[[Answer], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from aocd import models

    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(models, "atomic_write_file", full)
    site(page(200, "3,4,3,1,2\n"))
    with pytest.raises(Unusable, match=f"^{cache}.*: No space left on device$"):
        inputs.own("aoc2021/day06")


@pytest.mark.parametrize("broken", ['{"ann": ', "[1]", "\xff"])
@pytest.mark.parametrize("name", ["tokens.json", "token2id.json"])
def test_a_broken_list_of_tokens_is_one_line(cache: Path, name: str, broken: str) -> None:
    (cache / name).write_bytes(broken.encode("latin-1"))
    said = threefold("solve", "2021/6", "--user", "ann", status=2).stderr
    assert said == f"threefold: {cache / name} is no list of aocd's, or is cut short\n"


def test_a_cache_that_is_none(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = cache / "file"
    file.touch()
    monkeypatch.setenv("AOCD_DIR", str(file))
    assert f"({file}: Not a directory)" in threefold("solve", "2021/6", "-l", "rust").stderr
    assert threefold("verify", status=2).stderr == f"threefold: {file}: Not a directory\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "2021_06_input.txt is empty"),
        (b"\r\n\r\n", "2021_06_input.txt is empty"),
        (b"1,2\n3,\xe9\n", "line 2: not UTF-8"),
        (None, "2021_06_input.txt: Is a directory"),
    ],
)
def test_an_input_that_is_of_no_use(cache: Path, data: bytes | None, said: str) -> None:
    (cache / "ann").mkdir()
    path = cache / "ann" / "2021_06_input.txt"
    path.mkdir() if data is None else path.write_bytes(data)
    lines = threefold("solve", "2021/6", status=2).stderr.splitlines()
    assert lines[-1].endswith(said)
    assert len(lines) <= 2
    assert said in threefold("verify", status=1).stdout.splitlines()[-1]


# Where day 6 of 2021 may lie: surely, where nothing says that it is no input, and if its content is one.
UNMISTAKABLE = """
2021/day6/input.txt
2021/Day 6/input.txt
2021/06/input
2021/6/in.txt
2021/06/my_input.txt
2021/6/Input.TXT
2021/06_input.txt.txt
2021/day06/data/input.dat
2021/day06/part1/input.txt
2021/day06a/input.txt
2021/Day06 - Lanternfish (fast)/input.txt
2021/06-lantern-fish-2/puzzle-input.txt
2021/day06/day06_input.txt
2021/day06/06_input.txt
2021/rust/day06/input.txt
2021/day06-fish/puzzle-input.txt
year2021/day06/input.txt
aoc-2021/day-06/input.txt
aoc21/d06/input.txt
2021_06_input.txt
2021/puzzle_06_input.txt
2021/12/06/input.txt
2021-12-06/input.txt
2021-12-06_input.txt
day06/2021/input.txt
2022-and-before/2021/day06/input.txt
solutions/2021/day06/input.txt
"""
LIKELY = """
input/year2021/day06.txt
inputs/2021/day06.txt
2021/06.txt
2021/6.txt
2021/6
2021/day06.in
2021/d6.in
2021/input.6
2021/inputs/input06.txt
2021/src/main/resources/Day06.txt
2021/day06/day06.txt
2021/day06/input06.txt
2021/day6/d06.in
aoc2021/06.in
aoc21/day06.txt
y21/aoc06.txt
advent_2021/d06.txt
AdventOfCode2021/Inputs/Day06.txt
Advent of Code 2021/Day 6.txt
2021-06.txt
2021-12-06.txt
2021/december/6.txt
2021/dec06.txt
aoc2021day06.txt
day06_2021.txt
2022/2021/day06.txt
"""
DOUBTFUL = """
2021/day06/input2.txt
2021/day06/06.txt
2021/day06/puzzle.txt
2021/day06/real.txt
2021/12/06.txt
2021/day06a.txt
2021/06-lanternfish.txt
2021/notes/day06.txt
2021/week1/day06.txt
"""
LAYOUTS = [
    (path, fit)
    for fit, paths in ((Fit.UNMISTAKABLE, UNMISTAKABLE), (Fit.LIKELY, LIKELY), (Fit.DOUBTFUL, DOUBTFUL))
    for path in paths.strip().splitlines()
]
STRAY = {
    "2021/db.sqlite3": "its name ends in .sqlite3",
    "2021/clip.mp4": "its name ends in .mp4",
    "2021/libgmp.so.10": "its name has none of the usual forms",
    "2021/notes2.txt": "its name has none of the usual forms",
    "2021/src/part1.txt": "its name has none of the usual forms",
    "2021/day06/day06.py": "its name ends in .py",
    "2021/day06/1.txt": "its name has none of the usual forms",
    "2021/day06/day07.txt": "its name has none of the usual forms",
    "2021/day06/notes.txt": "its name has none of the usual forms",
    "2021/06.example.txt": "its name says example",
    "2021/example/06.txt": "its name says example",
    "2021/06_test.txt": "its name says test",
    "2021/06_expected.txt": "its name says expected",
    "2021/README.md": "its name ends in .md",
    "2021/26.txt": "2021 has the days 1 to 25",
    "2025/day13.txt": "2025 has the days 1 to 12",
    "2014/day06.txt": "its path has no year",
    "day06.txt": "its path has no year",
}


def write(folder: Path, name: str, content: str | bytes = "1") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(("layout", "fit"), LAYOUTS)
def test_common_layouts_are_recognised(tmp_path: Path, layout: str, fit: Fit) -> None:
    write(tmp_path, layout)
    write(tmp_path, ".git/2021/06")
    found = [(one.puzzle, one.whose, one.fit) for one in inputs.filed(tmp_path)]
    assert found == [("aoc2021/day06", layout, fit)]


@pytest.mark.parametrize("name", STRAY)
def test_what_is_none_by_its_name_is_told_why(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert list(inputs.sorted_out(tmp_path)) == [(name, STRAY[name])]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("2021/day06", "input.txt"),
        ("aoc21", "06.txt"),
        ("my2021/fish", "day06.txt"),
        ("2021", "aoc06.txt"),
    ],
)
def test_the_folder_that_is_named_may_say_the_rest(tmp_path: Path, folder: str, name: str) -> None:
    write(tmp_path / folder, name)
    [one] = inputs.filed(tmp_path / folder)
    assert one.puzzle == "aoc2021/day06" and one.fit > Fit.DOUBTFUL


BEGINNINGS = {
    b"\0GITCRYPT\0\x12\x34": "encrypted by git-crypt",
    b"age-encryption.org/v1\n-> X25519": "encrypted with age",
    b"-----BEGIN AGE ENCRYPTED FILE-----\n": "encrypted with age",
    b"-----BEGIN PGP MESSAGE-----\n": "encrypted with OpenPGP",
    b"U2FsdGVkX1/abc": "encrypted with OpenSSL",
    b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n": "a pointer of Git LFS",
    b"/annex/objects/SHA256E-s3--0.txt\n": "a pointer of git-annex",
    b"<!DOCTYPE html>\n<html>": "a web page",
    b"\n<html lang='en'>": "a web page",
    b"Puzzle inputs differ by user.  Please log in to get your puzzle input.\n": "who is not logged in",
    b"404 Not Found\n": "a page that isn't there",
    b"Please don't repeatedly request this endpoint before it unlocks!": "before a day opens",
    "1,2".encode("utf-16"): "UTF-16, not UTF-8",
    b"1\0002": "no text, but bytes",
}


@pytest.mark.parametrize("content", BEGINNINGS)
def test_what_is_there_instead_of_an_input_is_named(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "2021/day06/input.txt", content)
    with pytest.raises(Unusable, match=rf"2021/day06/input.txt is .*{BEGINNINGS[content]}"):
        inputs.filed(tmp_path)[0].read()


def test_a_link_of_git_annex_without_its_content(tmp_path: Path) -> None:
    link = write(tmp_path, "2021/day06/notes").with_name("input.txt")
    link.symlink_to("../.git/annex/objects/0/1/SHA256E-s3--0.txt")
    with pytest.raises(Unusable, match="git-annex has not got its content"):
        inputs.filed(tmp_path)[0].read()


def test_content_that_is_an_input_comes_before_a_name_that_fits(cache: Path, tmp_path: Path) -> None:
    text = catalogue.find("2021/6").generate(Random(1))
    write(tmp_path, "2021/day06.txt", "Lanternfish: why they are many\n")
    write(tmp_path, "2021/day06/input2.txt", text)
    done = threefold("solve", "2021/6", f"--inputs={tmp_path}", "-l", "rust")
    assert done.stderr == f"threefold: {tmp_path}/2021/day06/input2.txt\n"
    write(tmp_path, "2021/day06/input.txt", "\0GITCRYPT\0")
    assert threefold("solve", "2021/6", f"--inputs={tmp_path}", "-l", "rust").stderr == done.stderr
    (tmp_path / "2021/day06/input2.txt").write_text("a remark")
    (tmp_path / "2021/day06.txt").unlink()
    said = threefold("solve", "2021/6", f"--inputs={tmp_path}", status=2).stderr
    assert "input.txt is encrypted by git-crypt" in said and said.count("\n") == 1


def test_a_year_may_stand_in_the_folders_own_name(tmp_path: Path) -> None:
    folder = tmp_path / "aoc2021" / "inputs"
    folder.mkdir(parents=True)
    (folder / "day06.txt").write_text("1")
    assert [one.puzzle for one in inputs.filed(folder)] == ["aoc2021/day06"]
    assert [one.puzzle for one in inputs.filed(folder, "day{day:02}.txt")] == ["aoc2021/day06"]


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{year}/{day}.puzzle", "2021/6.puzzle"),
        ("{day:02}/{year}.txt", "06/2021.txt"),
        ("y{year}/{day:02d}-*/in.txt", "y2021/06-fish/in.txt"),
        ("{year}/{year}-{day:03}", "2021/2021-006"),
    ],
)
def test_a_pattern_names_the_rest(tmp_path: Path, pattern: str, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("1")
    found = inputs.filed(tmp_path, pattern)
    assert [(one.puzzle, one.whose) for one in found] == [("aoc2021/day06", path)]


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "input.txt",
        "{year}/input.txt",
        "day{day:02}.txt",
        "{year}/{Day}.txt",
        "{}/{day}.txt",
        "{year.real}/{day}",
        "{year}/{day:02x}",
        "{year}/{day!r}",
        "{year}/{day:9999999}",
        "{year}/{day",
        "/{year}/{day}",
    ],
)
def test_a_bad_pattern_is_told(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(Unusable, match="a pattern is like"):
        inputs.filed(tmp_path, pattern)


def test_solve_takes_plain_files(cache: Path, tmp_path: Path) -> None:
    puzzle = catalogue.find("2021/6")
    text = puzzle.generate(Random(1))
    folder = tmp_path / "mine"
    (folder / "2021").mkdir(parents=True)
    (folder / "2021" / "06.txt").write_bytes(text.encode() + b"\r\n")
    done = threefold("solve", "2021/6", "--inputs", str(folder), "-l", "rust", "--json")
    assert json.loads(done.stdout)["part1"] == solved("2021/6", text)[0]
    assert done.stderr == f"threefold: {folder}/2021/06.txt\n"
    (folder / "2021" / "day6.txt").write_text(text)
    assert "2021/06.txt, 2021/day6.txt" in threefold("solve", "2021/6", f"--inputs={folder}", status=2).stderr
    threefold("solve", "2021/6", f"--inputs={folder}", "--pattern={year}/day{day}.txt", "-l", "rust")
    assert "no input of aoc2021/day07" in threefold("solve", "2021/7", f"--inputs={folder}", status=2).stderr
    for arguments in (["--pattern={day}"], [f"--inputs={folder}", "--user=ann"], ["-", "--user=ann"]):
        assert "Usage" in threefold("solve", "2021/6", *arguments, status=2).stderr


EC = "\n".join(["####..##.", "#....#..#", "###..#...", "#....#...", "#....#..#", "####..##."])
IE = "\n".join([".###.####", "..#..#...", "..#..###.", "..#..#...", "..#..#...", ".###.####"])
TALL = """\
######...####.
#.......#....#
#.......#.....
#.......#.....
#####...#.....
#.......#.....
#.......#.....
#.......#.....
#.......#....#
######...####."""
DRAWINGS = {
    "as it is": (EC, "EC"),
    "a blank column before it": ("." + EC.replace("\n", "\n."), "EC"),
    "all of a display": ("\n".join(f"..{row}......" for row in EC.split("\n")), "EC"),
    "blank rows": (f".........\n{EC}\n.........\n", "EC"),
    "blanks for dots": (EC.replace(".", " "), "EC"),
    "blanks at the ends left out": ("\n".join(row.rstrip(".") for row in EC.split("\n")), "EC"),
    "Windows' ends of lines": (EC.replace("\n", "\r\n"), "EC"),
    "I first": (IE, "IE"),
    "I first, cropped": ("\n".join(row[1:] for row in IE.split("\n")), "IE"),
    "I last": ("\n".join(f"{row[5:]}.{row[:5]}" for row in IE.split("\n")), "EI"),
    "ten rows": (TALL, "EC"),
    "ten rows after a blank column": ("\n".join(f".{row}" for row in TALL.split("\n")), "EC"),
}


@pytest.mark.parametrize("kind", DRAWINGS)
def test_drawn_letters_are_read(kind: str) -> None:
    drawing, word = DRAWINGS[kind]
    assert answers.typed(drawing) == word
    assert [str(one.answer) for one in answers.compared((drawing, "7"), (word, None))] == [word]


@pytest.mark.parametrize(("size", "word"), [((6, 4), "ABCEFGHIJKLOPRSUYZ"), ((10, 6), "ABCEFGHJKLNPRXZ")])
def test_every_letter_next_to_every_other(size: tuple[int, int], word: str) -> None:
    """From aococr's pictures, set side by side as the site does it."""
    from aococr.resources import read_resource

    wide = size[1] + (1 if size[0] == 6 else 2)
    pictures = {letter: ["".join(row) for row in picture] for letter, picture in read_resource(size)}
    places = {"I": [f".{row}" for row in pictures["I"]]} if "I" in pictures else {}
    assert set(pictures) == set(word)
    for one in (a + b + c for a in word for b in word for c in "Z" + word[0]):
        letters = [places.get(letter, pictures[letter]) for letter in one]
        rows = ["".join(letter[at].ljust(wide, ".") for letter in letters) for at in range(size[0])]
        assert answers.typed("\n".join(rows)) == one
        assert answers.typed("\n".join(row[1:] if one[0] == "I" else row for row in rows)) == one


UNREADABLE = {
    "a dot too many": (EC.replace("#....#..#", "#...##..#", 1), "letter 1 of 2 is unknown"),
    "a dot in a gap": (EC.replace("####..##.", "####.###.", 1), "letter 2 of 2 is unknown"),
    "a gap that is filled": (EC.replace("####.", "#####", 1), "letter 1 of 2 is unknown"),
    "a letter without a picture": (EC.replace("####..##.", "###...##."), "letter 1 of 2 is unknown"),
    "too narrow a gap": ("\n".join(row[:4] + row[5:] for row in EC.split("\n")), "is unknown"),
    "five rows": (EC.partition("\n")[2], "drawn in 5 rows"),
    "one row": ("#.##.", "drawn in 1 row,"),
    "both sizes": (f"{EC}\n\n{TALL}", "drawn in 17 rows"),
    "no drawing": (EC.replace("#", "*"), "has several lines"),
    "nothing": (" \n", "empty"),
    "not there yet": (UNWRITTEN, UNWRITTEN),
    "control characters": ("\x1b[2J", "none the site could take"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_can_not_be_read_is_no_guess(kind: str) -> None:
    drawing, why = UNREADABLE[kind]
    with pytest.raises(answers.Unreadable, match=why):
        answers.typed(drawing)


def test_without_the_package_of_letters_none_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("aococr", "aococr.resources"):
        monkeypatch.setitem(sys.modules, name, None)
    answers._pictures.cache_clear()
    with pytest.raises(answers.Unreadable, match=r"it is drawn, and reading letters needs aococr: `pip"):
        answers.typed(EC)


def test_what_can_not_be_read_is_not_passed_over() -> None:
    [one] = answers.compared((TALL.replace("######", "#####.", 1), None), ("EC", "done"))
    assert not one.is_right
    assert str(one) == "part 1 can't be read (it is drawn, and letter 1 of 2 is unknown), known to be EC"
    assert [one.is_right for one in answers.compared((EC, EC), (EC, IE))] == [True, False]
    assert not list(answers.compared((UNWRITTEN, None), ("EC", "done")))


def drawing_sheet(rows: str) -> str:
    """An input of Transparent Origami whose picture that is."""
    dots = [f"{x},{y}" for y, row in enumerate(rows.split("\n")) for x, dot in enumerate(row) if dot == "#"]
    edges = rows.index("\n"), rows.count("\n") + 1
    return "\n".join([*dots, "", f"fold along x={edges[0]}", f"fold along y={edges[1]}", ""])


def test_solve_says_which_letters_it_has_read(cache: Path) -> None:
    sheet, unreadable = cache / "sheet.txt", cache / "other.txt"
    sheet.write_text(drawing_sheet(TALL))
    unreadable.write_text(drawing_sheet(TALL.replace("######", "#####.", 1)))
    assert "read as EC" in threefold("solve", "2021/13", str(sheet)).stdout
    done = threefold("solve", "2021/13", str(sheet), "-lrust", "--json")
    assert json.loads(done.stdout)["part2_letters"] == "EC"
    shown = threefold("solve", "2021/13", str(unreadable), "-l", "rust").stdout
    assert "read as" not in shown and "letter 1" in shown
    assert "letters" not in threefold("solve", "2021/13", str(unreadable), "-lrust", "--json").stdout


def test_known_letters(cache: Path) -> None:
    (cache / "ann").mkdir()
    path = cache / "ann" / "2021_13_input.txt"
    path.write_text(drawing_sheet(TALL))
    answer = cache / "ann" / "2021_13b_answer.txt"
    answer.write_text("EC")
    threefold("verify", "-l", "rust")
    answer.write_text("EG")
    assert "rust: part 2 is EC, known to be EG" in threefold("verify", "-l", "rust", status=1).stdout
    path.write_text(drawing_sheet(TALL.replace("######", "#####.", 1)))
    shown = threefold("verify", "-l", "rust", status=1).stdout
    assert "unreadable" in shown.splitlines()[2]
    assert "rust: part 2 can't be read (it is drawn, and letter 1 of 2 is unknown), known to be EG" in shown
    line = json.loads(threefold("verify", "-l", "rust", "--json", status=1).stdout)
    assert line["verdict"] == "unreadable"
    assert "can't be read" in threefold("solve", "2021/13", "-l", "rust", status=1).stderr


def test_an_answer_that_is_no_text_is_told(cache: Path) -> None:
    keep(cache / "ann", "2021/6")
    (cache / "ann" / "2021_06a_answer.txt").write_bytes(b"\xff")
    with pytest.raises(Unusable, match=r"2021_06a_answer.txt: not UTF-8"):
        _ = inputs.own("aoc2021/day06").known


def test_listing_is_quick_without_aocd() -> None:
    """aocd takes longer to import than `threefold list` to run."""
    loaded = "print('aocd' in sys.modules, 'rich' in sys.modules)"
    program = f"import sys, threefold.cli, threefold.advent.inputs; {loaded}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=os.environ)
    assert done.stdout == "False False\n"
