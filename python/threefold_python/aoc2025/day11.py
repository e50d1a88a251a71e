"""Reactor: a path over stops is one path for each stretch, so numbers of paths are multiplied."""

from bisect import bisect_left
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from itertools import islice, pairwise, permutations
from math import prod

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import fields

DEVICE = (
    "expected a device and 1 to 100 that it leads to as abc: def ghi, each device on one line, out on none"
)
LOOP = "expected no device that leads back to itself"

Devices = dict[str, list[str]]


def parse(text: str) -> Devices:
    """Where does each device lead? It stands after the devices that it leads to."""
    outputs: Devices = {}
    for number, (device, others) in enumerate(fields(text, r"([a-z]{3}):((?: [a-z]{3}){1,100})", DEVICE), 1):
        if device == "out" or device in outputs:
            raise InvalidInput(number, DEVICE)
        outputs[device] = others.split()
    try:
        order = list(TopologicalSorter(outputs).static_order())
    except CycleError:
        raise InvalidInput(closing(outputs), LOOP) from None
    return {device: outputs[device] for device in order if device in outputs}


def closing(outputs: Devices) -> int:
    """Which line is the first that closes a loop?"""

    def has_loop(lines: int) -> bool:
        try:
            TopologicalSorter(dict(islice(outputs.items(), lines))).prepare()
        except CycleError:
            return True
        return False

    return bisect_left(range(len(outputs)), True, key=has_loop)


def part1(devices: Devices) -> int:
    """How many paths lead from you to out?"""
    return through(devices, "you", "out")


def part2(devices: Devices) -> int:
    """How many paths lead from svr to out and visit dac and fft, in either order?"""
    return sum(through(devices, "svr", *stops, "out") for stops in permutations(["dac", "fft"]))


def through(devices: Devices, *stops: str) -> int:
    """How many paths lead from the first of these devices to the last, over the others in this order?"""
    if stops[0] not in devices:
        raise NoAnswer(f"no line begins with {stops[0]}")
    return prod(paths(devices, start, end) for start, end in pairwise(stops))


def paths(devices: Devices, start: str, end: str) -> int:
    """How many paths lead from one device to another?"""
    onward = Counter({end: 1})
    for device, outputs in devices.items():
        if device != end:
            onward[device] = sum(onward[output] for output in outputs)
    return onward[start]
