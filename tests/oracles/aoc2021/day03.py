"""Binary Diagnostic, naively: count by hand, strike numbers out one place at a time."""


def solve(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    places = range(len(lines[0]))

    def value(bits: str) -> int:
        return sum(2**power for power, bit in enumerate(reversed(bits)) if bit == "1")

    def tally(left: list[str], place: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for line in left:
            found[line[place]] = found.get(line[place], 0) + 1
        return found

    common = ["1" if tally(lines, place).get("1", 0) * 2 > len(lines) else "0" for place in places]
    rare = ["0" if bit == "1" else "1" for bit in common]

    def last(wanted_when_tied: str, pick: int) -> str:
        left = list(lines)
        for place in places:
            if len(left) == 1:
                break
            found = tally(left, place)
            by_count = sorted(found, key=lambda bit: found[bit])
            tied = len(found) == 2 and found["0"] == found["1"]
            wanted = wanted_when_tied if tied else by_count[pick]
            left = [line for line in left if line[place] == wanted]
        return left[0]

    return str(value("".join(common)) * value("".join(rare))), str(value(last("1", -1)) * value(last("0", 0)))
