"""Explosives in Cyberspace: texts are unpacked in earnest, sign after sign."""

SIZES = (*range(1, 40), 50, 60)


def solve(text: str) -> tuple[str, str]:
    again = text
    while "(" in again:
        start = again.index("(")
        end = again.index(")")
        length, times = again[start + 1 : end].split("x")
        repeated = again[end + 1 : end + 1 + int(length)]
        again = again[:start] + repeated * int(times) + again[end + 1 + int(length) :]
    return str(len(once(text))), str(len(again))


def once(text: str) -> str:
    unpacked, at = "", 0
    while at < len(text):
        if text[at] == "(":
            end = text.index(")", at)
            length, times = text[at + 1 : end].split("x")
            unpacked += text[end + 1 : end + 1 + int(length)] * int(times)
            at = end + 1 + int(length)
        else:
            unpacked += text[at]
            at += 1
    return unpacked
