"""Makes the steps of a reactor's reboot."""

from math import hypot
from random import Random

OFFICIAL = 420
NEAR = 20
LAST = 98_999


def generate(rng: Random, size: int) -> str:
    """``size`` steps: one in 21 near the middle, then the others in a thick shell far around it.

    As many steps meet in a place as officially: the more there are, the smaller are their cuboids.
    """
    near = (size * NEAR + OFFICIAL - 1) // OFFICIAL
    scale = (OFFICIAL / max(size, OFFICIAL)) ** (1 / 3)
    return "\n".join(_near(rng, scale, at) if at < near else _far(rng, scale) for at in range(size))


def _near(rng: Random, scale: float, at: int) -> str:
    """Within 50 of the middle: two steps on, one off, and so on."""
    sides = [int(scale * rng.randint(12, 56)) for _ in "xyz"]
    starts = [rng.randint(-49, 49 - side) for side in sides]
    return _step("off" if at % 3 == 2 else "on", starts, sides)


def _far(rng: Random, scale: float) -> str:
    sides = [int(scale * rng.triangular(1_000, 39_000)) for _ in "xyz"]
    normal = Random(rng.getrandbits(64)).gauss  # Hypothesis draws infinite ones
    direction = [normal(0, 1) for _ in "xyz"]
    distance = rng.uniform(70_000, 90_000) / (hypot(*direction) or 1)
    starts = [
        min(max(int(distance * part - side / 2), -LAST), LAST - side)
        for part, side in zip(direction, sides, strict=True)
    ]
    return _step(rng.choice(["on", "on", "off"]), starts, sides)


def _step(switch: str, starts: list[int], sides: list[int]) -> str:
    axes = zip("xyz", starts, sides, strict=True)
    return f"{switch} " + ",".join(f"{axis}={start}..{start + side}" for axis, start, side in axes)
