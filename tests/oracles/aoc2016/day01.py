"""No Time for a Taxicab: step after step, with a list of all places."""

SIZES = (*range(1, 20), 40, 80, 158)
NORTH, EAST, SOUTH, WEST = range(4)


def solve(text: str) -> tuple[str, str]:
    facing, x, y = NORTH, 0, 0
    places = [(x, y)]
    for instruction in text.split(", "):
        facing = (facing + (1 if instruction[0] == "R" else 3)) % 4
        for _ in range(int(instruction[1:])):
            if facing == NORTH:
                y += 1
            elif facing == EAST:
                x += 1
            elif facing == SOUTH:
                y -= 1
            else:
                x -= 1
            places.append((x, y))
    twice = next(place for at, place in enumerate(places) if place in places[:at])
    return str(abs(x) + abs(y)), str(abs(twice[0]) + abs(twice[1]))
