"""Leonardo's Monorail: loops that add or multiply are known by what two of their rounds do."""

from threefold_python.assembunny import Instruction, Machine, read

MESSAGE = (
    "expected an instruction as cpy 41 a, inc a, dec a or jnz a -2, with numbers of at most 999999,"
    " in at most 10000 lines"
)


def parse(text: str) -> list[Instruction]:
    """Which instructions are there?"""
    return read(text, MESSAGE)


def part1(program: list[Instruction], c: int = 0) -> int:
    """What is in a when the program has ended?"""
    return Machine(list(program), {"a": 0, "b": 0, "c": c, "d": 0}).result()


def part2(program: list[Instruction]) -> int:
    """And if c begins at 1?"""
    return part1(program, c=1)
