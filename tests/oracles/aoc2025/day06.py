"""Trash Compactor: column after column, a problem ends at a column without signs."""

from itertools import zip_longest


def solve(text: str) -> tuple[str, str]:
    *lines, signs = text.split("\n")
    part1 = part2 = 0
    lengths: dict[int, str] = {}
    down: list[int] = []
    sign = ""
    for *column, below in [*zip_longest(*lines, signs, fillvalue=" "), [" "] * (len(lines) + 1)]:
        sign = below if below != " " else sign
        digits = "".join(column).replace(" ", "")
        if digits:
            down.append(int(digits))
            for row, cell in enumerate(column):
                lengths[row] = lengths.get(row, "") + cell.strip()
        elif down:
            along = [int(number) for number in lengths.values()]
            for_sum, for_product = [sum(along), sum(down)], [1, 1]
            for numbers, at in ((along, 0), (down, 1)):
                for number in numbers:
                    for_product[at] *= number
            part1 += for_sum[0] if sign == "+" else for_product[0]
            part2 += for_sum[1] if sign == "+" else for_product[1]
            lengths, down = {}, []
    return str(part1), str(part2)
