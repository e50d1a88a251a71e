"""Doesn't He Have Intern-Elves For This? Every place is compared with every other."""


def solve(text: str) -> tuple[str, str]:
    strings = text.split("\n")
    return str(sum(map(nice, strings))), str(sum(map(nicer, strings)))


def nice(string: str) -> bool:
    pairs = [string[place : place + 2] for place in range(len(string) - 1)]
    vowels = sum(string.count(vowel) for vowel in "aeiou")
    return (
        vowels >= 3
        and any(one == other for one, other in pairs)
        and not {"ab", "cd", "pq", "xy"} & set(pairs)
    )


def nicer(string: str) -> bool:
    places = range(len(string))
    around = any(string[place] == string[place + 2] for place in places[:-2])
    return around and any(
        string[one] == string[other] and string[one + 1] == string[other + 1]
        for one in places[:-1]
        for other in places[one + 2 : -1]
    )
