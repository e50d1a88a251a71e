"""Makes programs that put out the binary digits of a and a product, for ever, with registers renamed."""

import re
from random import Random

OFFICIAL = """cpy a {2};cpy {3} {1};cpy {4} {0};inc {2};dec {0};jnz {0} -2;dec {1};jnz {1} -5
cpy {2} a;jnz 0 0
cpy a {0};cpy 0 a;cpy 2 {1};jnz {0} 2;jnz 1 6;dec {0};dec {1};jnz {1} -4;inc a;jnz 1 -7
cpy 2 {0};jnz {1} 2;jnz 1 4;dec {0};dec {1};jnz 1 -4;jnz 0 0;out {0};jnz a -19;jnz 1 -21"""


def generate(rng: Random, size: int) -> str:
    """The lowest start is ``size`` or a little above: what a product lacks to 42, 170, 682 and so on."""
    if size > 2_500:
        raise ValueError("more starts take too many steps")
    digits = 2
    while digits < 14 * size:
        digits = 4 * digits + 2
    times = rng.randint(4, 14)
    each = (digits - size) // times
    if size <= 12 and rng.random() < 0.4:
        return "\n".join(
            ["dec a"] * size + rng.choice((["out a", "out 1", "jnz 1 -2"], ["out a", "tgl -2", "jnz 1 -3"]))
        )
    first, second = rng.sample((times, each), 2) if each < 3000 else (times, each)
    return re.sub("[;\n]", "\n", OFFICIAL.format(*rng.sample("bcd", 3), first, second))
