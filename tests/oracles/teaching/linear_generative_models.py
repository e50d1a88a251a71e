"""Linear generative models: FLINT's factors of a covariance's polynomial, and balls around their roots."""

from fractions import Fraction

from flint import arb, ctx, fmpq, fmpq_mat

SIZES = (*range(1, 15), *range(1, 9), 20)
BITS = 1000


def solve(text: str) -> tuple[str, str]:
    first, *lines = text.split("\n")
    hidden, rows = int(first), fmpq_mat([[fmpq(int(word)) for word in line.split(" ")] for line in lines])
    count, features = rows.nrows(), rows.ncols()
    mean = fmpq_mat(1, count, [fmpq(1, count)] * count) * rows
    away = rows - fmpq_mat(count, 1, [fmpq(1)] * count) * mean
    small = away.transpose() * away if features < count else away * away.transpose()
    with ctx.workprec(BITS):
        found = variances(small * fmpq(1, count))
        noise = total(found[hidden:])
        every = total(found)[1]
        kept = next(q for q in range(features + 1) if at_most(total(found[q:]), every / 20))
        share = noise[0] / (features - hidden)
        logs = sum((ball.log() for ball, *_ in found[:hidden]), share.log() * (features - hidden))
        likelihood = -(logs + ((2 * arb.pi()).log() + 1) * features) * count / 2
        exact = noise[1] is not None and noise[1] / (features - hidden)
        return f"{six_places(share, exact)} {six_places(likelihood, False)}", str(kept)


def variances(matrix: fmpq_mat) -> list[tuple]:
    """The roots that are not 0, the largest first: a ball, the factor, and which place."""
    found = []
    polynomial = matrix.charpoly()
    for factor, times in polynomial.numer().factor()[1]:
        if factor != type(factor)([0, 1]):
            found += [
                (root.real, factor, copy) for root, _ in factor.complex_roots() for copy in range(times)
            ]
    return sorted(found, key=lambda one: one[0].mid(), reverse=True)


def total(found: list[tuple]) -> tuple[arb, fmpq | None]:
    """The sum, and the fraction it is if each factor has all of its roots there."""
    exact: fmpq | None = fmpq(0)
    left = [(str(factor), copy) for _, factor, copy in found]
    for _, factor, copy in found:
        if left.count((str(factor), copy)) < factor.degree():
            exact = None
        elif exact is not None:
            top = factor.degree()
            exact -= fmpq(int(factor[top - 1]), int(factor[top])) / top
    return sum((ball for ball, *_ in found), arb(0)), exact


def at_most(one: tuple[arb, fmpq | None], other: fmpq) -> bool:
    return one[1] <= other if one[1] is not None else bool(one[0] < arb(other))


def six_places(value: arb, exact: fmpq | bool) -> str:
    """The ball's middle rounded, which is right unless the number is a tie; a fraction half to even."""
    if exact is False or exact is None:
        units = int((value.mid() * 10**6 + 0.5).floor().unique_fmpz())
    else:
        scaled = exact * 10**6
        units = round(Fraction(int(scaled.p), int(scaled.q)))
    whole, part = divmod(abs(units), 10**6)
    return f"{'-' * (units < 0)}{whole}.{part:06}"
