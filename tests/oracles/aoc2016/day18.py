"""Like a Rogue: tile by tile, by the four rules as they are told, until a row comes again."""

SIZES = (*range(1, 16), 17, 20, 31)
TRAPS = ("^^.", ".^^", "^..", "..^")


def solve(text: str) -> tuple[str, str]:
    seen: dict[str, int] = {}
    safe = [0]  # in so many rows
    row = text
    while row not in seen:
        seen[row] = len(safe) - 1
        safe.append(safe[-1] + row.count("."))
        above = f".{row}."
        row = "".join("^" if above[at : at + 3] in TRAPS else "." for at in range(len(row)))
    first, length = seen[row], len(seen) - seen[row]

    def total(rows: int) -> int:
        if rows < len(safe):
            return safe[rows]
        rounds, rest = divmod(rows - first, length)
        return safe[first + rest] + rounds * (safe[-1] - safe[first])

    return str(total(40)), str(total(400_000))
