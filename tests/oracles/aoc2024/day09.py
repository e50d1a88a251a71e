"""Disk Fragmenter: a list of blocks, in which they are moved."""

SIZES = (1, 2, 3, 4, 5, 10, 30, 100, 300)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    blocks: list[int | None] = []
    for place, digit in enumerate(text):
        blocks += [None if place % 2 else place // 2] * int(digit)
    return str(checksum(one_by_one(blocks.copy()))), str(checksum(whole_files(blocks.copy())))


def one_by_one(blocks: list[int | None]) -> list[int | None]:
    while None in blocks:
        last = blocks.pop()
        if last is not None:
            blocks[blocks.index(None)] = last
    return blocks


def whole_files(blocks: list[int | None]) -> list[int | None]:
    for number in sorted({block for block in blocks if block is not None}, reverse=True):
        size, start = blocks.count(number), blocks.index(number)
        for place in range(start):
            if place + size <= start and blocks[place : place + size] == [None] * size:
                blocks[start : start + size] = [None] * size
                blocks[place : place + size] = [number] * size
                break
    return blocks


def checksum(blocks: list[int | None]) -> int:
    return sum(place * number for place, number in enumerate(blocks) if number is not None)
