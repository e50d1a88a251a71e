"""A real trace: profiles training steps with torch, and solves what it wrote (`nox -s torch`).

`profile FOLDER` needs torch alone, and writes its trace and its table there. `check FOLDER` needs no torch:
it turns the trace into an input, solves that in all languages, and compares self times with torch's.
"""

import importlib
import json
import sys
from collections import Counter, defaultdict
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, NamedTuple

PUZZLE = "teaching/training-step"
LABELS = ("plain", 'step "1"', "back\\slash", "two\nlines", "rétropropagation", "逆伝播", "tab\t", " spaces ")


def profile(folder: Path) -> None:
    """Writes what torch says of some steps of a small network."""
    torch: Any = importlib.import_module("torch")
    torch.manual_seed(1)
    layers = (torch.nn.Linear(8, 16), torch.nn.ReLU(), torch.nn.Linear(16, 1))
    network = torch.nn.Sequential(*layers)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    inputs, targets = torch.randn(32, 8), torch.randn(32, 1)
    with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) as profiled:
        for label in LABELS:
            with torch.profiler.record_function(label):
                loss = ((network(inputs) - targets) ** 2).mean()
            with torch.profiler.record_function("backward"):
                loss.backward()
            optimizer.step()
            optimizer.zero_grad()
    profiled.export_chrome_trace(str(folder / "trace.json"))
    # Sums of microseconds with three decimals.
    table = [(row.key, round(row.self_cpu_time_total * 1000)) for row in profiled.key_averages()]
    (folder / "table.json").write_text(json.dumps([torch.__version__, table]), encoding="utf-8")


class Event(NamedTuple):
    """In nanoseconds."""

    thread: int
    start: int
    end: int
    name: str


def converted(trace: str) -> tuple[list[Event], list[tuple[Event, Event]], str]:
    """The events and flows of a trace, and the input that they make."""
    threads: dict[tuple[str, str], int] = {}
    events, ends = [], defaultdict(dict)
    for entry in json.loads(trace, parse_float=str, parse_int=str)["traceEvents"]:
        if entry["ph"] not in ("X", "s", "f") or entry.get("cat") == "Trace":  # the whole is no event
            continue
        thread = threads.setdefault((entry["pid"], entry["tid"]), len(threads))
        start = nanoseconds(entry["ts"])
        if entry["ph"] == "X":
            # What the format has no room for. torch 2.15 writes no control characters.
            name = entry["name"].replace("\n", "\\n") or "(none)"
            events.append(Event(thread, start, start + nanoseconds(entry["dur"]), name))
        else:
            ends[entry["cat"], entry["id"]][entry["ph"]] = (thread, start)
    # A flow's end is the start of an operation: the innermost that runs then.
    flows = [tuple(innermost(events, *both[end]) for end in "sf") for both in ends.values() if len(both) == 2]
    lines = ["names 999999"]
    lines += [f"{owner} {written(start)} {written(end - start)} {name}" for owner, start, end, name in events]
    for before, after in flows:
        lines.append(f"flow {before.thread} {written(before.end)} {after.thread} {written(after.start)}")
    return events, flows, "\n".join(lines)


def innermost(events: list[Event], thread: int, time: int) -> Event:
    """The event of a thread that began last of those that run at a time."""
    running = [event for event in events if event.thread == thread and event.start <= time < event.end]
    return max(running, key=lambda event: (event.start, -event.end))


def nanoseconds(microseconds: str) -> int:
    """From the text: near 5·10^12 a double has no third decimal."""
    whole, _, decimals = microseconds.partition(".")
    return int(whole) * 1000 + int(decimals.ljust(3, "0"))


def written(nanoseconds: int) -> str:
    """As microseconds."""
    return f"{nanoseconds // 1000}.{nanoseconds % 1000:03}"


def traced(label: str) -> str:
    """What torch's trace makes of a label."""
    label = label.partition("\0")[0].replace("\n", "").replace("\\", "/").replace('"', "'")
    return (label or "(none)") if all(" " <= letter <= "~" for letter in label) else "unknown"


def check(folder: Path) -> None:
    """Fails unless all languages find torch's own self times."""
    version, table = json.loads((folder / "table.json").read_text(encoding="utf-8"))
    expected: Counter[str] = Counter()
    for label, time in table:
        expected[traced(label)] += time
    events, flows, text = converted((folder / "trace.json").read_text(encoding="utf-8"))
    (folder / "input.txt").write_text(text, encoding="utf-8")
    answers = {}
    for language in sorted(entry_points(group="threefold.languages"), key=lambda found: found.name):
        outcome = language.load().solve(PUZZLE, text)
        if outcome[0] != "solved":
            sys.exit(f"{language.name}: {outcome}")
        busy, *rows = outcome[1].split("\n")
        found = {name: int(time) for time, name in (row.split(" ", 1) for row in rows)}
        wrong = {name for name in {*found, *expected} if found.get(name) != expected.get(name)}
        if wrong:
            sys.exit(f"{language.name}: not torch's self times: {sorted(wrong)}")
        answers[language.name] = (busy, outcome[2])
    if len(set(answers.values())) != 1:
        sys.exit(f"the languages disagree: {answers}")
    busy, chain = next(iter(answers.values()))
    off = sum(round((start / 1000 + (end - start) / 1000) * 1000) != end for _, start, end, _ in events)
    print(f"torch {version}: {len(events)} events, {len(flows)} flows, {off} ends that doubles would miss")
    print(f"{', '.join(answers)}: {len(expected)} self times are torch's; {busy} ns busy, chain {chain}")
    for before, after in flows[:9]:
        print(f"  {before.name} -> {after.name}")


if __name__ == "__main__":
    {"profile": profile, "check": check}[sys.argv[1]](Path(sys.argv[2]))
