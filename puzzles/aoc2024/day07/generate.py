"""Makes equations, of which about half can be true."""

from random import Random

LINES, MOST = 9000, 10**15


def generate(rng: Random, size: int) -> str:
    """``size`` equations, of which about a quarter can be true, and as many more if digits are joined.

    Raises `ValueError` above 9000 equations.
    """
    if size > LINES:
        raise ValueError("there are no more than 9000 equations")
    return "\n".join(equation(rng) for _ in range(size))


def equation(rng: Random) -> str:
    """One whose value fits, and is that of some operators, or near it, or that of digits in another order."""
    while True:
        top = rng.choice((9, 9, 99, 999))
        numbers = [rng.randint(1, rng.choice((9, top))) for _ in range(rng.randint(3, 12))]
        kinds = rng.choice(("+*", "+*|", "+*|"))
        value = numbers[0]
        for number in numbers[1:]:
            kind = rng.choice(kinds)
            if kind == "+":
                value += number
            elif kind == "*":
                value *= number
            else:
                value = int(f"{value}{number}")
        if rng.random() < 0.45:
            value += rng.choice((1, -1, numbers[-1], 10 * numbers[-2], rng.randrange(value)))
        if 0 < value < MOST:
            return f"{value}: {' '.join(map(str, numbers))}"
