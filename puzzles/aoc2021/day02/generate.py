"""Makes courses for a submarine."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """``size`` commands of one digit each, that never lead out of the water, in either part's reading."""
    depth = 0
    commands = []
    for _ in range(max(1, size)):
        amount = rng.randint(1, 9)
        direction = rng.choice(("forward", "forward", "down", "down", "up"))
        if direction == "up" and amount > depth:
            direction = "down"
        depth += {"forward": 0, "down": amount, "up": -amount}[direction]
        commands.append(f"{direction} {amount}")
    return "\n".join(commands)
