"""Film strips: the strip is a range of frame numbers, and one frame meets what is done to all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from threefold.contract import NoAnswer

from ..reading import Lines

FIRST = "expected frames 1 to 100, side 1 to 50 and length from 1 in 18 digits, as frames 2 side 3 length 7"
OPERATION = (
    "expected turn, mirror, invert or reverse, or shift, every, first or drop "
    "and a number of at most 18 digits, not every 0"
)

Frame = NDArray[np.bool_]


@dataclass(frozen=True)
class Film:
    """The frames that a strip of some length repeats, and operations, each with a number or 0."""

    frames: list[Frame]
    length: int
    operations: list[tuple[str, int]]


def parse(text: str) -> Film:
    """Which strip is it, and what is done to it?"""
    lines = Lines(text)
    header = lines.line(r"frames (\d+) side (\d+) length (\d{1,18})", FIRST, valid=is_strip)
    count, side, length = map(int, header)
    frames = []
    for _ in range(count):
        lines.blank("expected an empty line")
        rows = [lines.line(f"([.#]{{{side}}})", f"expected {side} cells, # or .")[0] for _ in range(side)]
        frames.append(np.array([list(row) for row in rows]) == "#")
    lines.blank("expected an empty line")
    pattern = r"(turn|mirror|invert|reverse|(?:shift|first|drop) \d{1,18}|every (?!0+$)\d{1,18})"
    operations = [line.partition(" ") for (line,) in lines.block(pattern, OPERATION)]
    lines.end()
    return Film(frames, length, [(word, int(number or 0)) for word, _, number in operations])


def is_strip(count: str, side: str, length: str) -> bool:
    """Are these sizes of a strip?"""
    small = max(len(count), len(side)) <= 18
    return small and 1 <= int(count) <= 100 and 1 <= int(side) <= 50 and int(length) > 0


def part1(film: Film) -> int:
    """How many cells are lit on the final strip?"""
    numbers = final_strip(film)
    inverted = film.operations.count(("invert", 0)) % 2
    lit = [int((frame ^ inverted).sum()) for frame in film.frames]
    period = len(lit)
    rounds, rest = divmod(len(numbers), period)
    return rounds * sum(lit[number % period] for number in numbers[:period]) + sum(
        lit[number % period] for number in numbers[:rest]
    )


def part2(film: Film) -> str:
    """What does its middle frame look like?"""
    numbers = final_strip(film)
    if not numbers:
        raise NoAnswer("no frame is left")
    frame = film.frames[numbers[len(numbers) // 2] % len(film.frames)]
    return "\n".join("".join(".#"[cell] for cell in row) for row in final_frame(film, frame).astype(int))


def final_strip(film: Film) -> range:
    """Which frames of the first strip, by their numbers from 0, are on the final one?"""
    numbers = range(film.length)
    for word, number in film.operations:
        match word:
            case "reverse":
                numbers = numbers[::-1]
            case "every":
                numbers = numbers[::number]
            case "first":
                numbers = numbers[:number]
            case "drop":
                numbers = numbers[number:]
    return numbers


def final_frame(film: Film, frame: Frame) -> Frame:
    """What do the operations make of a frame?"""
    for word, number in film.operations:
        match word:
            case "turn":
                frame = np.rot90(frame, -1)
            case "mirror":
                frame = np.fliplr(frame)
            case "invert":
                frame = ~frame
            case "shift":
                frame = np.roll(frame, number, axis=1)
    return frame
