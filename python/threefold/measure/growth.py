"""Orders of growth: read from notes, fitted to times, said in words.

The order is the slope of log time over log size. A slope is all that times can tell: between 10³ and 10⁵
a time in proportion to n log n climbs like n^1.11. So an order is compared by the slope that it *would have
over the very sizes* that were measured, and never by its name.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

DECADES = 2  # the largest sizes tell the order, the smaller ones what stands in its way
CLEAR = 10  # times the floor: then the floor is a tenth at most, and bends the slope by a twentieth at most
FEWEST = 4  # sizes to fit; three have one degree of freedom, and intervals that hold everything
DRIFT = 2.0  # what caches, page faults and allocators may add to a time per item across the sizes fitted
STRAY = 0.2  # a slope farther than this from all orders that have a name is said as a number


@dataclass(frozen=True)
class Order:
    """``n`` to a power, times ``log n`` to another."""

    power: float
    logs: int = 0

    @classmethod
    def read(cls, text: str) -> "Order | None":
        """An order as notes write it: ``1``, ``n``, ``n log n``, ``n^2``, ``n²``, ``log n``, ``O(n sqrt n)``.

        None for what is no such product, and so can't be checked.
        """
        plain = text.strip().lower().replace("²", "^2").replace("³", "^3").replace("√", " sqrt ")
        if inside := re.fullmatch(r"o\((.*)\)", plain):
            plain = inside[1]
        power, logs, end = 0.0, 0, 0
        while end < len(plain):
            if not (term := TERM.match(plain, end)):
                return None
            if term["log"]:
                logs += int(term["logs"] or 1)
            elif term["root"]:
                power += 0.5
            elif term["n"]:
                power += float(term["power"] or 1)
            end = term.end()
        return cls(power, logs) if plain else None

    def __str__(self) -> str:
        logs = f"log{_raised(self.logs)} n" if self.logs else ""
        if self.power == 0:
            return logs or "1"
        return f"n{_raised(self.power)} {logs}".strip()

    def slope(self, sizes: Sequence[int]) -> float:
        """The slope that this order has over these sizes, on log-log scales."""
        # A logarithm of less than 3 is less than 1, and no algorithm takes less than one step.
        logs = [(math.log(n), math.log(math.log(max(n, 3)))) for n in sizes]
        return regression([(log, self.power * log + self.logs * loglog) for log, loglog in logs])[0]


def _raised(power: float) -> str:
    known: dict[float, str] = {1: "", 2: "²", 3: "³"}
    return known.get(power, f"^{power:g}")


TERM = re.compile(
    r"[\s*·]*(?:(?P<one>1)|(?P<log>log)(?:\^(?P<logs>[23]))?\s*\(?n\)?|(?P<root>sqrt)\s*\(?n\)?"
    r"|(?P<n>n)(?:\^\(?(?P<power>\d+(?:\.\d+)?)\)?)?)(?![a-z0-9])[\s*·]*"
)
NAMED = (
    Order(0),
    Order(0, 1),
    Order(0.5),
    Order(1),
    Order(1, 1),
    Order(1.5),
    Order(1.58),  # log₂ 3, Karatsuba's
    Order(2),
    Order(2, 1),
    Order(3),
)


@dataclass(frozen=True)
class Fit:
    """A slope with the half width of its 95% interval, over the sizes that it was fitted to.

    ``clear`` tells whether the times stand clear of the floor; if not, the slope is that of the floor too.
    """

    slope: float
    margin: float
    sizes: tuple[int, ...]
    clear: bool

    @cached_property
    def tolerance(self) -> float:
        """How far an honest order may stray.

        Items that cost up to twice as much in the largest input as in the smallest (they left the cache, or
        their pages had to be fetched) tilt the line by log 2 over the logarithm of the sizes' span: 0.15 for
        two decades. The interval knows nothing of that, for such a tilt is no noise.
        """
        return math.log(DRIFT) / math.log(self.sizes[-1] / self.sizes[0])

    def order(self, declared: Order | None) -> str:
        """The order in words: the declared one if the interval holds it, or the nearest that has a name."""
        if declared is not None and self._miss(declared) <= 0:
            return str(declared)
        nearest = min(NAMED, key=lambda one: abs(one.slope(self.sizes) - self.slope))
        # Of the orders that the interval holds the simplest will do: n log n needs evidence against n.
        held = [one for one in NAMED if self._miss(one) <= 0]
        chosen = nearest if not held else min(held, key=lambda one: (one.logs, self._distance(one)))
        return str(chosen) if self._miss(chosen) <= STRAY else f"n^{self.slope:.1f}"

    def fits(self, declared: Order) -> bool | None:
        """Does the declared order explain the slope? None where the floor hides it."""
        if not self.clear and (declared.power or self.slope > STRAY):
            return None
        return self._miss(declared) <= self.tolerance

    def _distance(self, order: Order) -> float:
        return abs(order.slope(self.sizes) - self.slope)

    def _miss(self, order: Order) -> float:
        """How far the order's slope lies outside of the interval; not above 0 inside."""
        return self._distance(order) - self.margin

    def __str__(self) -> str:
        return f"{self.slope:.2f} ± {self.margin:.2f}"


