//! Advent of Code 2024.

contract::puzzles! {
    "aoc2024/day01" => day01,
}
