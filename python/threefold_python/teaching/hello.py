"""Hello: the first program."""

from threefold.contract import InvalidInput

from ..reading import numbered


def parse(text: str) -> list[str]:
    """Who is to be greeted?"""
    for number, name in numbered(text):
        if not name or any(char < " " or char == "\x7f" for char in name):
            raise InvalidInput(number, "expected a name, without control characters")
    return text.split("\n")


def part1(names: list[str]) -> str:
    """How is the world greeted?"""
    return greeting("world")


def part2(names: list[str]) -> str:
    """How is everyone greeted, a line each?"""
    return "\n".join(greeting(name) for name in names)


def greeting(name: str) -> str:
    """How is someone greeted?"""
    return f"Hello, {name}!"
