"""A quantised language model: every tensor of every layer, and of all codes the nearest."""

from fractions import Fraction

SIZES = (*range(1, 40), 100)


def solve(text: str) -> tuple[str, str]:
    sizes, flags, cards, _, *rows = [line.split() for line in text.split("\n")]
    layers, hidden, inner, vocabulary = map(int, sizes[1::2])
    gated, biases, tied = (word != "0" for word in flags[1::2])
    gpus, memory = map(int, cards[1::2])
    layer: dict[str, tuple[int, ...]] = {
        **dict.fromkeys(("query", "key", "value", "dense"), (hidden, hidden)),
        **dict.fromkeys(("up", "gate")[: 1 + gated], (inner, hidden)),
        "down": (hidden, inner),
    }
    if biases:
        layer |= {f"{name} bias": shape[:1] for name, shape in layer.items()}
    layer |= {f"norm {one}": (hidden,) for one in range(2 * (1 + biases))}
    whole = dict.fromkeys(("embedding", "output")[: 2 - tied], (vocabulary, hidden))
    whole |= {f"norm {one}": (hidden,) for one in range(1 + biases)}

    def weighed(bits: int) -> int:
        total = 2 * sum(map(entries, whole.values()))
        for shape in layer.values():
            quantised = bits < 16 and len(shape) == 2
            row = (shape[-1] * bits + 7) // 8 + 2
            total += layers * (shape[0] * row if quantised else 2 * entries(shape))
        return total

    found = [weighed(bits) for bits in (16, 8, 4)]
    fit = []
    for unit in (1000**3, 1024**3):
        bits = [bits for bits, size in zip((16, 8, 4), found, strict=True) if size <= gpus * memory * unit]
        fit.append(str(bits[0]) if bits else "-")
    return " ".join([str(found[0] // 2), *map(str, found), *fit]), quantised_rows(rows)


def entries(shape: tuple[int, ...]) -> int:
    return shape[0] * (shape[1] if len(shape) > 1 else 1)


def quantised_rows(rows: list[list[str]]) -> str:
    data, farthest = b"", Fraction(0)
    for row in rows:
        scale = Fraction(max(abs(int(word)) for word in row), 7)
        digits = ""
        for word in row:
            # Of two as near, the even one.
            off, _, code = min((abs(int(word) - code * scale), code % 2, code) for code in range(-7, 8))
            digits += "0123456789abcdef"[code] if scale else "0"
            farthest = max(farthest, off)
        digits += "0" * (len(digits) % 2)
        data += bytes(int(digits[at + 1] + digits[at], 16) for at in range(0, len(digits), 2))
    return f"{sum((place + 1) * byte for place, byte in enumerate(data))} {farthest}"
