"""One-Time Pad: the rule as it is told, with a table of hashes by the standard library."""

from functools import cache
from hashlib import md5
from itertools import count, islice

SIZES = (1, 2, 3, 5, 8, 12)


def solve(text: str) -> tuple[str, str]:
    again, _, salt = text.rpartition(" ")
    return str(last_key(salt, 0)), str(last_key(salt, int(again or 2016)))


def last_key(salt: str, again: int) -> int:
    @cache
    def hashed(number: int) -> str:
        text = f"{salt}{number}"
        for _ in range(again + 1):
            text = md5(text.encode()).hexdigest()
        return text

    def is_key(number: int) -> bool:
        shown = hashed(number)
        for at in range(30):
            if shown[at] == shown[at + 1] == shown[at + 2]:
                return any(5 * shown[at] in hashed(later) for later in range(number + 1, number + 1001))
        return False

    return next(islice(filter(is_key, count()), 63, None))