def fit(points: Sequence[tuple[int, float]]) -> Fit | None:
    """The order of growth of times over sizes, sizes rising. None where there are too few sizes to tell."""
    points = [(size, max(time, 1.0)) for size, time in points]
    if len(points) < FEWEST:
        return None
    chosen, clear = stretch(points)
    slope, margin = regression([(math.log(size), math.log(time)) for size, time in chosen])
    return Fit(slope, margin, tuple(size for size, _ in chosen), clear)


def stretch(points: Sequence[tuple[int, float]]) -> tuple[Sequence[tuple[int, float]], bool]:
    """The points to fit, and whether they stand clear of the floor.

    To be fitted are, of the largest two decades of sizes (four sizes at least), those whose time is ten times
    the floor or more. Where fewer than four are, or where the largest time is not even ten times the least,
    so that nobody can know the floor, they are taken as they stand, and are not called clear.
    """
    recent = [one for one in points if one[0] * 10**DECADES >= points[-1][0]]
    recent = max(recent, list(points[-FEWEST:]), key=len)
    least = min(time for _, time in points)
    if points[-1][1] >= CLEAR * least:
        clear = [one for one in recent if one[1] >= CLEAR * _floor(points)]
        if len(clear) >= FEWEST:
            return clear, True
    return recent, False


def _floor(points: Sequence[tuple[int, float]]) -> float:
    """What even an input of no size would cost: how far the least time lies above the line of the largest."""
    size, least = min(points, key=lambda one: one[1])
    top = [one for one in points if one[1] >= CLEAR * least]
    if len(top) < 2:
        top = list(points[-2:])
    slope, _ = regression([(math.log(n), math.log(time)) for n, time in top])
    last_size, last = points[-1]
    return max(0.0, least - last * math.exp(slope * math.log(size / last_size)))


def regression(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The least-squares slope, and the half width of its 95% interval."""
    count = len(points)
    middle_x = math.fsum(x for x, _ in points) / count
    middle_y = math.fsum(y for _, y in points) / count
    spread = math.fsum((x - middle_x) ** 2 for x, _ in points)
    slope = math.fsum((x - middle_x) * (y - middle_y) for x, y in points) / spread
    free = count - 2
    if free < 1:
        return slope, math.inf
    left = math.fsum((y - middle_y - slope * (x - middle_x)) ** 2 for x, y in points)
    return slope, student(free) * math.sqrt(left / free / spread)


def student(free: int) -> float:
    """Student's t that 95% lie within (two-sided), to three digits, for a number of degrees of freedom."""
    if free <= len(STUDENT):
        return STUDENT[free - 1]
    z = 1.959964
    return z + (z**3 + z) / (4 * free) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * free**2)


STUDENT = (12.71, 4.303, 3.182, 2.776, 2.571, 2.447)
