"""Writes programs that check model numbers."""

from random import Random

BLOCK = """\
inp w
mul x 0
add x z
mod x 26
div z {divisor}
add x {guess}
eql x w
eql x 0
mul y 0
add y 25
mul y x
add y 1
mul z y
mul y 0
add y w
add y {extra}
mul y x
add z y"""


def generate(rng: Random, size: int) -> str:
    """A program that accepts some numbers: fourteen blocks for fourteen digits, whatever ``size`` is."""
    blocks = []
    stack: list[int] = []
    for left in range(14, 0, -1):
        extra = rng.randint(0, 16)
        if not stack or (len(stack) < min(5, left) and rng.random() < 0.5):
            stack.append(extra)
            divisor, guess = 1, rng.randint(10, 15)
        else:
            # Two digits that meet differ by 8 at most.
            pushed = stack.pop()
            divisor, guess = 26, rng.randint(max(-16, -8 - pushed), min(0, 8 - pushed))
        blocks.append(BLOCK.format(divisor=divisor, guess=guess, extra=extra))
    return "\n".join(blocks)
