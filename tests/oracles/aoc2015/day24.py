"""It Hangs in the Balance: packages go into any group; ways are kept by what each group weighs."""

SIZES = (*range(1, 15),)


def best(weights: list[int], groups: int) -> int:
    """The best first group: package after package goes anywhere; of ways with the same sums one is kept."""
    share = sum(weights) // groups
    found = {(0,) * groups: (0, 1)}
    for weight in weights:
        after: dict[tuple[int, ...], tuple[int, int]] = {}
        for sums, (size, product) in found.items():
            for at in range(groups):
                grown = [total + weight * (at == place) for place, total in enumerate(sums)]
                if grown[at] <= share:
                    key = (grown[0], *sorted(grown[1:]))
                    one = (size + 1, product * weight) if at == 0 else (size, product)
                    after[key] = min(after.get(key, one), one)
        found = after
    return found[(share,) * groups][1]


def solve(text: str) -> tuple[str, str]:
    weights = list(map(int, text.split("\n")))
    return str(best(weights, 3)), str(best(weights, 4))
