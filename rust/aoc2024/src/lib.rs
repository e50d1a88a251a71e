//! Advent of Code 2024.

contract::puzzles! {
    "aoc2024/day01" => day01,
    "aoc2024/day02" => day02,
    "aoc2024/day03" => day03,
    "aoc2024/day05" => day05,
    "aoc2024/day06" => day06,
    "aoc2024/day07" => day07,
    "aoc2024/day08" => day08,
    "aoc2024/day09" => day09,
    "aoc2024/day10" => day10,
    "aoc2024/day11" => day11,
    "aoc2024/day12" => day12,
    "aoc2024/day13" => day13,
    "aoc2024/day14" => day14,
    "aoc2024/day15" => day15,
    "aoc2024/day16" => day16,
    "aoc2024/day18" => day18,
    "aoc2024/day19" => day19,
    "aoc2024/day20" => day20,
    "aoc2024/day22" => day22,
    "aoc2024/day25" => day25 (one part),
}
