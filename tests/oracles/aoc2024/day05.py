"""Print Queue: pages change places until no rule is broken."""


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    above, below = text.split("\n\n")
    rules = [tuple(map(int, line.split("|"))) for line in above.split("\n")]
    sums = [0, 0]
    for line in below.split("\n"):
        pages = [int(word) for word in line.split(",")]
        there = [rule for rule in rules if rule[0] in pages and rule[1] in pages]
        moved = 0
        while broken := [rule for rule in there if pages.index(rule[0]) > pages.index(rule[1])]:
            later, sooner = broken[0]
            pages.remove(later)
            pages.insert(pages.index(sooner), later)
            moved = 1
        sums[moved] += pages[len(pages) // 2]
    return str(sums[0]), str(sums[1])
