"""Matchsticks: strings are read from the left, character by character, and quoted in the same way."""


def held(written: str) -> str:
    text, rest = "", written[1:-1]
    while rest:
        if rest[:2] == "\\x":
            text, rest = text + chr(int(rest[2:4], 16)), rest[4:]
        elif rest[0] == "\\":
            text, rest = text + rest[1], rest[2:]
        else:
            text, rest = text + rest[0], rest[1:]
    return text


def quoted(text: str) -> str:
    return '"' + "".join("\\" + sign if sign in '\\"' else sign for sign in text) + '"'


def solve(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    return (
        str(sum(len(line) - len(held(line)) for line in lines)),
        str(sum(len(quoted(line)) - len(line) for line in lines)),
    )
