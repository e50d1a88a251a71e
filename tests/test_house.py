"""The floor plan: which wing of the host may import which, and no circles."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

HOST = Path(__file__).resolve().parents[1] / "python" / "threefold"

# A wing imports from itself and from those named here, which stand below it.
PLAN = {
    "cli": {"book", "sweep", "measure", "workshop", "advent", "core", "build"},
    "book": {"measure", "workshop", "core"},
    "sweep": {"measure", "workshop", "core"},
    "measure": {"workshop", "core"},
    "workshop": {"advent", "core", "build"},
    "advent": {"core"},
    "core": set(),
    "build": set(),
}


def imported(path: Path) -> Iterator[str]:
    """The rooms of the host that a file imports, anywhere in it: ``core.catalogue``, ``book``."""
    here = path.relative_to(HOST).with_suffix("").parts
    rooms = {".".join(room.relative_to(HOST).with_suffix("").parts) for room in HOST.rglob("*.py")}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            assert not (
                isinstance(node, ast.Import) and any(one.name.startswith("threefold.") for one in node.names)
            )
            continue
        if node.level:
            source = [*here[: -node.level], *(node.module or "").split(".")]
        elif (node.module or "").partition(".")[0] == "threefold":
            source = (node.module or "").split(".")[1:]
        else:
            continue
        within = ".".join(filter(None, source))
        for one in node.names:
            room = ".".join(filter(None, [within, one.name]))
            yield room if room in rooms else within


def test_a_wing_imports_from_below() -> None:
    wrong = [
        f"{path.relative_to(HOST)} imports {room}"
        for path in sorted(HOST.rglob("*.py"))
        if (wing := path.relative_to(HOST).parts[0]) in PLAN
        for room in imported(path)
        if room.split(".")[0] not in {wing, *PLAN[wing]}
    ]
    assert not wrong


def test_every_room_has_a_wing() -> None:
    assert {path.name for path in HOST.iterdir() if (path / "__init__.py").exists()} == set(PLAN)
    assert {path.name for path in HOST.glob("*.py")} == {"__init__.py", "contract.py"}


def test_no_circles() -> None:
    """Raises `graphlib.CycleError` where rooms import each other in a circle."""
    graph = {
        ".".join(path.relative_to(HOST).with_suffix("").parts): set(imported(path))
        for path in HOST.rglob("*.py")
    }
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("core.contract") < order.index("core.languages")
