"""Infinite Elves and Infinite Houses: elf after elf walks along all houses that could matter."""

SIZES = (*range(1, 31), 100, 400, 1000)


def solve(text: str) -> tuple[str, str]:
    presents = int(text)
    last = presents // 10 + 1
    return street(presents, last, 10, last), street(presents, last, 11, 50)


def street(presents: int, last: int, each: int, stops: int) -> str:
    houses = [0] * (last + 1)
    for elf in range(1, last + 1):
        for stop in range(1, stops + 1):
            if elf * stop > last:
                break
            houses[elf * stop] += each * elf
    return str(next(house for house, got in enumerate(houses) if got >= presents))
