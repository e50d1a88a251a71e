"""Bridge Repair: all that the numbers can make, from the left on."""

SIZES = (1, 2, 3, 5, 9, 20)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    sums = [0, 0]
    for line in text.split("\n"):
        value, numbers = line.split(":")
        first, *others = map(int, numbers.split())
        for part in (0, 1):
            made = [first]
            for number in others:
                sums_and_products = [result for left in made for result in (left + number, left * number)]
                joined = [int(f"{left}{number}") for left in made] if part else []
                made = sums_and_products + joined
            if int(value) in made:
                sums[part] += int(value)
    return str(sums[0]), str(sums[1])
