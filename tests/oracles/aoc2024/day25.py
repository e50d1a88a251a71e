"""Code Chronicle: every key is put into every lock, tile by tile."""


def solve(text: str) -> tuple[str, None]:
    """The answer of a valid input."""
    schematics = text.split("\n\n")
    locks = [one for one in schematics if one.startswith("#####")]
    keys = [one for one in schematics if one.endswith("#####")]
    fitting = 0
    for lock in locks:
        for key in keys:
            fitting += not any(a == b == "#" for a, b in zip(lock, key, strict=True))
    return str(fitting), None
