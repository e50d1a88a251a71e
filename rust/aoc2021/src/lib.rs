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
}
