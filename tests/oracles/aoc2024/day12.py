"""Garden Groups: regions are flooded, and pieces of fence in a row are counted as one."""

SIZES = range(1, 2000)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    rows = text.split("\n")
    left = {(x, y): sign for y, row in enumerate(rows) for x, sign in enumerate(row)}
    prices = [0, 0]
    while left:
        start, sign = left.popitem()
        region, edge = {start}, [start]
        while edge:
            x, y = edge.pop()
            for place in ((x, y - 1), (x, y + 1), (x - 1, y), (x + 1, y)):
                if left.get(place) == sign:
                    del left[place]
                    region.add(place)
                    edge.append(place)
        fences = {
            (x, y, dx, dy)
            for x, y in region
            for dx, dy in ((0, -1), (0, 1), (-1, 0), (1, 0))
            if (x + dx, y + dy) not in region
        }
        # A piece is the first of its side unless it goes on before, along the fence and with the same look.
        sides = [piece for piece in fences if before(*piece) not in fences]
        prices[0] += len(region) * len(fences)
        prices[1] += len(region) * len(sides)
    return str(prices[0]), str(prices[1])


def before(x: int, y: int, dx: int, dy: int) -> tuple[int, int, int, int]:
    return x - abs(dy), y - abs(dx), dx, dy
