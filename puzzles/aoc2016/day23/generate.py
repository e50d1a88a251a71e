"""Makes programs that toggle their own instructions: factorials and products, or shorter ones."""

import re
from random import Random

OFFICIAL = """cpy a {0};dec {0};cpy a {2};cpy 0 a;cpy {0} {1};inc a;dec {1};jnz {1} -2;dec {2};jnz {2} -5
dec {0};cpy {0} {1};cpy {1} {2};dec {2};inc {1};jnz {2} -2;tgl {1};cpy -16 {1};jnz 1 {1}
cpy {3} {1};jnz {4} {2};inc a;inc {2};jnz {2} -2;inc {1};jnz {1} -5"""


def generate(rng: Random, size: int) -> str:
    """About ``size`` instructions: official programs one after another, or pieces that toggle something.

    Raises `ValueError` above 10000 instructions, which may take more steps than are counted.
    """
    if size > 10_000:
        raise ValueError("no more than 10000 instructions are sure to end in time")
    if size < 26:
        return "\n".join(pieces(rng, size))
    lines = official(rng)
    for _ in range(size // 39 - 1):
        unread = [f"{rng.choice(('inc', 'dec'))} {rng.choice('bcd')}" for _ in range(12)]  # toggled at times
        lines += [*unread, f"cpy {rng.randint(6, 11)} a", *official(rng)]
    return "\n".join(lines)


def official(rng: Random) -> list[str]:
    """The factorial of a, and a product on top."""
    names = rng.sample("bcd", 3)
    return re.split("[;\n]", OFFICIAL.format(*names, rng.randint(70, 99), rng.randint(70, 99)))


def pieces(rng: Random, size: int) -> list[str]:
    lines: list[str] = []
    while len(lines) < size:
        x, y, z = rng.sample("abcd", 3)
        single = [f"inc {y}", f"dec {y}", f"cpy {rng.choice((x, rng.randint(-99, 99)))} {y}"]
        choices = [
            single[:1],
            single[1:2],
            single[2:],
            [f"jnz {x} 2", f"inc {y}"],
            ["tgl 1", rng.choice((f"inc {x}", f"dec {x}", f"tgl {x}"))],
            [f"cpy 1 {x}", f"tgl {x}", f"jnz {y} 2", f"dec {z}"],
            [f"cpy {rng.randint(1, 99)} {x}", f"{rng.choice(('inc', 'dec'))} {y}", f"dec {x}", f"jnz {x} -2"],
            [f"cpy 2 {x}", f"tgl {x}", rng.choice((f"inc {x}", f"dec {z}")), f"inc {y}"],
            [f"cpy 2 {z}", "tgl 1", f"cpy {rng.randint(0, 1)} {z}", f"inc {y}"],
            [f"tgl {rng.choice((-size, size))}"],
        ]
        lines += rng.choice([piece for piece in choices if len(piece) <= size - len(lines)])
    return lines
