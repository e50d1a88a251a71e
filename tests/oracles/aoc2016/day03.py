"""Squares With Three Sides: sides are sorted, and columns are written out as one list."""

SIZES = (*range(1, 20), 100, 300, 1992)


def solve(text: str) -> tuple[str, str]:
    lines = [[int(word) for word in line.split()] for line in text.split("\n")]
    down = [line[column] for column in range(3) for line in lines]
    by_columns = [down[at : at + 3] for at in range(0, len(down), 3)]
    return count(lines), count(by_columns)


def count(triples: list[list[int]]) -> str:
    found = 0
    for triple in triples:
        short, middle, long = sorted(triple)
        if short + middle > long:
            found += 1
    return str(found)
