"""Makes weighted values, and the statistics that are asked of draws from them."""

from random import Random

STATISTICS = ["max", "mean", "median", "mode", "range"]


def generate(rng: Random, size: int) -> str:
    """About ``size`` draws times lines, and some or all statistics: data with ties, symmetrical, repeated."""
    if size > 3600:
        raise ValueError("at most 60 draws and 60 lines")
    if size < 30:
        draws = min(5, rng.choice([draws for draws in range(1, size + 1) if size % draws == 0]))
        count = min(5, max(1, size // draws))
    else:
        draws = min(60, round(size**0.5) + rng.randint(0, 1))
        count = min(60, size // draws)
    reach = rng.choice((1, 5, 20, 100)) if size < 30 else 100
    values = [rng.randint(-reach, reach) for _ in range(count)]
    kind = rng.choice(("equal", "symmetrical", "heavy", "any", "any"))
    if kind == "symmetrical":
        values = sorted(values)[: count // 2]
        values += [-value for value in values] + [0] * (count % 2)
    most = {"equal": 1, "heavy": 1000}.get(kind, rng.choice((3, 30, 1000)))
    weights = {value: rng.randint(1, most) for value in map(abs, values)}
    rows = [f"{value} {weights[abs(value)]}" for value in values]
    if kind == "heavy":
        rows[0] = f"{values[0]} {rng.choice((999, 1000))}"
    rng.shuffle(rows)
    asked = STATISTICS if size >= 30 else rng.sample(STATISTICS, rng.randint(1, 5))
    return "\n".join([" ".join([str(draws), *rng.sample(asked, len(asked))]), *rows])
