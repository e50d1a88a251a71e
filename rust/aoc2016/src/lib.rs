//! Advent of Code 2016.

pub mod assembunny;

contract::puzzles! {
    "aoc2016/day01" => day01,
    "aoc2016/day02" => day02,
    "aoc2016/day03" => day03,
    "aoc2016/day04" => day04,
    "aoc2016/day05" => day05,
    "aoc2016/day06" => day06,
    "aoc2016/day07" => day07,
    "aoc2016/day08" => day08,
    "aoc2016/day09" => day09,
    "aoc2016/day10" => day10,
    "aoc2016/day11" => day11,
    "aoc2016/day12" => day12,
    "aoc2016/day13" => day13,
    "aoc2016/day14" => day14,
    "aoc2016/day15" => day15,
    "aoc2016/day16" => day16,
    "aoc2016/day17" => day17,
    "aoc2016/day18" => day18,
    "aoc2016/day19" => day19,
    "aoc2016/day20" => day20,
    "aoc2016/day21" => day21,
    "aoc2016/day22" => day22,
    "aoc2016/day23" => day23,
    "aoc2016/day24" => day24,
    "aoc2016/day25" => day25 (one part),
}
