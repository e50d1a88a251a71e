//! Advent of Code 2015.

contract::puzzles! {
    "aoc2015/day14" => day14,
    "aoc2015/day15" => day15,
    "aoc2015/day16" => day16,
    "aoc2015/day17" => day17,
    "aoc2015/day18" => day18,
    "aoc2015/day20" => day20,
}
