"""Lobby: each battery is switched on or not, and the better of both ways is taken."""

from functools import cache


def solve(text: str) -> tuple[str, str]:
    @cache
    def best(bank: str, count: int) -> int:
        if count == 0:
            return 0
        if len(bank) < count:
            return -1
        left_out = best(bank[1:], count)
        rest = best(bank[1:], count - 1)
        return max(left_out, int(bank[0]) * 10 ** (count - 1) + rest) if rest >= 0 else left_out

    banks = text.split("\n")
    return str(sum(best(bank, 2) for bank in banks)), str(sum(best(bank, 12) for bank in banks))
