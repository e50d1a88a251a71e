"""No Such Thing as Too Much: container by container, in how many ways are so many litres held?"""

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import numbers

LITRES = 150
MOST = 2000
MESSAGE = f"expected a container of 1 to 999 litres, on at most {MOST} lines"


def parse(text: str) -> list[int]:
    """How many litres does each container hold?"""
    containers: list[int] = []
    for (size,) in numbers(text, r"(0*[1-9]\d*)", MESSAGE, 999):
        containers.append(size)
        if len(containers) > MOST:
            raise InvalidInput(len(containers), MESSAGE)
    return containers


def part1(containers: list[int]) -> int:
    """In how many ways do containers hold 150 litres?"""
    _, ways = cheapest(containers, price=0).get(LITRES, (0, 0))
    return ways


def part2(containers: list[int]) -> int:
    """In how many ways do as few containers as possible? They are the cheapest if each costs something."""
    held = cheapest(containers, price=1)
    if LITRES not in held:
        raise NoAnswer(f"no containers hold {LITRES} litres together")
    _, ways = held[LITRES]
    return ways


def cheapest(containers: list[int], price: int) -> dict[int, tuple[int, int]]:
    """For each amount up to 150 litres: what does it cost at least to hold it, and in how many ways?"""
    held = {0: (0, 1)}
    for size in containers:
        for litres, (cost, ways) in list(held.items()):
            more = litres + size
            if more <= LITRES:
                held[more] = better(held.get(more), (cost + price, ways))
    return held


def better(before: tuple[int, int] | None, now: tuple[int, int]) -> tuple[int, int]:
    """What is cheaper? Ways of the same cost add up."""
    if before and before[0] == now[0]:
        return now[0], before[1] + now[1]
    return min(before or now, now)
