"""Makes packages that can be put into three groups as heavy, and into four."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` packages, but 12 at least, the lightest first; in most inputs all weights differ."""
    count = max(12, size)
    if count > 32:
        raise ValueError("no more than 32 packages are valid")
    while True:
        weights = sorted(weigh(rng, count))
        if all(divides(rng, weights, groups) for groups in (3, 4)):
            return "\n".join(map(str, weights))


def weigh(rng: Random, count: int) -> list[int]:
    """Weights whose sum is a multiple of 12: all different, or twelve bags as heavy, some of them opened."""
    if count >= 24 and rng.random() < 0.7:
        weights = rng.sample(range(1, 4 * count + 1), count - 1)
        last = -sum(weights) % 12 + 12 * rng.randint(0, 9)
        return [*weights, last] if last and last not in weights else weigh(rng, count)
    bag = rng.randint(12, 160)
    bags = [[bag] for _ in range(12)]
    for _ in range(count - 12):
        opened = rng.choice([one for one in bags if max(one) > 1])
        heaviest = max(opened)
        opened.remove(heaviest)
        part = rng.randint(1, heaviest - 1)
        opened += [part, heaviest - part]
    return [weight for one in bags for weight in one]


def divides(rng: Random, weights: list[int], groups: int) -> bool:
    """Are there groups as heavy? Some are found by chance, as what a shuffled list's sums come to first."""
    share = sum(weights) // groups
    for _ in range(200):
        left = rng.sample(weights, len(weights))
        for _ in range(groups):
            ways: dict[int, list[int]] = {0: []}
            for weight in left:
                ways = {
                    total + weight: [*way, weight] for total, way in ways.items() if total + weight <= share
                } | ways
            for weight in ways.get(share, []):
                left.remove(weight)
        if not left:
            return True
    return False
