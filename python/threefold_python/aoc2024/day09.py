"""Disk Fragmenter: blocks from the end fill the holes; whole files find gaps in heaps by size."""

from heapq import heappop, heappush
from itertools import accumulate, pairwise
from typing import NamedTuple

from threefold_python.reading import single

LONGEST = 200_000
FORM = f"expected 1 to {LONGEST} digits"
LARGEST = 9  # file


class File(NamedTuple):
    number: int
    start: int
    size: int

    def checksum(self, start: int) -> int:
        """What does the file add to the checksum where it starts there?"""
        return self.number * sum(range(start, start + self.size))


def parse(text: str) -> list[File]:
    """Where are the files that have any blocks?"""
    (digits,) = single(text, rf"(\d{{1,{LONGEST}}})", FORM)
    sizes = list(map(int, digits))
    starts = accumulate(sizes, initial=0)
    files = enumerate(list(zip(starts, sizes, strict=False))[::2])
    return [File(number, start, size) for number, (start, size) in files if size > 0]


def part1(files: list[File]) -> int:
    """What is the checksum if blocks move one by one, each from the end to the first free place?"""
    blocks = [file.number for file in files for _ in range(file.size)]
    places = {place for file in files for place in range(file.start, file.start + file.size)}
    first, last = iter(blocks), reversed(blocks)
    return sum(place * next(first if place in places else last) for place in range(len(blocks)))


def part2(files: list[File]) -> int:
    """And if whole files move once, the last first, each to the first gap before it that is large enough?"""
    gaps: list[list[tuple[int, int]]] = [[] for _ in range(LARGEST + 1)]  # starts and sizes, by sizes up to 9

    def free(start: int, size: int) -> None:
        heappush(gaps[min(size, LARGEST)], (start, size))

    for before, after in pairwise([File(0, 0, 0), *files]):
        free(before.start + before.size, after.start - before.start - before.size)
    checksum = 0
    for file in reversed(files):
        fitting = min(
            (heap for heap in gaps[file.size :] if heap), key=lambda heap: heap[0], default=[(file.start, 0)]
        )
        start, size = fitting[0]
        if start < file.start:
            heappop(fitting)
            free(start + file.size, size - file.size)
        checksum += file.checksum(min(start, file.start))
    return checksum
