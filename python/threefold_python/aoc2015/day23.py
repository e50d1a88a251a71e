"""Opening the Turing Lock: the program is run, and counted."""

from threefold.contract import NoAnswer
from threefold_python.reading import fields

MESSAGE = "expected an instruction as inc a, jmp +2 or jie a, -2, with an offset of at most 9999"
FORM = (
    r"((?:hlf|tpl|inc)(?= [ab]$)|jmp(?= [+-]\d)|ji[eo](?= [ab], [+-]\d))"  # what follows is looked at ahead
    r" ([ab]?)(?:, )?([+-]?)(\d*)"
)
STEPS = 500_000
LARGEST = 10**18 - 1

Instruction = tuple[str, str, int]


def parse(text: str) -> list[Instruction]:
    """Which instructions, with a register and an offset? What one does not need is empty, or 1."""
    return [
        (kind, register, int(sign + (far or "1")))
        for kind, register, sign, far in fields(text, FORM, MESSAGE, 9999)
    ]


def part1(program: list[Instruction], a: int = 0) -> int:
    """What is in b when the program has ended?"""
    registers = {"a": a, "b": 0}
    at = 0
    for _ in range(STEPS):
        kind, register, offset = program[at]
        match kind:
            case "hlf":
                registers[register] //= 2
            case "tpl":
                registers[register] *= 3
            case "inc":
                registers[register] += 1
            case "jie" if registers[register] % 2:
                offset = 1
            case "jio" if registers[register] != 1:
                offset = 1
        if max(registers.values()) > LARGEST:
            raise NoAnswer("a register is above 999999999999999999")
        at += offset
        if not 0 <= at < len(program):
            return registers["b"]
    raise NoAnswer("the program has not ended after 500000 instructions")


def part2(program: list[Instruction]) -> int:
    """And if a begins at 1?"""
    return part1(program, a=1)
