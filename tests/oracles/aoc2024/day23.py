"""LAN Party: all groups of one more computer, again and again."""


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    near: dict[str, set[str]] = {}
    for line in text.split("\n"):
        one, other = line.split("-")
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    groups = {(name,) for name in near}
    with_t, size = 0, 1
    while larger := {
        tuple(sorted((*group, name)))
        for group in groups
        for name in near[group[0]]
        if near[name].issuperset(group)
    }:
        groups, size = larger, size + 1
        if size == 3:
            with_t = sum(any(name[0] == "t" for name in group) for group in groups)
    return str(with_t), ",".join(min(groups))
