"""Seven Segment Search, naively: each of the 5040 wirings is tried."""

from itertools import permutations

SHAPES = "abcefg cf acdeg acdfg bcdf abdfg abdefg acf abcdefg abcdfg"
DIGITS = {shape: digit for digit, shape in enumerate(SHAPES.split(" "))}
WIRINGS = [str.maketrans("abcdefg", "".join(order)) for order in permutations("abcdefg")]


def rewired(pattern: str, wiring: dict[int, int]) -> str:
    """The segments that a pattern lights, in the alphabet's order."""
    return "".join(sorted(pattern.translate(wiring)))


def value(patterns: list[str], shown: list[str]) -> int:
    """What a display shows, under the wiring that makes digits of all its patterns."""
    for wiring in WIRINGS:
        if all(rewired(pattern, wiring) in DIGITS for pattern in patterns):
            return int("".join(str(DIGITS[rewired(pattern, wiring)]) for pattern in shown))
    raise ValueError("no wiring makes digits of these patterns")


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    displays = [[half.split(" ") for half in line.split(" | ")] for line in text.split("\n")]
    values = [value(patterns, shown) for patterns, shown in displays]
    easy = sum(str(number).rjust(4, "0").count(digit) for number in values for digit in "1478")
    return str(easy), str(sum(values))
