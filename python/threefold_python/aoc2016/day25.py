"""Clock Signal: a state that comes again at the same turn of the signal proves that it never ends."""

from copy import deepcopy

from threefold.contract import NoAnswer
from threefold_python.assembunny import Instruction, Machine, read

MESSAGE = (
    "expected an instruction as cpy 41 a, inc a, dec a, jnz a -2, tgl a or out a,"
    " with numbers of at most 999999, in at most 10000 lines"
)
STARTS = 5_000
STEPS = 500_000


def parse(text: str) -> list[Instruction]:
    """Which instructions are there?"""
    return read(text, MESSAGE, "tgl|out")


def part1(program: list[Instruction]) -> int:
    """Which is the lowest start for a that makes the program put out 0, 1, 0, 1 and so on without end?"""
    steps = 0
    for start in range(1, STARTS + 1):
        machine = Machine(list(program), {"a": start, "b": 0, "c": 0, "d": 0})
        if alternates(machine):
            return start
        steps += machine.steps
        if steps > STEPS:
            break
    raise NoAnswer(f"none of the starts up to {STARTS} is seen to make the signal, in {STEPS} steps")


def alternates(machine: Machine) -> bool:
    """Does the machine put out 0, 1, 0, 1 and so on, until it comes to a state in which it was before?"""
    kept = None
    for turn, signal in enumerate(machine.run()):
        state = turn % 2, machine.at, machine.registers, machine.program
        if signal != turn % 2 or state == kept:
            return signal == turn % 2
        if (
            turn & (turn - 1) == 0
        ):  # a power of 2: by then a round of states, however long, is kept in the end
            kept = deepcopy(state)
    return False
