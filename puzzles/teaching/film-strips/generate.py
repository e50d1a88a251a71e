"""Makes film strips, and operations on them that leave some frames."""

from random import Random

LONGEST = 10**18 - 1


def generate(rng: Random, size: int) -> str:
    """``size`` operations on a strip that has a frame left; fewer than a hundred have a short strip."""
    size = max(1, size)
    length = rng.choice((LONGEST, LONGEST, rng.randint(1, LONGEST)))
    if size < 100:
        length = rng.randint(1, int(10 ** (size / 8 + 0.5)))
    large = size >= 100 and rng.random() < 0.02
    side, frames = (rng.choice((1, 2, 3, rng.randint(1, 12))) for _ in range(2))
    if large:
        side, frames = rng.randint(1, 50), rng.randint(1, 100)
    lit = rng.choice((0.2, 0.5, 0.8))
    lines = [f"frames {frames} side {side} length {length}"]
    for _ in range(frames):
        lines.append("")
        lines += ["".join("#" if rng.random() < lit else "." for _ in range(side)) for _ in range(side)]
    lines.append("")
    left = length
    for number in range(size):
        # A strip becomes shorter by the same factor at each operation, more or less.
        due = left ** (number / size) < left**2 / length
        word, left = operation(rng, left, due)
        lines.append(word)
    return "\n".join(lines)


def operation(rng: Random, left: int, due: bool) -> tuple[str, int]:
    """An operation, and how many frames it leaves; it cuts much away only where that is due."""
    word = rng.choice(("turn", "mirror", "invert", "shift", "reverse", "every", "first", "drop"))
    if word in ("turn", "mirror", "invert", "reverse"):
        return word, left
    if word == "shift":
        return f"shift {rng.choice((0, 1, rng.randint(0, 60), rng.randint(0, LONGEST)))}", left
    if word == "every":
        step = rng.randint(1, min(left, 9)) if due else 1
        return f"every {step}", (left + step - 1) // step
    most = left - 1 if due else left // 1_000_000
    gone = rng.choice((0, rng.randint(0, min(most, 9)), rng.randint(0, most // 2)))
    if word == "drop":
        return f"drop {gone}", left - gone
    return f"first {left - gone if gone else rng.randint(left, LONGEST)}", left - gone
