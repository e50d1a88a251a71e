"""threefold's Python solutions: a module a puzzle, found by its place in this package."""

import platform
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter_ns

from threefold.contract import InvalidInput, NoAnswer


def puzzles() -> list[str]:
    """The names of the puzzles that are solved in Python."""
    here = Path(__file__).parent
    modules = (path.relative_to(here).with_suffix("") for path in here.glob("*/*.py"))
    return sorted(module.as_posix().replace("_", "-") for module in modules if module.name != "__init__")


def solve(puzzle: str, text: str) -> tuple[object, ...]:
    """Solves ``text``, an input of ``puzzle`` in normal form (see ``threefold.core.languages``)."""
    solution = import_module("." + puzzle.replace("-", "_").replace("/", "."), __name__)
    part = 1
    try:
        start = perf_counter_ns()
        parsed = solution.parse(text)
        parse_end = perf_counter_ns()
        part1 = str(solution.part1(parsed))
        part1_end = perf_counter_ns()
        part = 2
        part2 = str(solution.part2(parsed)) if hasattr(solution, "part2") else None
        part2_end = perf_counter_ns()
    except InvalidInput as error:
        return "invalid", error.line, error.message
    except NoAnswer as error:
        return "no answer", part, error.message
    except Exception as error:
        return "failed", f"{type(error).__name__}: {error}".rstrip().removesuffix(":")
    return "solved", part1, part2, parse_end - start, part1_end - parse_end, part2_end - part1_end


def about() -> dict[str, object]:
    """What a report says of this language."""
    version = f"{platform.python_implementation()} {platform.python_version()}"
    return {"title": "Python", "order": 1, "version": version, "flags": "-O" * sys.flags.optimize}
