"""Makes soundings of a sea floor that falls away."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` depths, one a line: a walk from the shallows to some thousands, down more often than up."""
    slope = 2000 / max(size, 2000)
    depth = float(rng.randint(100, 200))
    depths = []
    for _ in range(max(1, size)):
        depths.append(max(1, round(depth)))
        depth += slope * rng.randint(-15, 23) + rng.randint(-2, 2)
    return "\n".join(map(str, depths))
