"""Gift Shop, number by number."""


def solve(text: str) -> tuple[str, str]:
    part1 = part2 = 0
    for one in text.split(","):
        first, last = map(int, one.split("-"))
        for digits in map(str, range(first, last + 1)):
            half, odd = divmod(len(digits), 2)
            part1 += int(digits) * (not odd and digits[:half] == digits[half:])
            part2 += int(digits) * (digits in (digits + digits)[1:-1])
    return str(part1), str(part2)
