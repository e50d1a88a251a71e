//! Advent of Code 2021.

contract::puzzles! {
    "aoc2021/day01" => day01,
    "aoc2021/day02" => day02,
    "aoc2021/day03" => day03,
    "aoc2021/day04" => day04,
    "aoc2021/day05" => day05,
    "aoc2021/day06" => day06,
    "aoc2021/day07" => day07,
    "aoc2021/day08" => day08,
    "aoc2021/day09" => day09,
    "aoc2021/day10" => day10,
    "aoc2021/day11" => day11,
    "aoc2021/day12" => day12,
    "aoc2021/day13" => day13,
    "aoc2021/day14" => day14,
    "aoc2021/day15" => day15,
    "aoc2021/day16" => day16,
    "aoc2021/day18" => day18,
    "aoc2021/day19" => day19,
    "aoc2021/day21" => day21,
    "aoc2021/day22" => day22,
}
