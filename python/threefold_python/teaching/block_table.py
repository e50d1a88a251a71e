"""Block tables: a table is a list of block numbers, and every block knows how many tables hold it."""

from collections import deque
from dataclasses import dataclass
from itertools import chain

from ..reading import Lines

FIRST = "expected a number from 1 to 999999, and one to 1000, as size 16 blocks 100"
EVENT = (
    "expected prompt with a new request and tokens, fork with a request and a new one, "
    "or token or free with a request, all from 1 to 999999, in at most 50000 lines"
)
MOST = 999_999


@dataclass(frozen=True)
class Trace:
    """How many tokens a block takes, how many blocks there are, and what happens."""

    size: int
    blocks: int
    events: list[tuple[str, int, int]]

    def needed(self, tokens: int) -> int:
        """How many blocks do so many tokens take?"""
        return -(-tokens // self.size)


def parse(text: str) -> Trace:
    """How large is the pool, and what do requests do?"""
    lines = Lines(text)
    form = r"size (\d+) blocks (\d+)"
    size, blocks = lines.line(form, FIRST, MOST, lambda size, blocks: int(size) > 0 < int(blocks) <= 1000)
    trace = Trace(int(size), int(blocks), [])
    running: set[int] = set()

    def happens(word: str, first: str, second: str | None) -> bool:
        """Can this happen to the requests that are running? If so, it does."""
        request, other = int(first), int(second or 1)
        made = {"prompt": request, "fork": other}.get(word, 0)
        possible = len(trace.events) < 50_000 and (word == "prompt" or request in running)
        if bool(made) != bool(second) or 0 in (request, other) or not possible or made in running:
            return False
        running.symmetric_difference_update({made or request} if word != "token" else ())
        return True

    while not trace.events or not lines.is_done():
        word, first, second = lines.line(r"(prompt|fork|token|free) (\d+)(?: (\d+))?", EVENT, MOST, happens)
        trace.events.append((word, int(first), int(second or 0)))
    return trace


def part1(trace: Trace) -> str:
    """Where a fork copies every block: how many are in use at most, and which event finds too few?"""
    tokens: dict[int, int] = {}
    in_use = most = 0
    for number, (word, request, other) in enumerate(trace.events, 1):
        had = tokens.get(request, 0)
        if word == "fork":
            request, had, other = other, 0, had
        count = {"prompt": other, "fork": other, "token": had + 1, "free": 0}[word]
        in_use += trace.needed(count) - trace.needed(had)
        if in_use >= trace.blocks:
            return f"{most} {number}"
        tokens[request] = count
        most = max(most, in_use)
    return f"{most} -"


class Pool:
    """Free blocks, the next to be given first, and how many tables hold each. Block 0 is never given."""

    def __init__(self, blocks: int):
        self.free = deque(range(1, blocks))
        self.holders = [0] * blocks

    def take(self, count: int) -> list[int]:
        """The next blocks, each for one table."""
        taken = [self.free.popleft() for _ in range(count)]
        self.share(taken)
        return taken

    def share(self, table: list[int]) -> None:
        """One table more has these blocks."""
        for block in table:
            self.holders[block] += 1

    def release(self, table: list[int], full: bool) -> None:
        """Gives up a table from the last block, ``full`` or not, to the first."""
        for block in reversed(table):
            self.holders[block] -= 1
            if not self.holders[block]:
                (self.free.append if full else self.free.appendleft)(block)
            full = True


def part2(trace: Trace) -> str:
    """Where a fork shares: how many copies are made, and which blocks are in the final tables?"""
    pool, copies = Pool(trace.blocks), 0
    tables: dict[int, list[int]] = {}
    tokens: dict[int, int] = {}
    for word, request, other in trace.events:
        table, full = tables.get(request, []), tokens.get(request, 0) % trace.size == 0
        copied = [block for block in table[-1:] if word == "token" and not full and pool.holders[block] > 1]
        needed = {"prompt": trace.needed(other), "token": full + len(copied)}.get(word, 0)
        if needed > len(pool.free):
            break
        if word == "prompt":
            tables[request], tokens[request] = pool.take(needed), other
        elif word == "fork":
            tables[other], tokens[other] = table.copy(), tokens[request]
            pool.share(table)
        elif word == "token":
            table[len(table) - len(copied) :] = pool.take(needed)
            pool.release(copied, full)
            copies += len(copied)
            tokens[request] += 1
        else:
            pool.release(tables.pop(request), full)
    held = chain.from_iterable(tables[request] for request in sorted(tables))
    return f"{copies} {sum(place * block for place, block in enumerate(held, 1))}"
