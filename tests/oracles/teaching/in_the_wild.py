"""Hypothesis testing in the wild: Bayes' rule after each result, in python-flint's fractions."""

from flint import fmpq

SIZES = (*range(1, 13), 20, 30, 40, 60)


def bayes(prior: fmpq, result: str, true: fmpq, false: fmpq) -> fmpq:
    """The posterior after one result."""
    given, otherwise = (true, false) if result == "+" else (1 - true, 1 - false)
    return prior * given / (prior * given + (1 - prior) * otherwise)


def solve(text: str) -> tuple[str, str]:
    first, results = text.split("\n")
    prior, true, false = (fmpq(*map(int, rate.split("/"))) for rate in first.split())
    half = fmpq(1, 2)
    above, longest = "-", -1
    posterior = prior
    for number in range(len(results) + 1):
        if number:
            posterior = bayes(posterior, results[number - 1], true, false)
        if posterior > half and above == "-":
            above = str(number)
    for start in range(len(results) + 1):
        alone = prior
        for end in range(start, len(results) + 1):
            if end > start:
                alone = bayes(alone, results[end - 1], true, false)
            if alone < half:
                longest = max(longest, end - start)
    return f"{posterior.p}/{posterior.q}", f"{above} {longest if longest >= 0 else '-'}"
