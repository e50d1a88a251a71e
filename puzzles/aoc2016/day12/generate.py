"""Makes programs that grow Fibonacci numbers, add products and count up or down, with registers renamed."""

from random import Random


def generate(rng: Random, size: int) -> str:
    """About ``size`` instructions: official programs, one after another, and other loops that end.

    Raises `ValueError` above 10000 instructions, which may take more steps than are counted.
    """
    if size > 10_000:
        raise ValueError("no more than 10000 instructions are sure to end in time")
    if size < 23:
        return "\n".join(forward(rng, size))
    blocks = [
        official(rng) if rng.random() < 0.8 else [*other(rng), *forward(rng, 7)] for _ in range(size // 23)
    ]
    return "\n".join(line for lines in blocks for line in lines)


def official(rng: Random) -> list[str]:
    """A Fibonacci number, further on if c is not 0, and a product on top; which registers count is drawn."""
    other, count = rng.sample("bd", 2)
    one, two = rng.sample(("c", count), 2)
    lines = ["cpy 1 a", f"cpy 1 {other}", f"cpy {rng.randint(20, 29)} {count}", "jnz c 2", "jnz 1 5"]
    lines += [f"cpy {rng.randint(3, 9)} c", f"inc {count}", "dec c", "jnz c -2"]
    lines += ["cpy a c", "inc a", f"dec {other}", f"jnz {other} -2", f"cpy c {other}"]
    lines += [f"dec {count}", f"jnz {count} -6"]
    return lines + product(rng, one, two)


def product(rng: Random, one: str, two: str) -> list[str]:
    lines = [f"cpy {rng.randint(9, 30)} {one}", f"cpy {rng.randint(9, 30)} {two}", "inc a"]
    return [*lines, f"dec {two}", f"jnz {two} -2", f"dec {one}", f"jnz {one} -5"]


def other(rng: Random) -> list[str]:
    """A product, or a loop that counts up to 0 by 1, 2 or 3 and takes something off a."""
    one, two = rng.sample("bcd", 2)
    if rng.random() < 0.5:
        return product(rng, one, two)
    step = rng.randint(1, 3)
    rounds = rng.randint(1, 9999)
    return [f"cpy {-step * rounds} {one}", *[f"inc {one}"] * step, "dec a", f"jnz {one} {-1 - step}"]


def forward(rng: Random, size: int) -> list[str]:
    """Instructions that never go back, and small loops."""
    lines: list[str] = []
    while len(lines) < size:
        x, y = rng.sample("abcd", 2)
        left = size - len(lines)
        if left >= 4 and rng.random() < 0.3:
            lines += [
                f"cpy {rng.randint(1, 99)} {x}",
                f"{rng.choice(('inc', 'dec'))} {y}",
                f"dec {x}",
                f"jnz {x} -2",
            ]
        elif left >= 2 and rng.random() < 0.3:
            lines += [f"jnz {x} 2", f"inc {y}"]
        else:
            lines.append(
                rng.choice((f"inc {x}", f"dec {x}", f"cpy {rng.choice((y, rng.randint(-99, 99)))} {x}"))
            )
    return lines
