"""Balance Bots: all bots are looked at again and again, until none has two chips."""

SIZES = (*range(1, 30), 50, 100)


def solve(text: str) -> tuple[str, str]:
    rules: dict[str, tuple[str, str]] = {}
    chips: dict[str, list[int]] = {}
    for line in text.split("\n"):
        words = line.split()
        if words[0] == "value":
            chips.setdefault(" ".join(words[4:]), []).append(int(words[1]))
        else:
            rules[" ".join(words[:2])] = " ".join(words[5:7]), " ".join(words[10:])
    compared = {}
    while ready := [bot for bot in rules if len(chips.get(bot, [])) == 2]:
        for bot in ready:
            compared[bot] = sorted(chips.pop(bot))
            for target, chip in zip(rules[bot], compared[bot], strict=True):
                chips.setdefault(target, []).append(chip)
    one, two, three = (chips[f"output {number}"][0] for number in range(3))
    first = min(int(bot.split()[1]) for bot, pair in compared.items() if pair == [17, 61])
    return str(first), str(one * two * three)
