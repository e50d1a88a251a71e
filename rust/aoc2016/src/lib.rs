//! Advent of Code 2016.

pub mod assembunny;

contract::puzzles! {
    "aoc2016/day05" => day05,
    "aoc2016/day12" => day12,
    "aoc2016/day14" => day14,
    "aoc2016/day23" => day23,
    "aoc2016/day25" => day25 (one part),
}
