"""Makes listings of grids."""

from random import Random

HEAD = ["root@ebhq-gridcenter# df -h", "Filesystem              Size  Used  Avail  Use%"]
MOST = 4000

Place = tuple[int, int]


def generate(rng: Random, size: int) -> str:
    """About ``size`` nodes, four at least, of which one is empty and some are large.

    Large ones are a wall that ends at the last column, as in official inputs, or stand here and there, but
    none in rows 0 and 1.
    Raises `ValueError` above 4000 nodes.
    """
    if size > MOST:
        raise ValueError(f"no more than {MOST} nodes are valid")
    height = max(2, int((max(1, size) * rng.uniform(0.5, 1)) ** 0.5))
    width = max(2, size // height)
    large: set[Place] = set()
    places = [(x, y) for x in range(width) for y in range(height)]
    near = places  # from where the empty node gets to row 0
    if height > 3 and rng.random() < 0.6:
        row, first = rng.randint(2, height - 2), rng.randint(1, width - 1)
        large = {(x, row) for x in range(first, width)}
    elif height > 2 and rng.random() < 0.6:
        share = rng.uniform(0, 0.4)
        large = {(x, y) for x, y in places if x > 0 and y > 1 and rng.random() < share}
        near = [(x, y) for x, y in places if x == 0 or y < 2]
    empty = rng.choice([place for place in near if place not in large and place != (width - 1, 0)])
    lines = [node(rng, place, place == empty, place in large) for place in places]
    return "\n".join([*HEAD, *lines])


def node(rng: Random, place: Place, is_empty: bool, is_large: bool) -> str:
    """Its line."""
    size = rng.randint(500, 510) if is_large else rng.randint(85, 94)
    used = 0 if is_empty else rng.randint(490, 499) if is_large else rng.randint(64, 73)
    name = f"/dev/grid/node-x{place[0]}-y{place[1]}"
    return f"{name:<22}{f'{size}T':>6}{f'{used}T':>7}{f'{size - used}T':>7}{100 * used // size:>5}%"
