//! Advent of Code 2016.

pub mod assembunny;

contract::puzzles! {
    "aoc2016/day12" => day12,
}
