//! Advent of Code 2015.

contract::puzzles! {
    "aoc2015/day07" => day07,
    "aoc2015/day08" => day08,
    "aoc2015/day09" => day09,
    "aoc2015/day10" => day10,
    "aoc2015/day11" => day11,
    "aoc2015/day12" => day12,
    "aoc2015/day13" => day13,
    "aoc2015/day14" => day14,
    "aoc2015/day15" => day15,
    "aoc2015/day16" => day16,
    "aoc2015/day17" => day17,
    "aoc2015/day18" => day18,
    "aoc2015/day19" => day19,
    "aoc2015/day20" => day20,
    "aoc2015/day21" => day21,
    "aoc2015/day22" => day22,
    "aoc2015/day23" => day23,
    "aoc2015/day24" => day24,
    "aoc2015/day25" => day25 (one part),
}
