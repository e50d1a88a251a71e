"""Makes operations that draw letters."""

from random import Random

# Letters, each six rows of five places, bit by bit; the last place is the gap after a letter, but for Y.
ALPHABET = [
    0x19297A52, 0x392E4A5C, 0x1928424C, 0x3D0E421E, 0x3D0E4210, 0x19285A4E,  # A B C E F G
    0x252F4A52, 0x1C42108E, 0x0C210A4C, 0x254C5292, 0x2108421E, 0x19294A4C,  # H I J K L O
    0x39297210, 0x39297292, 0x1D08305C, 0x25294A4C, 0x23151084, 0x3C22221E,  # P R S U Y Z
]  # fmt: skip
LETTERS, WIDTH, HEIGHT = 10, 50, 6
MOST = 20_000


def generate(rng: Random, size: int) -> str:
    """``size`` operations, which draw ten letters if there are enough of them.

    What there is more goes into rotations that are undone later. Raises `ValueError` above 20000.
    """
    if size > MOST:
        raise ValueError(f"no more than {MOST} operations are valid")
    picture = [f"{letter:030b}" for letter in rng.choices(ALPHABET, k=LETTERS)]
    columns = [[y for y in range(HEIGHT) if picture[x // 5][5 * y + x % 5] == "1"] for x in range(WIDTH)]
    lines: list[str] = []
    for pixels in range(HEIGHT, 0, -1):  # those that are still missing in the fullest columns
        lines += top_row([len(column) >= pixels for column in columns])
        for x, column in enumerate(columns):
            if len(column) >= pixels:
                down = column[pixels - 1] - (column[pixels - 2] if pixels > 1 else 0)
                lines += [f"rotate column x={x} by {down}"] if down else []
    for _ in range(max(0, size - len(lines)) // 2):
        start = rng.randrange(max(1, len(lines) - 20))
        y, by = rng.randrange(HEIGHT), rng.randint(1, WIDTH - 1)
        x, down = rng.randrange(WIDTH), rng.randint(1, HEIGHT - 1)
        there = f"rotate row y={y} by {by}", f"rotate row y={y} by {WIDTH - by}"
        if rng.getrandbits(1):
            there = f"rotate column x={x} by {down}", f"rotate column x={x} by {HEIGHT - down}"
        lines[start:start] = there
    return "\n".join(lines[: max(1, size)])


def top_row(lit: list[bool]) -> list[str]:
    """How are these pixels lit in a dark top row? From the right, each run as a rectangle that moves on."""
    runs = [x for x in range(WIDTH) if lit[x] and not (x and lit[x - 1])]
    lines = []
    for start, before in zip(reversed(runs), [*reversed(runs[:-1]), 0], strict=False):
        end = next((x for x in range(start, WIDTH) if not lit[x]), WIDTH)
        lines.append(f"rect {end - start}x1")
        lines += [f"rotate row y=0 by {start - before}"] if start > before else []
    return lines
