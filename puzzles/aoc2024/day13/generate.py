"""Makes claw machines."""

from random import Random

FAR = 10**13


def generate(rng: Random, size: int) -> str:
    """``size`` machines: a third is won as it is, a third far away; a few have both buttons in line."""
    return "\n\n".join(machine(rng) for _ in range(size))


def machine(rng: Random) -> str:
    kind = rng.random()
    ax, ay, bx, by = (rng.randint(11, 99) for _ in range(4))
    if kind < 0.04:
        x, y = (1, 1) if kind < 0.02 else (rng.randint(1, 9), rng.randint(1, 9))
        a, b = rng.randint(1, 11), rng.randint(1, 11)
        ax, ay, bx, by = a * x, a * y, b * x, b * y
    if kind < 0.34:
        a, b = rng.randint(0, 100), rng.randint(0, 100)
        x, y = a * ax + b * bx, a * ay + b * by
    elif kind < 0.67 and (ax - ay) * (bx - by) < 0:
        near = FAR + rng.randint(1000, 19000)
        size = ax * by - ay * bx
        a, b = near * (by - bx) // size, near * (ax - ay) // size
        x, y = a * ax + b * bx - FAR, a * ay + b * by - FAR
    else:
        x, y = rng.randint(100, 20000), rng.randint(100, 20000)
    return f"Button A: X+{ax}, Y+{ay}\nButton B: X+{bx}, Y+{by}\nPrize: X={x}, Y={y}"
