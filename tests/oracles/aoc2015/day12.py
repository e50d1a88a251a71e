"""JSAbacusFramework.io: all numbers; then the innermost brackets become numbers until none are left."""

import re


def numbers(text: str) -> list[int]:
    return list(map(int, re.findall(r"-?\d+", text)))


def worth(innermost: re.Match[str]) -> str:
    red = innermost[0].startswith("{") and ':"red"' in innermost[0]
    return "0" if red else str(sum(numbers(innermost[0])))


def solve(text: str) -> tuple[str, str]:
    part1, found = sum(numbers(text)), 1
    while found:
        text, found = re.subn(r"[\[{][^\[\]{}]*[\]}]", worth, text)
    return str(part1), str(sum(numbers(text)))
