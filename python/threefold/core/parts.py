"""What only some commands need: the extras of our package, by what one does (see its pyproject.toml)."""

from importlib.util import find_spec

from .saving import Unusable

READ = ("tree_sitter", "tree_sitter_haskell", "tree_sitter_python", "tree_sitter_rust")
MODULES = {
    "advent": ("aocd", "aococr", "bs4"),
    "book": ("myst_parser", "pagefind", "pagefind_bin", "sphinx", *READ),
    "measure": ("pytest", "pytest_benchmark", "pytest_timeout"),
    "plot": ("matplotlib", "uniplot"),
    "read": READ,
    "sweep": ("distributed",),
    "watch": ("watchfiles",),
}


class Missing(Unusable):
    """A part is not installed; the text says how to get it."""


def missing(part: str) -> str:
    """What a part lacks and how to get it, in a line; empty where it is all there."""
    absent = [module for module in MODULES[part] if find_spec(module) is None]
    return f"needs {absent[0]}: `pip install './python[{part}]'` in a checkout installs it" if absent else ""


def need(part: str, what: str) -> None:
    """Raises `Missing` where something that is to be done lacks its part."""
    if lack := missing(part):
        raise Missing(f"{what} {lack}")
