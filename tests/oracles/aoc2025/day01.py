"""Secret Entrance, click by click."""


def solve(text: str) -> tuple[str, str]:
    pointer, ends, clicks = 50, 0, 0
    for line in text.split("\n"):
        for _ in range(int(line[1:])):
            pointer = (pointer + (1 if line[0] == "R" else -1)) % 100
            clicks += pointer == 0
        ends += pointer == 0
    return str(ends), str(clicks)
