"""Commands on the inputs that people have."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..advent import cache
from ..advent.cache import Input
from ..core.languages import Language
from ..core.saving import Unusable
from .options import (
    INTERRUPTED,
    WRONG,
    Selection,
    check_sources,
    chosen,
    exit_status,
    fail,
    language_option,
    limit_options,
    selected,
    source_options,
)

if TYPE_CHECKING:
    from ..advent.verifying import Verification


@click.command()
@click.argument("selection", metavar="[SELECTION]...", nargs=-1, type=Selection())
@language_option
@source_options
@click.option("--explain", is_flag=True, help="Say of every file below --inputs why it counts, or not.")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object per input and language, each on a line."
)
@limit_options
def verify(
    selection: tuple[str, ...],
    only: tuple[Language, ...],
    user: str | None,
    folder: Path | None,
    pattern: str | None,
    explain: bool,
    as_json: bool,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Solves the inputs that people have, in every language, and holds the answers against the known ones.

    Without --inputs they are those that advent-of-code-data keeps of all its users. Answers are right
    where none of the known ones differs, and unknown where none is known. Below --inputs a file counts by its
    name; where that leaves doubts, its content has to be an input that some language accepts.

    Exit status: 0 if nothing is wrong, unreadable, failed or in dispute, 1 if something is, 2 if there
    is nothing to verify.

    Example: threefold verify 2021 -l rust --user ann
    """
    from ..advent import inputs
    from ..advent.verifying import Verification

    check_sources(user, folder, pattern)
    if explain and not folder:
        raise click.UsageError("--explain goes with --inputs")
    wanted = {puzzle.name for puzzle in selected(selection)}
    languages = chosen(only)
    unreadable: list[str] = []
    try:
        files = list(inputs.sorted_out(folder, pattern)) if folder else []
        found = inputs.chosen(files) if folder else cache.cached(user, unreadable)
    except Unusable as error:
        fail(str(error))
    verification = Verification([one for one in found if not selection or one.puzzle in wanted], languages)
    if not verification.here():
        if explain:
            verification.sift()
            _explain(files, verification, as_json)
        place = folder or cache.cache()
        for said in unreadable:
            click.echo(f"threefold: {said}", err=True)
        fail(f"nothing to verify: {len(verification.inputs)} inputs in {place}, none of a puzzle here")
    verification.run(time_limit, memory_limit << 20)
    if explain:
        _explain(files, verification, as_json)
    elif folder and (number := len(verification.passed_over)):
        files_are = "file is" if number == 1 else "files are"
        click.echo(f"threefold: {number} {files_are} passed over: --explain says why", err=True)
    if as_json:
        for line in verification.as_json():
            click.echo(json.dumps(line, ensure_ascii=False))
    else:
        click.echo(verification.as_table(), nl=False)
    complaints = [*unreadable, *verification.complaints()]
    for said in complaints:
        click.echo(said, err=as_json)
    verdict = WRONG if complaints else 0
    sys.exit(exit_status(verdict, only, languages) if verification.complete else INTERRUPTED)


def _explain(files: list[tuple[str, Input | str]], verification: Verification, as_json: bool) -> None:
    for name, one in files:
        why = verification.fate(one) if isinstance(one, Input) else f"not an input: {one}"
        click.echo(f"{name}: {why}", err=as_json)
