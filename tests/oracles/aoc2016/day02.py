"""Bathroom Security: neighbours of keys are written out, key by key, as one sees them on the keypads."""

SIZES = (*range(1, 31), 100, 500, 2600)
# Up, down, left and right of each key.
SQUARE = {
    "1": "1412", "2": "2513", "3": "3623", "4": "1745", "5": "2846",
    "6": "3956", "7": "4778", "8": "5879", "9": "6989",
}  # fmt: skip
DIAMOND = {
    "1": "1311", "2": "2623", "3": "1724", "4": "4834", "5": "5556", "6": "2A57", "7": "3B68",
    "8": "4C79", "9": "9989", "A": "6AAB", "B": "7DAC", "C": "8CBC", "D": "BDDD",
}  # fmt: skip


def solve(text: str) -> tuple[str, str]:
    return code(text, SQUARE), code(text, DIAMOND)


def code(text: str, neighbours: dict[str, str]) -> str:
    key, pressed = "5", ""
    for line in text.split("\n"):
        for move in line:
            key = neighbours[key]["UDLR".index(move)]
        pressed += key
    return pressed
