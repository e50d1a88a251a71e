"""Block tables: a block is in use if a table has it, shared if two have, and full by what was written."""

SIZES = (*range(1, 40), 60, 120)


def solve(text: str) -> tuple[str, str]:
    first, *events = text.split("\n")
    _, size, _, blocks = first.split()
    most, failed, _, _ = run(int(size), int(blocks), events, sharing=False)
    _, _, copies, tables = run(int(size), int(blocks), events, sharing=True)
    joined = [block for request in sorted(tables) for block, _ in tables[request]]
    return f"{most} {failed}", f"{copies} {sum(block * (at + 1) for at, block in enumerate(joined))}"


def run(size: int, blocks: int, events: list[str], sharing: bool) -> tuple[int, str, int, dict]:
    """A table is a list of a block and how many tokens are in it."""
    free = list(range(1, blocks))
    tables: dict[int, list[tuple[int, int]]] = {}
    most = copies = 0

    def holders(block: int) -> int:
        return sum(block == held for table in tables.values() for held, _ in table)

    for number, event in enumerate(events, 1):
        word, request, *rest = (part if part.isalpha() else int(part) for part in event.split())
        writes = rest[0] if word == "prompt" else 1 if word == "token" else 0
        new = [list(held) for held in tables.get(request, [])]
        left, made = free.copy(), 0
        while writes:
            if not new or new[-1][1] == size:
                new.append([left.pop(0) if left else None, 0])
            elif word == "token" and holders(new[-1][0]) > 1:
                new[-1][0], made = (left.pop(0) if left else None), 1
            new[-1][1] += 1
            writes -= 1
        if word == "fork" and not sharing:
            new = [[left.pop(0) if left else None, count] for _, count in new]
        if any(block is None for block, _ in new):
            return most, str(number), copies, tables
        table = [(block, count) for block, count in new]
        free, copies = left, copies + made
        if word == "free":
            del tables[request]
            gone = [held for held in reversed(table) if not holders(held[0])]
            free = [b for b, c in gone if c < size] + free + [b for b, c in gone if c == size]
        else:
            tables[rest[0] if word == "fork" else request] = table
        most = max(most, len({block for table in tables.values() for block, _ in table}))
    return most, "-", copies, tables
