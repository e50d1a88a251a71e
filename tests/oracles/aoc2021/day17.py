"""Trick Shot, by trying: every velocity that might hit is flown step by step."""

import re


def flight(vx: int, vy: int, steps: int) -> list[tuple[int, int]]:
    """Where a shot is after each step."""
    x = y = 0
    places = []
    for _ in range(steps):
        x, y = x + vx, y + vy
        places.append((x, y))
        vx, vy = vx - (vx > 0) + (vx < 0), vy - 1
    return places


def solve(text: str) -> tuple[str, str]:
    """The greatest height, and how many velocities hit."""
    left, right, bottom, top = map(int, re.findall(r"-?\d+", text))
    reach = max(abs(number) for number in (left, right, bottom, top)) + 1
    highest, count = 0, 0
    for vx in range(-reach, reach + 1):
        for vy in range(-reach, reach + 1):
            places = flight(vx, vy, 2 * reach + 2)
            if any(left <= x <= right and bottom <= y <= top for x, y in places):
                highest = max(highest, max(y for _, y in places))
                count += 1
    return str(highest), str(count)
