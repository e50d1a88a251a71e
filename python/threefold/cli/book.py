"""Commands to read solutions: as a site, and in the terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from ..core.catalogue import Puzzle, root
from ..core.languages import Language
from ..core.parts import need
from .options import FOLDER, INTERRUPTED, PuzzleName, fail, language_option


@click.command()
@click.option("--into", type=FOLDER, help="Where the site goes, a folder of its own.  [default: site]")
@click.option("--draft", is_flag=True, help="Build it though puzzles are not measured yet.")
@click.option("--serve", is_flag=True, help="Show it in a browser of this machine.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="With --serve.")
def book(into: Path | None, draft: bool, serve: bool, port: int) -> None:
    """Builds the book, a static site in which three solutions stand side by side.

    A book that is there already is replaced when the new one is whole. A folder in which there is anything
    that no build has put there is left alone.

    Example: threefold book --serve
    """
    if not (root().parent / "reference").is_dir():
        fail("the book is built from a checkout, and this is none")
    need("book", "the book")
    from ..book import site
    from ..core.saving import Unusable

    into = into or root().parent / "site"
    try:
        count = site.build(into, draft)
    except (site.Incomplete, Unusable) as error:
        for line in str(error).splitlines():
            click.echo(f"threefold: {line}", err=True)
        sys.exit(2)
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")
    except KeyboardInterrupt:
        click.echo(f"threefold: interrupted; {into} is as it was", err=True)
        sys.exit(INTERRUPTED)
    click.echo(f"{count} pages in {into}")
    if serve:
        show(into, port)


def show(folder: Path, port: int) -> None:
    """Serves the folder to this machine until interrupted."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(SimpleHTTPRequestHandler, directory=folder))
    except OSError as error:
        fail(f"port {port}: {error.strerror}; --port takes another")
    click.echo(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends it)")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()


@click.command()
@click.argument("puzzle", type=PuzzleName())
@language_option
@click.option(
    "--statement", "shown", flag_value="statement", multiple=True, help="What is asked, and an example."
)
@click.option(
    "--code", "shown", flag_value="code", multiple=True, help="The solutions: what is shown by default."
)
@click.option(
    "--notes", "shown", flag_value="notes", multiple=True, help="Why the solutions are as they are."
)
@click.option("--width", type=click.IntRange(min=20), help="In characters.  [default: the terminal's]")
def read(puzzle: Puzzle, only: tuple[Language, ...], shown: tuple[str, ...], width: int | None) -> None:
    """Shows a puzzle's solutions side by side, aligned by what they do; or what is asked, or the notes.

    Example: threefold read 2021/6 --statement --code
    """
    need("read", "reading")
    from ..book.sources import TITLES
    from ..book.stages import Unreadable
    from ..book.terminal import page

    try:
        text = page(
            puzzle,
            [one.name for one in only] or list(TITLES),
            width or shutil.get_terminal_size().columns,
            sys.stdout.isatty(),
            shown or ("code",),
        )
    except Unreadable as error:
        fail(str(error))
    written = text.encode(sys.stdout.encoding, "threefold").decode(sys.stdout.encoding)
    click.echo_via_pager(written, color=sys.stdout.isatty())
