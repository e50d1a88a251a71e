"""The book as its readers meet it: in a browser, from a plain file server, below a sub-path."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if not CHROMIUM:
    pytest.skip("there is no Chromium to read the book with (Debian: chromium)", allow_module_level=True)

from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from threefold.book import site  # noqa: E402
from threefold.book.terminal import section  # noqa: E402
from threefold.core import catalogue  # noqa: E402

pytestmark = pytest.mark.first  # one book and one browser for all

QUIET = (  # no word with anyone outside of this machine
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
WIDTHS = {1440: 3, 1024: 2, 390: 1}  # of a window, and how many languages stand side by side in it
THEMES = ("light", "dark")
DRAWN = (
    "new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))"  # after a window's size changed
)


class Handler(SimpleHTTPRequestHandler):
    """A plain file server that knows nothing outside of /a/book/."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith("/a/book/")
        return super().translate_path(path.removeprefix("/a/book") if inside else "/nowhere")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("book") / "site"
    site.build(into, draft=True)
    return into


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/a/book/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium has none for the superuser
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *sandbox])
        yield started
        started.close()


class Reader:
    """Opens pages in windows of their own; whatever goes wrong in one is kept."""

    def __init__(self, browser: Browser, address: str):
        self.browser, self.address = browser, address
        self.complaints: list[str] = []

    def open(self, name: str, width: int = 1440, **how: Any) -> Page:
        page = self.browser.new_context(viewport={"width": width, "height": 900}, **how).new_page()
        page.on("console", lambda said: self.complaints.append(f"{name}: {said.type} {said.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{name}: {error}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"{name}: failed {request.url}"))
        page.on("request", self._inside)
        page.on("response", self._fine)
        page.goto(self.address + name)
        return page

    def _inside(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.complaints.append(f"asked for {request.url}")

    def _fine(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} for {response.url}")


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    made = Reader(browser, address)
    yield made
    for context in browser.contexts:
        context.close()
    assert not made.complaints


def pages(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


LANTERNFISH = "aoc2021/day06.html"
ASKED, NOTED = (  # how its statement and its notes begin
    " ".join(section(catalogue.find("2021/6").body, heading).split()[:5])
    for heading in ("## What is asked", "## Notes")
)


def puzzles(folder: Path) -> list[str]:
    return [one for one in pages(folder) if one.startswith(("aoc", "teaching")) and "index" not in one]


def test_every_page_fits_its_window_and_leads_somewhere(reader: Reader, folder: Path) -> None:
    """All that is held to every page, in one visit: a book of 282 puzzles takes four times as long."""
    page = reader.open("index.html")
    has_code = set(puzzles(folder))
    assert len(has_code) == len(catalogue.puzzles())
    for name in pages(folder):
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(reader.address + name)
        assert page.locator("h1").count() == 1, name
        for target in page.evaluate("[...document.querySelectorAll('a[href]')].map(one => one.href)"):
            leads_somewhere(reader, folder, name, target)
        if name in has_code:
            code_begins_on_the_first_screen(page, name)
        for width in (*WIDTHS, 320):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(DRAWN)
            sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(sideways) == 0, f"{name} scrolls sideways at {width}"
            if name in has_code and width in WIDTHS:
                columns_are_aligned(page, name, width)


def leads_somewhere(reader: Reader, folder: Path, name: str, target: str) -> None:
    if not target.startswith(reader.address):
        assert target.startswith("https://"), target
        return
    path, _, fragment = target.removeprefix(reader.address).partition("#")
    file = folder / (path.partition("?")[0] or "index.html")
    assert file.is_file(), f"{name} links to {path}"
    assert not fragment or fragment in names_within(file), target


@cache
def names_within(file: Path) -> frozenset[str]:
    return frozenset(re.findall(r'\bid="([^"]+)"', file.read_text(encoding="utf-8")))


def columns_are_aligned(page: Page, name: str, width: int) -> None:
    rows = page.evaluate(
        """() => [...document.querySelectorAll('.stage .row')].map(row =>
             [...row.querySelectorAll(':scope > .cell')].filter(cell => cell.offsetParent !== null)
               .map(cell => [cell.dataset.language, ...['left', 'top', 'right'].map(
                  side => Math.round(cell.getBoundingClientRect()[side]))]))"""
    )
    assert len(rows) >= 4, name  # a header, reading, one part and what it needs, at least
    for row in rows:
        assert len(row) == WIDTHS[width], name
        assert len({top for _, _, top, _ in row}) == 1, f"{name}: a row's cells begin at one height"
        assert all(right <= left for (_, _, _, right), (_, left, _, _) in pairwise(row)), name
    columns = {tuple((language, left) for language, left, _, _ in row) for row in rows}
    assert len(columns) == 1, f"{name}: a language keeps its column"


def code_begins_on_the_first_screen(page: Page, name: str) -> None:
    first, heads = page.evaluate(
        """() => {
             const ends = lines =>
               lines.map(one => one.getBoundingClientRect()).map(box => [box.top, box.bottom]);
             const cells = document.querySelectorAll('.stage .row')[1].querySelectorAll('.cell');
             return [
               ends([...document.querySelectorAll('#stage-parse ~ .row .code .line:first-child')]),
               ends([...cells].map(cell => cell.querySelector('.code .line')))];
           }"""
    )
    assert len(first) >= 3 and min(top for top, _ in first) > 0, name
    assert len(heads) == 3 and all(bottom < 900 for _, bottom in heads), name
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("script", [True, False])
def test_what_is_asked_and_the_notes_are_one_key_away(reader: Reader, script: bool) -> None:
    page = reader.open(LANTERNFISH, java_script_enabled=script)
    words = {"What is asked": ASKED, "Notes": NOTED}
    for said in words.values():
        assert not page.get_by_text(said).is_visible()
    for title, said in words.items():
        page.locator("summary", has_text=title).focus()
        page.keyboard.press("Enter")
        assert page.get_by_text(said).is_visible()
    assert page.get_by_role("heading", name="An example").is_visible()
    asked, notes = (page.get_by_text(said).bounding_box() for said in words.values())
    assert asked and notes and asked["y"] + asked["height"] < notes["y"], "not beside each other"
    page.keyboard.press("Enter")
    assert not page.get_by_text(NOTED).is_visible()
    page.get_by_role("link", name="Why it is so").nth(2).click()
    assert page.locator("#why-haskell").is_visible()


def test_an_idiom_leads_to_its_entry(reader: Reader) -> None:
    page = reader.open("aoc2025/day04.html")
    link = page.locator(".rust .code a.idiom", has_text="?").first
    link.click()
    page.wait_for_url("**/guides/rust-for-python-readers.html#*")
    heading = page.locator(":target")
    assert heading.inner_text().startswith("?") and heading.is_visible()
    assert page.get_by_role("link", name="Secret Entrance").first.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_without_javascript_all_solutions_are_there(reader: Reader, width: int) -> None:
    page = reader.open(LANTERNFISH, width, java_script_enabled=False)
    for words in ("fish.rotate(-1)", "while day < days", "instance Semigroup School"):
        assert page.get_by_text(words).first.is_visible()
    assert not page.locator(".switch").is_visible()
    assert not page.locator("button.theme").is_visible()
    heads = page.locator("#stage-parse ~ .row h4")
    assert [head.inner_text() for head in heads.all()] == ["Python", "Rust", "Haskell"]


def test_chosen_languages_are_remembered(reader: Reader) -> None:
    page = reader.open(LANTERNFISH, 390)
    assert page.get_by_text("fish.rotate(-1)").is_visible()
    page.get_by_role("button", name="Haskell").click()
    assert not page.get_by_text("fish.rotate(-1)").is_visible()
    page.goto(reader.address + "aoc2021/day07.html")
    assert shown(page) == {"haskell"}
    page.set_viewport_size({"width": 1024, "height": 900})
    page.evaluate(DRAWN)
    assert shown(page) == {"haskell", "python"}
    page.get_by_role("button", name="Rust").click()
    assert shown(page) == {"haskell", "rust"}
    page.set_viewport_size({"width": 1440, "height": 900})
    page.evaluate(DRAWN)
    assert shown(page) == {"python", "rust", "haskell"}


def shown(page: Page) -> set[str]:
    cells = page.locator(".stage .cell:visible").all()
    return {cell.get_attribute("data-language") or "" for cell in cells}


def test_a_link_to_a_line_shows_its_language(reader: Reader) -> None:
    source = (catalogue.root().parent / "haskell/aoc2021/Aoc2021/Day06.hs").read_text(encoding="utf-8")
    lines = source.split("\n")
    number = 1 + next(at for at, line in enumerate(lines) if line.startswith("part2 ::"))
    page = reader.open(f"{LANTERNFISH}#haskell-{number}", 390)
    line = page.locator(f"#haskell-{number}")
    assert line.is_visible()
    assert line.inner_text().rstrip("\n") == lines[number - 1]
    folded = page.locator("#stage-imports ~ .row .rust .line").first.get_attribute("id")
    page.goto(reader.address + f"{LANTERNFISH}#{folded}")
    page.locator(f"#{folded}").wait_for(state="visible")


def test_a_line_has_the_number_that_it_has_in_the_file(reader: Reader) -> None:
    page = reader.open(LANTERNFISH)
    text = page.evaluate(
        "async () => (await fetch([...document.querySelectorAll('.file a')].at(-1).href)).text()"
    )
    lines = text.split("\n")
    for line in page.locator("[id^=haskell-]").all():
        number = int((line.get_attribute("id") or "").removeprefix("haskell-"))
        assert (line.text_content() or "").rstrip("\n") == lines[number - 1]
    counted = "one => [one.id, getComputedStyle(one.closest('pre')).getPropertyValue('--from')]"
    first = page.locator("#stage-part1 ~ .row .haskell .line").first.evaluate(counted)
    part1 = next(number for number, line in enumerate(lines) if line.startswith("part1 ::"))
    assert first == [f"haskell-{part1 + 1}", str(part1)]


def test_the_keyboard_alone_leads_to_a_solution(reader: Reader) -> None:
    page = reader.open("index.html", 390)
    page.keyboard.press("Tab")
    assert "Skip" in focused(page), "the skip link comes first"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    tab_to(page, "Advent of Code 2021")
    page.keyboard.press("Enter")
    page.wait_for_url("**/aoc2021/index.html")
    tab_to(page, "Lanternfish")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{LANTERNFISH}")
    tab_to(page, "Rust")
    page.keyboard.press("Space")
    assert shown(page) == {"rust"}
    tab_to(page, "Python")
    assert "Python" in focused(page)


def tab_to(page: Page, words: str) -> None:
    """Goes on with Tab, every stop of which must be seen, to where the words are."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(outline) != "none", f"no focus is seen on {focused(page)!r}"
        if words == focused(page).strip():
            return
    raise AssertionError(f"Tab never comes to {words}")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_serious_fault(reader: Reader, folder: Path, theme: str) -> None:
    """In pages of each kind, two seconds a page: colours alone differ in the dark."""
    page = reader.open("index.html", color_scheme=theme)
    only = {"runOnly": ["color-contrast"]} if theme == "dark" else None
    faults = []
    for name in {LANTERNFISH, *some(folder)}:
        page.goto(reader.address + name)
        for width in WIDTHS if name == LANTERNFISH else (1440,):
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=only).response["violations"]
            faults += [
                f"{name} at {width}: {one['id']} {[node['html'][:150] for node in one['nodes'][:3]]}"
                for one in found
                if one["impact"] in ("serious", "critical")
            ]
    assert not faults, "\n".join(faults)


def some(folder: Path) -> Iterator[str]:
    """A few pages of each kind, the first and the longest of a folder among them."""
    kinds = groupby(pages(folder), key=lambda name: ("/" in name and name.partition("/")[0], "index" in name))
    for _, kind in kinds:
        names = list(kind)
        yield from {names[0], max(names, key=lambda name: (folder / name).stat().st_size)}


@pytest.mark.parametrize("system", THEMES)
def test_the_theme_can_be_chosen(reader: Reader, system: str) -> None:
    page = reader.open("index.html", color_scheme=system)
    paper = {"auto": background(page)}
    button = page.locator("button.theme")
    for theme in THEMES:
        button.click()
        assert button.inner_text() == f"Theme: {theme}"
        paper[theme] = background(page)
    assert paper["light"] != paper["dark"]
    assert paper["auto"] == paper[system]
    page.goto(reader.address + LANTERNFISH)
    assert background(page) == paper["dark"], "it is remembered"
    button.click()
    assert background(page) == paper["auto"]


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Lanternfish", "Lanternfish"),  # a title
        ("newborn", "Lanternfish"),  # notes
        ("x128", "Lanternfish"),  # code
        ("ж", None),
    ],
)
def test_the_search_finds(reader: Reader, words: str, title: str | None) -> None:
    page = reader.open("search.html")
    page.get_by_role("searchbox").fill(words)
    page.wait_for_function("document.getElementById('found').textContent")
    results = page.locator("#results")
    if title is None:
        assert results.locator("a").count() == 0
        return
    results.get_by_role("link", name=title, exact=True).click()
    page.wait_for_url(f"**/{LANTERNFISH}")


def test_a_search_can_be_linked_to(reader: Reader) -> None:
    page = reader.open("search.html?q=convolution")
    page.get_by_role("link", name="Decimal convolution", exact=True).wait_for()


@pytest.mark.parametrize("script", [True, False])
def test_everything_is_printed(reader: Reader, script: bool) -> None:
    page = reader.open(LANTERNFISH, 390, java_script_enabled=script)
    page.emulate_media(media="print")
    for words in (ASKED, NOTED, "use contract"):
        assert page.get_by_text(words).first.is_visible()
    assert shown(page) == {"python", "rust", "haskell"}
    assert not page.locator("header.site").is_visible()
    assert not page.locator(".switch").is_visible()


def test_a_page_is_light(reader: Reader, folder: Path) -> None:
    """All that a puzzle's page loads stays below 300 kB, before any compression."""
    loaded = """() => ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
                  .map(one => [one.name, one.decodedBodySize])"""
    shared = dict(reader.open(LANTERNFISH).evaluate(loaded))
    own = shared.pop(reader.address + LANTERNFISH)
    assert len(shared) >= 2 and own == (folder / LANTERNFISH).stat().st_size
    for name in puzzles(folder):
        pictures = re.findall(r'<img [^>]*\bsrc="([^"]+)"', (folder / name).read_text(encoding="utf-8"))
        files = [name, *(os.path.normpath(Path(name).parent / one) for one in pictures)]
        weight = sum(shared.values()) + sum((folder / one).stat().st_size for one in files)
        assert 0 < weight < 300_000, f"{name} weighs {weight}"
