"""Passage Pathing, naively: every path is walked."""

SIZES = range(1, 12)  # paths double with each cave


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input without neighbouring big caves."""
    passages = [line.split("-") for line in text.split("\n")]
    near: dict[str, set[str]] = {"start": set()}
    for one, other in [*passages, *(passage[::-1] for passage in passages)]:
        near.setdefault(one, set()).add(other)

    def walk(path: list[str], most: int) -> int:
        """How many paths go on like this, if so many visits of small caves may be the second one?"""
        if path[-1] == "end":
            return 1
        paths = 0
        for cave in near[path[-1]] - {"start"}:
            again = cave.islower() and cave in path
            if most >= again:
                paths += walk([*path, cave], most - again)
        return paths

    return str(walk(["start"], 0)), str(walk(["start"], 1))
