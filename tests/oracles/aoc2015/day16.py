"""Aunt Sue: all ten things are asked of each aunt, in the words of the puzzle."""

SIZES = (*range(1, 13), 100, 500, 2000)


def solve(text: str) -> tuple[str, str]:
    exact, by_range = [], []
    for line in text.split("\n"):
        name, facts = line.split(": ", 1)
        known = dict(fact.split(": ") for fact in facts.split(", "))

        def has(thing: str, *amounts: int, known: dict[str, str] = known) -> bool:
            return thing not in known or int(known[thing]) in amounts

        dogs = has("samoyeds", 2) and has("akitas", 0) and has("vizslas", 0)
        sure = has("children", 3) and dogs and has("cars", 2) and has("perfumes", 1)
        if sure and has("cats", 7) and has("pomeranians", 3) and has("goldfish", 5) and has("trees", 3):
            exact.append(name)
        few = has("pomeranians", 0, 1, 2) and has("goldfish", 0, 1, 2, 3, 4)
        many = has("cats", *range(8, 100000)) and has("trees", *range(4, 100000))
        if sure and few and many:
            by_range.append(name)
    [[first], [second]] = exact, by_range
    return first.removeprefix("Sue "), second.removeprefix("Sue ")
