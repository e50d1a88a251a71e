"""A training step: time is cut where anything begins or ends, and all threads are seen in each piece."""

from collections import Counter, defaultdict
from decimal import Decimal

SIZES = (*range(1, 40), 60, 120)


def solve(text: str) -> tuple[str, str]:
    first, *lines = text.split("\n")
    events, flows = [], []
    for number, line in enumerate(lines):
        if line.startswith("flow "):
            _, source, leaves, target, arrives = line.split(" ")
            flows.append((int(source), ns(leaves), int(target), ns(arrives)))
        else:
            thread, start, duration, name = line.split(" ", 3)
            events.append((ns(start), -ns(duration), number, int(thread), name))
    cuts = {time for start, less, *_ in events for time in (start, start - less)}
    cuts |= {time for _, leaves, _, arrives in flows for time in (leaves, arrives)}
    times = sorted(cuts)
    threads = {event[3] for event in events} | {thread for a, _, b, _ in flows for thread in (a, b)}
    charged, busy = Counter({event[4]: 0 for event in events}), 0
    chain: dict[int, int] = defaultdict(int)
    waiting: dict[int, int] = {}
    for now, then in zip(times, [*times[1:], times[-1]], strict=True):
        for number, (_, _, target, arrives) in enumerate(flows):
            if arrives == now:
                chain[target] = max(chain[target], waiting[number])
        for number, (source, leaves, _, _) in enumerate(flows):
            if leaves == now:
                waiting[number] = chain[source]
        running = [event for event in events if event[0] <= now < event[0] - event[1]]
        busy += (then - now) * bool(running)
        for thread in threads:
            here = [event for event in running if event[3] == thread]
            if here:
                charged[max(here)[4]] += then - now
                chain[thread] += then - now
    table = sorted((-time, name.encode(), name) for name, time in charged.items())
    shown = [f"{-less} {name}" for less, _, name in table[: int(first.split()[1])]]
    return "\n".join([str(busy), *shown]), str(max(chain.values(), default=0))


def ns(microseconds: str) -> int:
    return int(Decimal(microseconds) * 1000)
