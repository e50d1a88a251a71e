"""Makes databases of fresh ranges and ingredients."""

from random import Random

LARGEST = 560_000_000_000_000


def generate(rng: Random, size: int) -> str:
    """``size`` ingredients and a fifth as many ranges, some of them in another one, or there twice."""
    ranges: list[tuple[int, int]] = []
    count = max(1, size // 5)
    for _ in range(count):
        kind = rng.random()
        if ranges and kind < 0.05:
            ranges.append(rng.choice(ranges))
        elif ranges and kind < 0.2:
            first, last = rng.choice(ranges)
            ranges.append(tuple(sorted((rng.randint(first, last), rng.randint(first, last)))))
        else:
            first = rng.randint(1, LARGEST)
            ranges.append((first, min(LARGEST, first + rng.randint(0, 2 * LARGEST // count))))
    rng.shuffle(ranges)
    at_hand = [
        rng.randint(*rng.choice(ranges)) if rng.random() < 0.4 else rng.randint(1, LARGEST)
        for _ in range(max(1, size))
    ]
    return "\n".join(f"{first}-{last}" for first, last in ranges) + "\n\n" + "\n".join(map(str, at_hand))
