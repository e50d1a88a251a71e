"""Linen Layout: the ways to make a design's beginnings, each from those that are shorter by one towel."""

from typing import NamedTuple

from threefold_python.reading import Lines

TOWELS = "expected up to 10000 different towels of 1 to 8 stripes w, u, b, r or g, as w, u, wu"
DESIGN = "expected a design of 1 to 100 stripes w, u, b, r or g, in 10000 lines at most"
MOST_TOWELS, MOST_DESIGNS = 10_000, 10_000


class Onsen(NamedTuple):
    towels: set[str]
    designs: list[str]


def parse(text: str) -> Onsen:
    """Which towels are there, and which designs are asked for?"""
    lines = Lines(text)
    designs: list[str] = []

    def are_towels(line: str) -> bool:
        """Are they few enough, and all different?"""
        towels = line.split(", ")
        return len(set(towels)) == len(towels) <= MOST_TOWELS

    def is_design(design: str) -> bool:
        """Is it not one too many? Then it is kept."""
        designs.append(design)
        return len(designs) <= MOST_DESIGNS

    (towels,) = lines.line(r"([wubrg]{1,8}(?:, [wubrg]{1,8})*)", TOWELS, valid=are_towels)
    lines.blank("expected an empty line")
    lines.block(r"([wubrg]{1,100})", DESIGN, valid=is_design)
    lines.end()
    return Onsen(set(towels.split(", ")), designs)


def part1(onsen: Onsen) -> int:
    """How many designs are possible?"""
    return sum(ways > 0 for ways in all_ways(onsen))


def part2(onsen: Onsen) -> int:
    """In how many ways can all designs be made?"""
    return sum(all_ways(onsen))


def all_ways(onsen: Onsen) -> list[int]:
    """In how many ways can each design be made?"""
    lengths = sorted(set(map(len, onsen.towels)))
    return [ways_to_make(design, onsen.towels, lengths) for design in onsen.designs]


def ways_to_make(design: str, towels: set[str], lengths: list[int]) -> int:
    """In how many ways do towels of these lengths make a design?"""
    ways = [1] + [0] * len(design)  # to make each beginning
    for start in range(len(design)):
        if ways[start]:
            for length in lengths:
                end = start + length
                if end <= len(design) and design[start:end] in towels:
                    ways[end] += ways[start]
    return ways[-1]
