"""Tables for a terminal, as text."""

from __future__ import annotations

import sys
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table


def rendered(table: Table) -> str:
    """The table at its full width, however narrow the terminal: no cell is cut."""
    from rich.console import Console

    wide = Console(file=StringIO(), width=1000)
    shown = Console(file=StringIO(), width=wide.measure(table).maximum, force_terminal=sys.stdout.isatty())
    shown.print(table)
    assert isinstance(shown.file, StringIO)
    return shown.file.getvalue()
