"""Sonar Sweep, naively: write down every sum, compare each with the one before."""


def solve(text: str) -> tuple[str, str]:
    depths = [int(line) for line in text.split("\n")]

    def count(width: int) -> str:
        sums = [sum(depths[at : at + width]) for at in range(len(depths) - width + 1)]
        return str(len([at for at in range(1, len(sums)) if sums[at] > sums[at - 1]]))

    return count(1), count(3)
