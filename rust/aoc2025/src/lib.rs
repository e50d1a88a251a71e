//! Advent of Code 2025.

contract::puzzles! {
    "aoc2025/day01" => day01,
    "aoc2025/day02" => day02,
    "aoc2025/day03" => day03,
    "aoc2025/day04" => day04,
    "aoc2025/day05" => day05,
    "aoc2025/day06" => day06,
    "aoc2025/day07" => day07,
    "aoc2025/day08" => day08,
    "aoc2025/day09" => day09,
    "aoc2025/day10" => day10,
    "aoc2025/day11" => day11,
    "aoc2025/day12" => day12 (one part),
}
