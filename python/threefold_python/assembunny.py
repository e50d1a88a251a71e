"""The machine of days 12, 23 and 25 of 2016, which takes many rounds of a loop at once.

Two rounds in a row that run the same instructions and add the same to each register are followed by more: as
nothing is done in them but to copy and to add 1 or -1, what a `jnz` tests changes by the same from round to
round, too. They go on until one of the numbers tested comes to 0 or changes its sign. So loops that add are
taken at once; then loops that multiply, whose rounds are alike with the inner loop left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import fields

STEPS = 500_000
LONGEST = 10_000
LARGEST = 10**18 - 1
VALUE = r"(?:[a-d]|-?\d+)"
TOGGLED = {"inc": "dec", "cpy": "jnz", "jnz": "cpy"}

Value = str | int
Instruction = tuple[str, Value, Value]
Test = tuple[tuple[int, int, bool], int]  # where, what follows, whether it is not 0; and the number


def read(text: str, message: str, more: str = "(?!)") -> list[Instruction]:
    """Which instructions? `more` are kinds with one value; a second one is empty where none is needed."""
    form = (
        rf"(cpy(?= {VALUE} [a-d]$)|jnz(?= {VALUE} {VALUE}$)|(?:inc|dec)(?= [a-d]$)|(?:{more})(?= {VALUE}$))"
        rf" ({VALUE}) ?({VALUE}|)"
    )
    program: list[Instruction] = []
    for kind, x, y in fields(text, form, message, 999_999):
        if len(program) == LONGEST:
            raise InvalidInput(LONGEST + 1, message)
        program.append((kind, value(x), value(y)))
    return program


def value(word: str) -> Value:
    """Which number, or which register?"""
    return word if word in ("", "a", "b", "c", "d") else int(word)


@dataclass
class Machine:
    """A program as it stands, registers, numbers tested, and loops that go round, from outside in."""

    program: list[Instruction]
    registers: dict[str, int]
    at: int = 0
    steps: int = 0
    tests: list[Test] = field(default_factory=list)
    loops: list[tuple[int, list[int], int, list[int], int]] = field(default_factory=list)

    def run(self) -> Iterator[int]:
        """What does the program put out, until it ends, or no end is in sight?"""
        registers = self.registers
        while 0 <= self.at < len(self.program) and self.steps < STEPS:
            self.steps += 1
            following = self.at + 1
            kind, x, y = self.program[self.at]
            number = self.number(x)
            match kind:
                case "cpy" if isinstance(y, str):
                    registers[y] = number
                case "inc" | "dec" if isinstance(x, str):
                    registers[x] += 1 if kind == "inc" else -1
                    if abs(registers[x]) > LARGEST:
                        return
                case "jnz":
                    if number:
                        following = self.at + self.number(y)
                    self.tests.append(((self.at, following, number != 0), number))
                    if number and following <= self.at and not self.goes_on():
                        return
                case "tgl" | "out":
                    self.tests, self.loops = [], []
                    if kind == "out":
                        yield number
                    elif 0 <= self.at + number < len(self.program):
                        other, first, second = self.program[self.at + number]
                        self.program[self.at + number] = TOGGLED.get(other, "inc"), first, second
            self.at = following

    def number(self, value: Value) -> int:
        """Which number is meant?"""
        return self.registers[value] if isinstance(value, str) else value

    def goes_on(self) -> bool:
        """Is there a last round, and where is it? Rounds that are as the last two were are taken at once."""
        now, end = list(self.registers.values()), len(self.tests)
        while self.loops and self.loops[-1][0] < self.at:
            self.loops.pop()  # an inner loop has ended where one around it goes round
        if not self.loops or self.loops[-1][0] > self.at:
            self.loops.append((self.at, now, end, [], end))
        _, then, middle, before, start = self.loops.pop()
        change = [new - old for new, old in zip(now, then, strict=True)]
        pairs = list(zip(self.tests[start:middle], self.tests[middle:], strict=False))
        alike = len(pairs) == end - middle == middle - start and all(old[0] == new[0] for old, new in pairs)
        if alike and change == before:
            steps = [(new, new - old) for (_, old), (_, new) in pairs]
            limits = [(abs(new) - 1) // abs(step) for new, step in steps if new * step < 0]
            rounds = min(limits, default=0)
            now = [new + rounds * step for new, step in zip(now, change, strict=True)]
            if not limits or max(map(abs, now)) > LARGEST:
                return False
            if rounds:
                self.registers.update(zip(self.registers, now, strict=True))
                self.tests.append(((self.at, -rounds, True), 0))
                self.tests += [
                    (key, new + rounds * step)
                    for (_, (key, _)), (new, step) in zip(pairs, steps, strict=True)
                ]
        middle = len(self.tests) - len(pairs) if alike else middle
        self.loops.append((self.at, now, len(self.tests), change, middle))
        return True

    def result(self) -> int:
        """What is in a when the program has ended?"""
        for _ in self.run():
            pass
        if 0 <= self.at < len(self.program):
            raise NoAnswer(f"no end of the program is in sight after {STEPS} steps")
        return self.registers["a"]
