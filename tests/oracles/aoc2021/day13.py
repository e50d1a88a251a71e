"""Transparent Origami, naively: all dots are moved at every fold, and the picture is drawn dot by dot."""


def solve(text: str) -> tuple[str, str]:
    """The dots after the first fold, and the picture after the last."""
    above, below = text.split("\n\n")
    dots = {(int(x), int(y)) for x, y in (line.split(",") for line in above.split("\n"))}
    width = height = None
    counts = []
    for fold in below.split("\n"):
        axis, line = fold.removeprefix("fold along ").split("=")
        at = int(line)
        if axis == "x":
            dots = {(2 * at - x if x > at else x, y) for x, y in dots}
            width = at if width is None else min(width, at)
        else:
            dots = {(x, 2 * at - y if y > at else y) for x, y in dots}
            height = at if height is None else min(height, at)
        counts.append(len(dots))
    xs, ys = {x for x, _ in dots}, {y for _, y in dots}
    columns = range(min(xs | {0}), max(xs | {(width or 0) - 1}) + 1)
    rows = range(min(ys | {0}), max(ys | {(height or 0) - 1}) + 1)
    picture = ["".join("#" if (x, y) in dots else "." for x in columns) for y in rows]
    return str(counts[0]), "\n".join(picture)
