"""How long is a matrix? FLINT's characteristic polynomial and the balls around its roots."""

from flint import arb, ctx, fmpz_mat

SIZES = (*range(1, 25), *range(1, 13), 30)
BITS = 600


def solve(text: str) -> tuple[str, str]:
    rows = [list(map(int, line.split())) for line in text.split("\n")]
    columns = list(zip(*rows, strict=True))
    squares = sum(value * value for row in rows for value in row)
    by_rows, by_columns = (max(sum(map(abs, line)) for line in lines) for lines in (rows, columns))
    matrix = fmpz_mat(rows)
    with ctx.workprec(BITS):
        values = singular_values(matrix * matrix.transpose())
        norms = [max(values, key=lambda ball: ball.mid()), sum(values, arb(0))]
        return f"{squares} {by_rows} {by_columns}", " ".join(map(nine_places, norms))


def singular_values(gram: fmpz_mat) -> list[arb]:
    found = []
    for factor, times in gram.charpoly().factor()[1]:
        for root, _ in factor.complex_roots():
            found += [arb(0) if factor.coeffs() == [0, 1] else root.real.sqrt()] * times
    return found


def nine_places(value: arb) -> str:
    """The ball's middle rounded, which is right unless the number is a tie, and none is."""
    whole, part = divmod(int((value.mid() * 10**9 + 0.5).floor().unique_fmpz()), 10**9)
    return f"{whole}.{part:09}"
