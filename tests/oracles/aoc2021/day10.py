"""Syntax Scoring, naively: pairs are crossed out until none is left."""

PAIRS = ["()", "[]", "{}", "<>"]
OPENING, CLOSING = ("".join(brackets) for brackets in zip(*PAIRS, strict=True))
POINTS = [3, 57, 1197, 25137]


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    wrong = 0
    scores = []
    for line in text.split("\n"):
        while any(pair in line for pair in PAIRS):
            for pair in PAIRS:
                line = line.replace(pair, "")
        closing = [bracket for bracket in line if bracket in CLOSING]
        if closing:
            wrong += POINTS[CLOSING.index(closing[0])]
        elif line:
            digits = [1 + OPENING.index(bracket) for bracket in reversed(line)]
            scores.append(sum(digit * 5**place for place, digit in enumerate(reversed(digits))))
    return str(wrong), str(sorted(scores)[len(scores) // 2])
