"""The tables of a request and its fork as page tables, and the blocks of memory that they point to."""

from random import Random

SIZE, BLOCKS = 4, 10
ROW, CELL = 7, 4


def table(name: str, blocks: list[int], tokens: int, x: float, y: float) -> str:
    """A page table: the number of a page, and the block where it is."""
    rows = [
        f'<text x="{x}" y="{y - 6}">{name}, {tokens} tokens</text>'
        f'<text x="{x + 1}" y="{y - 1.5}">page</text><text x="{x + 13}" y="{y - 1.5}">block</text>'
    ]
    for page, block in enumerate(blocks):
        top = y + page * ROW
        rows.append(
            f'<path class="edge" d="M{x} {top}h24v{ROW}h-24zm12 0v{ROW}"/>'
            f'<text x="{x + 4}" y="{top + 5}">{page}</text><text x="{x + 16}" y="{top + 5}">{block}</text>'
        )
    return "".join(rows)


def memory(filled: dict[int, int], holders: dict[int, int], x: float, y: float) -> str:
    """Blocks from 0 on, with tokens in them, and how many tables hold each."""
    rows = [f'<text x="{x}" y="{y - 2}">blocks of {SIZE} tokens, held by</text>']
    for block in range(BLOCKS):
        top = y + block * ROW
        rows.append(f'<text class="right" x="{x - 2}" y="{top + 5}">{block}</text>')
        for slot in range(SIZE):
            kind = "lit" if slot < filled.get(block, 0) else "edge"
            rows.append(f'<path class="{kind}" d="M{x + slot * CELL} {top + 1}h{CELL}v{ROW - 2}h-{CELL}z"/>')
        note = "never given" if block == 0 else holders.get(block, "free")
        rows.append(f'<text x="{x + SIZE * CELL + 3}" y="{top + 5}">{note}</text>')
    return "".join(rows)


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    free = rng.sample(range(1, BLOCKS), BLOCKS - 1)
    (first, second, last, copy, more), tokens = free[:5], 2 * SIZE + rng.randint(1, SIZE - 2)
    tables = {
        "request 1": ([first, second, last], tokens),
        "its fork": ([first, second, copy, more], 3 * SIZE + 1),
    }
    filled = {first: SIZE, second: SIZE, last: tokens - 2 * SIZE, copy: SIZE, more: 1}
    drawn, lines = "", ""
    for at, (name, (blocks, count)) in enumerate(tables.items()):
        top = 8 + at * 38
        drawn += table(name, blocks, count, 0, top)
        for page, block in enumerate(blocks):
            y, end = top + page * ROW + ROW / 2, 8 + block * ROW + ROW / 2
            lines += f'<path class="arrow{at}" d="M24 {y}C44 {y} 44 {end} 62 {end}"/>'
    drawn += memory(filled, {first: 2, second: 2, last: 1, copy: 1, more: 1}, 70, 8)
    style = (
        "path{fill:none;stroke:var(--faint);stroke-width:.3}.lit{fill:var(--faint);stroke:var(--sheet)}"
        "text{font:3.5px sans-serif;fill:currentColor}.right{text-anchor:end}"
        ".arrow0{stroke:var(--rust);stroke-width:.5}.arrow1{stroke:var(--python);stroke-width:.5}"
    )
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -3 120 85">'
    return f"{box}<style>{style}</style>{lines}{drawn}</svg>", (
        f"Two page tables. Request 1 has its pages 0 to 2 in blocks {first}, {second} and {last}; its fork "
        f"has pages 0 to 3 in blocks {first}, {second}, {copy} and {more}. Blocks {first} and {second} are "
        f"full and held by both; block {copy} is a copy of {last}, made when the fork wrote. "
        "Block 0 is never given, the others are free."
    )
