"""A training step: what began last is charged, and the longest chains grow while time passes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..reading import Lines

FIRST = "expected a number from 1 to 999999 as names 5"
THREAD, TIME = r"(0{0,16}\d\d?)", r"(0{0,5}\d{1,13}\.\d{3})"
LINE = rf"(?:flow {THREAD} {TIME} {THREAD} {TIME}|{THREAD} {TIME} {TIME} (.+))"
EITHER = "expected an event as 1 20.500 3.000 mm, or a flow to a later time as flow 1 23.500 2 40.000"


class Event(NamedTuple):
    """What a thread does, in nanoseconds from ``start`` until before ``end``."""

    thread: int
    start: int
    end: int
    name: str


# From a thread and a time to a thread and a time: what this one does then needs what that one did before.
Flow = tuple[int, int, int, int]


class Trace(NamedTuple):
    """How many names a table has, and what happens."""

    names: int
    events: list[Event]
    flows: list[Flow]

    def threads(self) -> dict[int, list[Event]]:
        """What does each thread do, in the order in which events begin, the longest first?"""
        found = defaultdict(list)
        for event in sorted(self.events, key=lambda event: (event.start, -event.end)):
            found[event.thread].append(event)
        return found


def parse(text: str) -> Trace:
    """What was traced?"""
    lines = Lines(text)
    (names,) = lines.line(r"names (\d+)", FIRST, 999_999, lambda names: int(names) > 0)
    trace = Trace(int(names), [], [])
    for source, leaves, target, arrives, *event in lines.block(LINE, EITHER, valid=is_forward):
        if source:
            trace.flows.append((int(source), nanoseconds(leaves), int(target), nanoseconds(arrives)))
        else:
            thread, start, name = int(event[0]), nanoseconds(event[1]), event[3]
            trace.events.append(Event(thread, start, start + nanoseconds(event[2]), name))
    lines.end()
    return trace


def is_forward(source: str | None, leaves: str, target: str, arrives: str, *event: str | None) -> bool:
    """Is it no flow, or one to a later time?"""
    return not source or nanoseconds(leaves) < nanoseconds(arrives)


def nanoseconds(microseconds: str) -> int:
    """How many are these? A double near 5·10^12 µs is off by up to a half."""
    return int(microseconds.replace(".", ""))


def part1(trace: Trace) -> str:
    """How long is any thread busy, and which names have the most self time?"""
    times = Counter({event.name: 0 for event in trace.events})
    for events in trace.threads().values():
        for name, time in charges(events):
            times[name] += time
    table = sorted(times.items(), key=lambda item: (-item[1], item[0]))[: trace.names]
    busy = sum(end - start for start, end in runs(trace.events))
    return "\n".join([str(busy), *(f"{time} {name}" for name, time in table)])


def charges(events: list[Event]) -> Iterator[tuple[str, int]]:
    """Of which name is the innermost event of a thread, and for how long, one after the other?"""
    running: list[Event] = []
    now = 0
    for event in [*events, Event(0, max(event.end for event in events), 0, "")]:
        while running and now < event.start:
            until = max(now, min(running[-1].end, event.start))
            yield running[-1].name, until - now
            now = until
            if running[-1].end <= now:
                running.pop()
        now = event.start
        running.append(event)


def runs(events: Iterable[Event]) -> list[tuple[int, int]]:
    """From when to when is at least one event running?"""
    found: list[tuple[int, int]] = []
    for start, end in sorted((event.start, event.end) for event in events):
        joined = found and start <= found[-1][1]
        first, last = found.pop() if joined else (start, end)
        found.append((first, max(end, last)))
    return found


def part2(trace: Trace) -> int:
    """How long is the longest chain?"""
    moments: list[tuple[int, str, int, Flow | None]] = []
    for flow in trace.flows:  # at one time a chain arrives before it leaves, by the alphabet
        source, leaves, target, arrives = flow
        moments += [(arrives, "arrives", target, flow), (leaves, "leaves", source, flow)]
    for thread, events in trace.threads().items():
        for start, end in runs(events):
            moments += [(start, "begins", thread, None), (end, "ends", thread, None)]
    longest: Counter[int] = Counter()  # chain to each thread
    counted: dict[int, int] = {}  # until when, of the threads that are busy
    carried: dict[Flow | None, int] = {}
    for time, what, thread, leads in sorted(moments):
        if thread in counted:
            longest[thread] += time - counted[thread]
            counted[thread] = time
        if what == "begins":
            counted[thread] = time
        elif what == "ends":
            del counted[thread]
        elif what == "leaves":
            carried[leads] = longest[thread]
        else:
            longest[thread] = max(longest[thread], carried[leads])
    return max(longest.values())
