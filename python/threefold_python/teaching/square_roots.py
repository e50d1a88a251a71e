"""Square roots: Newton's step for 1 / √n in decimal floating point, every step with twice as many digits."""

from collections.abc import Iterator
from decimal import MAX_EMAX, MIN_EMIN, ROUND_FLOOR, Decimal, localcontext
from math import isqrt

from threefold.contract import InvalidInput
from threefold_python.reading import numbers

MOST, FIRST, LAST = 10**18 - 1, 10, 10**7
ROOT = f"expected a number from 1 to {MOST} and a place from {FIRST} to {LAST}, as 2 100"
GUARD = 10
HALF = Decimal("0.5")

Root = tuple[int, int]


def parse(text: str) -> list[Root]:
    """Which roots are asked for, and which place of each?"""
    roots = []
    for line, (n, place) in enumerate(numbers(text, r"(\d+) (\d+)", ROOT, MOST), 1):
        if n < 1 or not FIRST <= place <= LAST:
            raise InvalidInput(line, ROOT)
        roots.append((n, place))
    return roots


def part1(roots: list[Root]) -> int:
    """How often does Heron's rule in whole numbers come to a smaller one, over all lines?"""
    return sum(1 for n, _ in roots for _ in heron(n))


def heron(n: int) -> Iterator[int]:
    """What does Heron's rule make of the least power of two not below the root, as long as it falls?"""
    x = 1
    while x * x < n:
        x *= 2
    while (mean := (x + n // x) // 2) < x:
        yield mean
        x = mean


def part2(roots: list[Root]) -> str:
    """Which ten digits of each root end at its place?"""
    return "".join(ten_digits(n, place) for n, place in roots)


def ten_digits(n: int, place: int, guard: int = GUARD) -> str:
    """Which ten digits of √n end at that place, if so many more places decide it, or else twice as many?"""
    if isqrt(n) ** 2 == n:
        return "0" * 10
    digits = place + guard + 10
    with localcontext(prec=digits + 20, Emax=MAX_EMAX, Emin=MIN_EMIN):
        root = n * inverse_root(n, digits)
        error = Decimal(1).scaleb(-place - guard)
        low, high = (cut(end, place) for end in (root - error, root + error))
    return low if low == high else ten_digits(n, place, 2 * guard)


def cut(number: Decimal, place: int) -> str:
    """Which ten digits of a number end at that place, what follows cut off?"""
    return str(number.quantize(Decimal(1).scaleb(-place), ROUND_FLOOR))[-10:]


def inverse_root(n: int, digits: int) -> Decimal:
    """What is 1 / √n, but for a part in 10^digits?"""
    if digits <= 25:
        with localcontext(prec=28):
            return 1 / Decimal(n).sqrt()
    guess = inverse_root(n, digits // 2 + 2)
    with localcontext(prec=digits + 3):
        return guess + guess * (1 - guess * guess * n) * HALF
