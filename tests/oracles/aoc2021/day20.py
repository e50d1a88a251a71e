"""Trench Map, naively: pixel after pixel, nine looks each, in a dictionary."""

SIZES = (1, 12)  # fifty steps take a second at any size


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    rule, image = text.split("\n\n")
    light = {(x, y): pixel for y, row in enumerate(image.split("\n")) for x, pixel in enumerate(row)}
    void = "."
    answers = []
    for step in range(1, 51):
        columns = range(min(x for x, _ in light) - 1, max(x for x, _ in light) + 2)
        rows = range(min(y for _, y in light) - 1, max(y for _, y in light) + 2)
        light = {(x, y): enhanced(rule, light, void, x, y) for y in rows for x in columns}
        void = enhanced(rule, {}, void, 0, 0)
        if step in (2, 50):
            answers.append(str(list(light.values()).count("#")))
    return answers[0], answers[1]


def enhanced(rule: str, light: dict[tuple[int, int], str], void: str, x: int, y: int) -> str:
    """What a pixel becomes."""
    nine = [light.get((x + i, y + j), void) for j in (-1, 0, 1) for i in (-1, 0, 1)]
    return rule[int("".join("1" if pixel == "#" else "0" for pixel in nine), 2)]
