"""Not Quite Lisp: brackets are counted anew for each beginning of the text."""

SIZES = (*range(1, 13), 20, 30, 100, 500)


def solve(text: str) -> tuple[str, str]:
    floors = [text[:end].count("(") - text[:end].count(")") for end in range(len(text) + 1)]
    return str(floors[-1]), str(floors.index(-1))
