"""Intervals of medians and of their ratios, by a bootstrap in two stages: turns, then the times in them.

Times of one turn resemble each other more than those of another turn do; who draws among all of them at once
finds intervals that are several times too narrow. Each draw is made once: a median's interval and those of
its ratios come from the same draws. The turns of one puzzle are paired, for its languages are measured close
to each other in each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from .comparison import Figure, Ratio

DRAWS = 400
FEWEST = 3  # turns, for an interval

Turns = Sequence[Sequence[float]]


def figures(times: Mapping[str, Turns]) -> dict[str, Figure]:
    """By language, of nanoseconds by turn, as many turns each; without intervals where there are too few."""
    medians = {name: median(value for turn in turns for value in turn) for name, turns in times.items()}
    fastest = min(medians, key=lambda name: medians[name])
    deviations = {
        name: median(abs(value - medians[name]) for turn in turns for value in turn)
        for name, turns in times.items()
    }
    ratios = {name: Ratio(medians[name] / max(medians[fastest], 1e-9)) for name in times if name != fastest}
    if len(times[fastest]) < FEWEST:
        return {name: Figure(medians[name], deviations[name], None, ratios.get(name)) for name in times}
    drawn = draws(times)
    found = {}
    for name, value in medians.items():
        if one := ratios.get(name):
            ratios[name] = Ratio(one.value, *limits(drawn[name] / drawn[fastest].clip(1e-9), one.value))
        found[name] = Figure(value, deviations[name], limits(drawn[name], value), ratios.get(name))
    return found


def limits(drawn: Any, value: float) -> tuple[float, float]:
    """The 95% interval of what was drawn, which holds the value itself."""
    import numpy as np

    low, high = np.quantile(drawn, [0.025, 0.975])
    return min(float(low), value), max(float(high), value)


def draws(times: Mapping[str, Turns]) -> dict[str, Any]:
    """Medians of as many draws for each language, as arrays; all draw the same turns."""
    import numpy as np

    rng = np.random.default_rng(0)
    count = len(next(iter(times.values())))
    chosen = rng.integers(count, size=(DRAWS, count))

    def medians(turns: Turns) -> Any:
        counts = np.array([len(turn) for turn in turns])
        values = np.array([[*turn, *[0.0] * (counts.max() - len(turn))] for turn in turns])
        # From all of a turn, however long: its times are kept in order, and its first ones are the least.
        picks = rng.integers(counts[chosen][..., None], size=(*chosen.shape, counts.min()))
        return np.median(values[chosen[..., None], picks].reshape(DRAWS, -1), axis=1)

    return {name: medians(turns) for name, turns in times.items()}
