"""Safe Cracking: an instruction that is toggled is another one, and loops are forgotten."""

from threefold_python.assembunny import Instruction, Machine, read

MESSAGE = (
    "expected an instruction as cpy 41 a, inc a, dec a, jnz a -2 or tgl a, with numbers of at most 999999,"
    " in at most 10000 lines"
)


def parse(text: str) -> list[Instruction]:
    """Which instructions are there?"""
    return read(text, MESSAGE, "tgl")


def part1(program: list[Instruction], eggs: int = 7) -> int:
    """What is in a when the program has ended?"""
    return Machine(list(program), {"a": eggs, "b": 0, "c": 0, "d": 0}).result()


def part2(program: list[Instruction]) -> int:
    """And if a begins at 12?"""
    return part1(program, eggs=12)
