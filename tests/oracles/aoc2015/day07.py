"""Some Assembly Required: all lines again and again, until no wire gets a signal that is new."""

SIZES = (*range(1, 13), 30, 100, 339)


def carried(lines: list[str], fixed: dict[str, int]) -> dict[str, int]:
    known, before = dict(fixed), -1
    while len(known) > before:
        before = len(known)
        for line in lines:
            gate, wire = line.split(" -> ")
            names = [word for word in gate.split() if word.islower()]
            if wire not in known and all(name in known for name in names):
                words = [str(known.get(word, word)) for word in gate.split()]
                known[wire] = value(" ".join(words))
    return known


def value(gate: str) -> int:
    for word, sign in {"NOT": "65535 -", "AND": "&", "OR": "|", "LSHIFT": "<<", "RSHIFT": ">>"}.items():
        gate = gate.replace(word, sign) if f" {word} " in f" {gate} " else gate
    return eval(gate) % 65536


def solve(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    first = carried(lines, {})["a"]
    return str(first), str(carried(lines, {"b": first})["a"])
