"""The Treachery of Whales, naively: every target between the outermost crabs is tried."""


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    crabs = [int(crab) for crab in text.split(",")]
    targets = range(min(crabs), max(crabs) + 1)
    distances = [[abs(crab - target) for crab in crabs] for target in targets]
    linear = min(sum(row) for row in distances)
    triangular = min(sum(distance * (distance + 1) // 2 for distance in row) for row in distances)
    return str(linear), str(triangular)
