"""Warehouse Woes: tiles of a drawn map are pushed, a box with both of its halves."""

WIDER = {"#": "##", "O": "[]", ".": "..", "@": "@."}
STEPS = {"<": (-1, 0), ">": (1, 0), "^": (0, -1), "v": (0, 1)}


def after(rows: list[str], moves: str) -> str:
    tiles = {(x, y): sign for y, row in enumerate(rows) for x, sign in enumerate(row)}
    for move in moves:
        right, down = STEPS[move]
        (robot,) = (tile for tile, sign in tiles.items() if sign == "@")
        pushed = [robot]
        for x, y in pushed:
            sign = tiles[x, y]
            if sign == "#":
                break
            also = [(x + right, y + down)]
            also += [(x + 1, y)] if sign == "[" else [(x - 1, y)] if sign == "]" else []
            pushed += [tile for tile in also if tiles[tile] != "." and tile not in pushed]
        if "#" in map(tiles.get, pushed):
            continue
        signs = {tile: tiles[tile] for tile in pushed}
        tiles.update(dict.fromkeys(pushed, "."))
        tiles.update({(x + right, y + down): sign for (x, y), sign in signs.items()})
    return str(sum(100 * y + x for (x, y), sign in tiles.items() if sign in "O["))


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    warehouse, moves = text.split("\n\n")
    rows = warehouse.split("\n")
    wide = ["".join(WIDER[sign] for sign in row) for row in rows]
    return after(rows, moves.replace("\n", "")), after(wide, moves.replace("\n", ""))
