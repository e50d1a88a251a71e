"""Dragon Checksum: the data and the checksum step by step, as they are told."""

SIZES = (34, 68, 136, 272, 600, 5000, 50_000, 300_000)


def solve(text: str) -> tuple[str, str]:
    doublings, _, state = text.rpartition(" ")
    return checksum(state, 272), checksum(state, 17 * 2 ** int(doublings or 21))


def checksum(state: str, places: int) -> str:
    data = [digit == "1" for digit in state]
    while len(data) < places:
        data = [*data, False, *(not one for one in reversed(data))]
    data = data[:places]
    while len(data) % 2 == 0:
        data = [one == other for one, other in zip(data[::2], data[1::2], strict=True)]
    return "".join("1" if one else "0" for one in data)
