"""Two-Factor Authentication: a set of lit pixels, each of which is moved by itself."""

SIZES = (*range(1, 31), 100, 250, 400)


def solve(text: str) -> tuple[str, str]:
    lit: set[tuple[int, int]] = set()
    for line in text.split("\n"):
        words = line.split()
        if words[0] == "rect":
            width, height = words[1].split("x")
            lit |= {(x, y) for x in range(int(width)) for y in range(int(height))}
            continue
        place, by = int(words[2][2:]), int(words[4])
        if words[1] == "row":
            lit = {((x + by) % 50 if y == place else x, y) for x, y in lit}
        else:
            lit = {(x, (y + by) % 6 if x == place else y) for x, y in lit}
    rows = ["".join("#" if (x, y) in lit else "." for x in range(50)) for y in range(6)]
    return str(len(lit)), "\n".join(rows)
