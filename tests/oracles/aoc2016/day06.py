"""Signals and Noise: letters are counted one by one, for each column anew."""

from string import ascii_lowercase

SIZES = (*range(1, 31), 52, 100, 572)


def solve(text: str) -> tuple[str, str]:
    rows = text.split("\n")
    most = least = ""
    for at in range(len(rows[0])):
        column = [row[at] for row in rows]
        most_often, least_often = 0, len(rows) + 1
        for letter in ascii_lowercase:
            count = column.count(letter)
            if count > most_often:
                most_often, frequent = count, letter
            if 0 < count < least_often:
                least_often, seldom = count, letter
        most += frequent
        least += seldom
    return most, least
