"""Chronospatial Computer: a round's output depends on the rest of A, so A is found from its highest digit."""

from collections.abc import Iterator
from typing import NamedTuple

from threefold.contract import NoAnswer
from threefold_python.reading import Lines

REGISTER = "expected a number of at most 18 digits as Register A: 1977, for A, B and C"
PROGRAM = "expected one to ten pairs of an instruction and its operand as Program: 2,4,0,3,5,5,3,0"
PAIR = "(?:[02567],[0-6]|[14],[0-7]|3,[0246])"
STEPS = 100_000
SEEN_LATER = 2**10  # a round sees 13 bits, three of which are new
ADV, BXL, BST, JNZ, BXC, OUT, BDV, CDV = range(8)


class Computer(NamedTuple):
    registers: list[int]
    program: list[int]


def parse(text: str) -> Computer:
    """What is in the registers, and what is the program?"""
    lines = Lines(text)
    words = [lines.line(rf"Register {name}: (\d+)", REGISTER, 10**18 - 1)[0] for name in "ABC"]
    lines.blank("expected an empty line")
    (program,) = lines.line(rf"Program: ({PAIR}(?:,{PAIR}){{0,9}})", PROGRAM)
    lines.end()
    return Computer([int(word) for word in words], [int(word) for word in program.split(",")])


def part1(computer: Computer) -> str:
    """What does the program put out?"""
    if found := ",".join(map(str, outputs(*computer))):
        return found
    raise NoAnswer("the program puts nothing out")


def part2(computer: Computer) -> int:
    """With which number in A, at least, does the program put out itself?"""
    program = computer.program
    if not is_loop(program):
        raise NoAnswer("the program is no loop over three bits of A each, and nothing else")
    rests = [0]  # of A, in rising order
    for number in reversed(program):
        longer = [8 * rest + digit for rest in rests for digit in range(8) if rest or digit]
        least: dict[int, int] = {}  # by the bits that are seen later
        for a in longer:
            if next(outputs([a, 0, 0], program)) == number:
                least.setdefault(a % SEEN_LATER, a)
        rests = list(least.values())
    if not rests:
        raise NoAnswer("the program never puts out itself")
    return rests[0]


def outputs(registers: list[int], program: list[int]) -> Iterator[int]:
    """Which numbers does a program put out?"""
    a, b, c = registers
    at = steps = 0
    while at < len(program):
        steps += 1
        if steps > STEPS:
            raise NoAnswer(f"the program does not end within {STEPS} instructions")
        instruction, literal = program[at : at + 2]
        combo = [0, 1, 2, 3, a, b, c, 0][literal]
        at += 2
        match instruction:
            case 0:
                a >>= combo
            case 1:
                b ^= literal
            case 2:
                b = combo % 8
            case 3:
                at = literal if a else at
            case 4:
                b ^= c
            case 5:
                yield combo % 8
            case 6:
                b = a >> combo
            case 7:
                c = a >> combo


def is_loop(program: list[int]) -> bool:
    """Does a round shift A by three bits and put one number out, all else being computed anew from A?"""
    *body, last = zip(program[::2], program[1::2], strict=True)
    names = [instruction for instruction, _ in body]
    known, small = {0, 1, 2, 3, 4}, {0, 1, 2, 3}  # operands
    for instruction, operand in body:
        read = {BXL: {5}, BXC: {5, 6}}.get(instruction, {operand})
        if not read <= known or (instruction in (BDV, CDV) and operand not in small):
            return False
        known |= {BST: {5}, BDV: {5}, CDV: {6}}.get(instruction, set())
        small = small | {5} if instruction == BST else small - {5} if instruction in (BXC, BDV) else small
    return (
        last == (JNZ, 0)
        and JNZ not in names
        and names.count(OUT) == 1 == names.count(ADV)
        and (ADV, 3) in body
    )
