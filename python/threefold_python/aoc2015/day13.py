"""Knights of the Dinner Table: the first guest stays seated, and the others follow around the table."""

from functools import cache
from math import perm

from threefold_python.reading import Lines

Happiness = dict[str, dict[str, int]]

LEAST_GUESTS, MOST_GUESTS = 3, 14
GUEST = "([A-Z][A-Za-z]*)"
LINE = rf"{GUEST} would (gain|lose) (\d+) happiness units by sitting next to {GUEST}\."
FORM = (
    "expected what one of at most 14 guests would gain or lose, to 99999, next to another, each pair once, "
    "as Ann would gain 4 happiness units by sitting next to Ben."
)
MISSING = "expected three guests or more, and what each of them would gain or lose next to each other one"


def parse(text: str) -> Happiness:
    """How much does each guest like to sit next to each other one?"""
    happiness: Happiness = {}

    def is_new(one: str, _: str, __: str, other: str) -> bool:
        guests = {*happiness, one, other}
        return one != other and other not in happiness.get(one, ()) and len(guests) <= MOST_GUESTS

    lines = Lines(text)
    while not lines.is_done():
        one, change, units, other = lines.line(LINE, FORM, 99_999, is_new)
        happiness.setdefault(one, {})[other] = int(units) if change == "gain" else -int(units)
        happiness.setdefault(other, {})
    if len(happiness) < LEAST_GUESTS or sum(map(len, happiness.values())) < perm(len(happiness), 2):
        raise lines.fault(MISSING)
    return happiness


def part1(happiness: Happiness) -> int:
    """How much happier are all at the best table?"""
    return best_table(happiness)


def part2(happiness: Happiness) -> int:
    """And if I sit with them, whom nobody minds and who minds nobody?"""
    me = dict.fromkeys(happiness, 0)
    return best_table({"": me} | {guest: likes | {"": 0} for guest, likes in happiness.items()})


def best_table(happiness: Happiness) -> int:
    """How much happier are the guests if they sit as they like best?"""
    first, *others = happiness

    def together(one: str, other: str) -> int:
        return happiness[one][other] + happiness[other][one]

    @cache
    def onward(guest: str, left: frozenset[str]) -> int:
        """From a guest on, through those that are left and round to the first?"""
        if not left:
            return together(guest, first)
        return max(together(guest, other) + onward(other, left - {other}) for other in left)

    return onward(first, frozenset(others))
