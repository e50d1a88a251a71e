"""Pictures of a puzzle's page for the README, by day and by night: `nox -s picture`."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from ..core import catalogue
from . import site

PAGE = "aoc2025/day01"
SIZE = {"width": 1280, "height": 800}
LARGEST = 200_000  # bytes
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not program:
        sys.exit("threefold: there is no Chromium to take pictures with (Debian: chromium)")
    from playwright.sync_api import sync_playwright

    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium has none for the superuser
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        built = Path(scratch, "site")
        site.build(built, draft=True)
        browser = playwright.chromium.launch(executable_path=program, args=["--disable-gpu", *sandbox])
        for theme in ("light", "dark"):
            page = browser.new_page(viewport=SIZE, color_scheme=theme)  # type: ignore[arg-type]
            page.goto((built / f"{PAGE}.html").as_uri())
            picture = page.screenshot(animations="disabled")
            if len(picture) > LARGEST:
                sys.exit(f"threefold: the {theme} picture has {len(picture)} bytes, more than {LARGEST}")
            into = catalogue.root().parent / "docs" / f"page-{theme}.png"
            into.write_bytes(picture)
            print(f"{into.name}: {len(picture)} bytes")
        browser.close()


if __name__ == "__main__":
    main()
