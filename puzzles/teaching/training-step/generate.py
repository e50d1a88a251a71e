"""Makes traces as a profiler would: nested events, some of which begin or end at once, and flows."""

from random import Random

NAMES = (
    "aten::addmm",
    "aten::mm",
    "aten::t",
    "aten::relu",
    "aten::empty",
    "aten::fill_",
    "autograd::engine::evaluate_function: AddmmBackward0",
    "AddmmBackward0",
    "torch::autograd::AccumulateGrad",
    "Optimizer.step#SGD.step",
    "rétropropagation",
    "逆伝播 1 2",
)
# Microseconds that a profiler counts from some day on, when it begins.
BEGINNINGS = (0, 5_088_066_360_456_183, 9_999_000_000_000_000)


def generate(rng: Random, size: int) -> str:
    """``size`` lines or so, of which one in nine is a flow."""
    size = max(1, size)
    threads = rng.choice((1, 2, 2, 3, 8, 100))
    numbers = rng.sample(range(100), threads)
    names = rng.sample(NAMES, rng.randint(1, len(NAMES))) + [f"op {n}" for n in range(rng.choice((0, 0, 90)))]
    steps = rng.choice(((0, 1), (0, 1, 2, 5, 9), (0, 1, 158, 12_345)))
    odd = rng.choice((0, 0, 0.1))  # of events that overlap others
    now = [rng.choice(BEGINNINGS)] * threads
    open_: list[list[int]] = [[] for _ in numbers]
    events = []
    flows = size // 9 if threads > 1 or size > 20 else 0
    while len(events) < size - flows:
        at = rng.randrange(threads)
        now[at] += rng.choice(steps)
        if len(open_[at]) > rng.randint(0, 6):
            start = open_[at].pop()
            end = start + rng.choice(steps) if rng.random() < odd else now[at]
            events.append((start, end, numbers[at], rng.choice(names)))
        else:
            open_[at].append(now[at])
    if rng.random() < 0.5:
        events.sort()
    lines = [f"{owner} {written(start)} {written(end - start)} {name}" for start, end, owner, name in events]
    for _ in range(flows):
        (a, b, source, _), (c, d, target, _) = rng.choice(events), rng.choice(events)
        leaves, arrives = sorted((rng.choice((a, b)), rng.choice((c, d))))
        lines.append(f"flow {source} {written(leaves)} {target} {written(max(arrives, leaves + 1))}")
    if rng.random() < 0.5:
        rng.shuffle(lines)
    return "\n".join([f"names {rng.choice((1, 5, 20))}", *lines])


def written(nanoseconds: int) -> str:
    """As microseconds."""
    return f"{nanoseconds // 1000}.{nanoseconds % 1000:03}"
