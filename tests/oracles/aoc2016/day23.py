"""Safe Cracking: official programs by what they work out, others instruction after instruction."""

import re
from math import factorial

SIZES = (*range(1, 13), 20, 26, 40, 100, 150)

OFFICIAL = re.compile(
    r"(?:(?:(?:inc|dec) [b-d]\n)*cpy (?P<first>\d+) a\n)?"
    r"cpy a (?P<x>\w)\ndec (?P=x)\ncpy a (?P<z>\w)\ncpy 0 a\ncpy (?P=x) (?P<y>\w)\ninc a\ndec (?P=y)\n"
    r"jnz (?P=y) -2\ndec (?P=z)\njnz (?P=z) -5\ndec (?P=x)\ncpy (?P=x) (?P=y)\ncpy (?P=y) (?P=z)\n"
    r"dec (?P=z)\ninc (?P=y)\njnz (?P=z) -2\ntgl (?P=y)\ncpy -16 (?P=y)\njnz 1 (?P=y)\n"
    r"cpy (?P<more>\d+) (?P=y)\njnz (?P<times>\d+) (?P=z)\ninc a\ninc (?P=z)\njnz (?P=z) -2\n"
    r"inc (?P=y)\njnz (?P=y) -5(?:\n|$)"
)


def solve(text: str) -> tuple[str, str]:
    return answer(text, 7), answer(text, 12)


def answer(text: str, a: int) -> str:
    at = 0
    while match := OFFICIAL.match(text, at):
        at = match.end()
        a = factorial(int(match["first"] or a)) + int(match["more"]) * int(match["times"])
    return str(
        run([line.split() for line in text[at:].split("\n")], {"a": a, "b": 0, "c": 0, "d": 0})
        if text[at:]
        else a
    )


def run(program: list[list[str]], registers: dict[str, int]) -> int:
    def number(word: str) -> int:
        return registers[word] if word in registers else int(word)

    at = 0
    while 0 <= at < len(program):
        name, x, *rest = program[at]
        if name == "cpy" and rest[0] in registers:
            registers[rest[0]] = number(x)
        if name in ("inc", "dec") and x in registers:
            registers[x] += {"inc": 1, "dec": -1}[name]
        if name == "tgl" and at + number(x) in range(len(program)):
            other = program[at + number(x)]
            other[0] = {"inc": "dec", "jnz": "cpy"}.get(other[0], "inc" if len(other) == 2 else "jnz")
        at += number(rest[0]) if name == "jnz" and number(x) else 1
    return registers["a"]
