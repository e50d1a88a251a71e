"""Film strips: every frame of the strip is there, and every operation is done to all of it."""

SIZES = (*range(1, 25), 30)

Frame = tuple[str, ...]


def turn(frame: Frame) -> Frame:
    return tuple("".join(column) for column in zip(*reversed(frame), strict=True))


def invert(frame: Frame) -> Frame:
    return tuple(row.translate(str.maketrans("#.", ".#")) for row in frame)


def shift(frame: Frame, cells: int) -> Frame:
    at = -cells % len(frame)
    return tuple(row[at:] + row[:at] for row in frame)


def solve(text: str) -> tuple[str, object]:
    first, *frames, operations = text.split("\n\n")
    length = int(first.split()[-1])
    given = [tuple(frame.split("\n")) for frame in frames]
    strip = [given[number % len(given)] for number in range(length)]
    for line in operations.split("\n"):
        word, number = (*line.split(), "0")[:2]
        amount = int(number)
        if word == "turn":
            strip = [turn(frame) for frame in strip]
        elif word == "mirror":
            strip = [tuple(row[::-1] for row in frame) for frame in strip]
        elif word == "invert":
            strip = [invert(frame) for frame in strip]
        elif word == "shift":
            strip = [shift(frame, amount) for frame in strip]
        elif word == "reverse":
            strip.reverse()
        elif word == "every":
            strip = [frame for number, frame in enumerate(strip) if number % amount == 0]
        elif word == "first":
            strip = [frame for number, frame in enumerate(strip) if number < amount]
        else:
            strip = [frame for number, frame in enumerate(strip) if number >= amount]
    lit = sum(row.count("#") for frame in strip for row in frame)
    return str(lit), "\n".join(strip[len(strip) // 2])
