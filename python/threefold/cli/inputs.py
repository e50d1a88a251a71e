"""Commands on the inputs that people have."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

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


@click.command()
@click.argument("selection", metavar="[SELECTION]...", nargs=-1, type=Selection())
@language_option
@source_options
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
    as_json: bool,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Solves the inputs that people have, in every language, and holds the answers against the known ones.

    Without --inputs they are those that advent-of-code-data keeps of all its users. Answers are right
    where none of the known ones differs, and unknown where none is known.

    Exit status: 0 if nothing is wrong, unreadable, failed or in dispute, 1 if something is, 2 if there
    is nothing to verify.

    Example: threefold verify 2021 -l rust --user ann
    """
    from ..advent import cache, inputs
    from ..advent.verifying import Verification

    check_sources(user, folder, pattern)
    wanted = {puzzle.name for puzzle in selected(selection)}
    languages = chosen(only)
    try:
        found = inputs.filed(folder, pattern) if folder else cache.cached(user)
    except Unusable as error:
        fail(str(error))
    verification = Verification([one for one in found if not selection or one.puzzle in wanted], languages)
    if not verification.here():
        place = folder or cache.cache()
        fail(f"nothing to verify: {len(verification.inputs)} inputs in {place}, none of a puzzle here")
    verification.run(time_limit, memory_limit << 20)
    if as_json:
        for line in verification.as_json():
            click.echo(json.dumps(line, ensure_ascii=False))
    else:
        click.echo(verification.as_table(), nl=False)
    complaints = list(verification.complaints())
    for said in complaints:
        click.echo(said, err=as_json)
    verdict = WRONG if complaints else 0
    sys.exit(exit_status(verdict, only, languages) if verification.complete else INTERRUPTED)
