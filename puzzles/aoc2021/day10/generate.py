"""Makes lines of brackets, none of them as it should be."""

from random import Random

OPENING = "([{<"
CLOSING = ")]}>"
DEEPEST = 15


def generate(rng: Random, size: int) -> str:
    """``size`` lines of about a hundred brackets: an odd number is incomplete, the others are corrupted."""
    size = max(1, size)
    incomplete = set(rng.sample(range(size), k=size // 4 * 2 + 1))
    return "\n".join(_incomplete(rng) if at in incomplete else _corrupted(rng) for at in range(size))


def _incomplete(rng: Random) -> str:
    """Brackets that are opened and rightly closed by chance, though never all of them."""
    line, missing = [], [rng.choice(CLOSING)]
    line = [OPENING[CLOSING.index(missing[0])]]
    for _ in range(rng.randint(89, 108)):
        if len(missing) == 1 or (len(missing) < DEEPEST and rng.random() < 0.6):
            missing.append(rng.choice(CLOSING))
            line.append(OPENING[CLOSING.index(missing[-1])])
        else:
            line.append(missing.pop())
    return "".join(line)


def _corrupted(rng: Random) -> str:
    """The same with another closing bracket in place of one."""
    line = _incomplete(rng)
    at = rng.choice([at for at, bracket in enumerate(line) if bracket in CLOSING])
    return line[:at] + rng.choice(CLOSING.replace(line[at], "")) + line[at + 1 :]
