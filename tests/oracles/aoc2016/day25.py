"""Clock Signal: each start is run instruction after instruction, and every state is remembered."""

from itertools import count

SIZES = (1, 2, 3, 4, 5, 6, 8, 10)


def solve(text: str) -> tuple[str, None]:
    program = text.split("\n")
    starts = (start for start in count(1) if alternates([line.split() for line in program], start))
    return str(next(starts)), None


def alternates(program: list[list[str]], start: int) -> bool:
    registers = {"a": start, "b": 0, "c": 0, "d": 0}
    turn, at, seen = 0, 0, set()

    def number(word: str) -> int:
        return registers[word] if word in registers else int(word)

    while 0 <= at < len(program):
        name, x, *rest = program[at]
        if name == "out":
            state = (turn % 2, at, *registers.values(), str(program))
            if number(x) != turn % 2 or state in seen:
                return number(x) == turn % 2
            seen.add(state)
            turn += 1
        elif name == "cpy" and rest[0] in registers:
            registers[rest[0]] = number(x)
        elif name in ("inc", "dec") and x in registers:
            registers[x] += {"inc": 1, "dec": -1}[name]
        elif name == "tgl" and at + number(x) in range(len(program)):
            other = program[at + number(x)]
            other[0] = {"inc": "dec", "jnz": "cpy"}.get(other[0], "inc" if len(other) == 2 else "jnz")
        at += number(rest[0]) if name == "jnz" and number(x) else 1
    return False
