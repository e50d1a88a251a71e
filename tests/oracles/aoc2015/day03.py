"""Perfectly Spherical Houses in a Vacuum: presents are put down house by house."""

SIZES = (*range(1, 13), 20, 30, 100, 1000)


def solve(text: str) -> tuple[str, str]:
    def visited(givers: int) -> int:
        places = [[0, 0] for _ in range(givers)]
        presents = {(0, 0): givers}
        for number, move in enumerate(text):
            place = places[number % givers]
            place["^v".find(move) < 0] += 1 if move in "^>" else -1
            presents[tuple(place)] = presents.get(tuple(place), 0) + 1
        return len(presents)

    return str(visited(1)), str(visited(2))
