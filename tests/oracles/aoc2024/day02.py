"""Red-Nosed Reports: every report with every level left out, and every step looked at."""


def safe(levels: list[int]) -> bool:
    steps = [levels[at + 1] - levels[at] for at in range(len(levels) - 1)]
    return all(step in (1, 2, 3) for step in steps) or all(-step in (1, 2, 3) for step in steps)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    first = second = 0
    for line in text.split("\n"):
        levels = [int(word) for word in line.split(" ")]
        shorter = [levels[:at] + levels[at + 1 :] for at in range(len(levels))]
        first += safe(levels)
        second += any(safe(report) for report in [levels, *shorter])
    return str(first), str(second)
