-- | Advent of Code 2024.
module Aoc2024 (puzzles) where

import qualified Aoc2024.Day01 as Day01
import qualified Aoc2024.Day02 as Day02
import qualified Aoc2024.Day03 as Day03
import qualified Aoc2024.Day04 as Day04
import qualified Aoc2024.Day05 as Day05
import qualified Aoc2024.Day06 as Day06
import qualified Aoc2024.Day07 as Day07
import qualified Aoc2024.Day08 as Day08
import qualified Aoc2024.Day09 as Day09
import qualified Aoc2024.Day10 as Day10
import qualified Aoc2024.Day11 as Day11
import qualified Aoc2024.Day12 as Day12
import qualified Aoc2024.Day13 as Day13
import qualified Aoc2024.Day14 as Day14
import qualified Aoc2024.Day15 as Day15
import qualified Aoc2024.Day16 as Day16
import qualified Aoc2024.Day17 as Day17
import qualified Aoc2024.Day18 as Day18
import qualified Aoc2024.Day19 as Day19
import qualified Aoc2024.Day20 as Day20
import qualified Aoc2024.Day21 as Day21
import qualified Aoc2024.Day22 as Day22
import qualified Aoc2024.Day23 as Day23
import qualified Aoc2024.Day24 as Day24
import qualified Aoc2024.Day25 as Day25
import Threefold.Contract

-- | Every puzzle of this folder, by name.
puzzles :: Puzzles
puzzles =
  [ ("aoc2024/day01", twoParts Day01.parse Day01.part1 Day01.part2),
    ("aoc2024/day02", twoParts Day02.parse Day02.part1 Day02.part2),
    ("aoc2024/day03", twoParts Day03.parse Day03.part1 Day03.part2),
    ("aoc2024/day04", twoParts Day04.parse Day04.part1 Day04.part2),
    ("aoc2024/day05", twoParts Day05.parse Day05.part1 Day05.part2),
    ("aoc2024/day06", twoParts Day06.parse Day06.part1 Day06.part2),
    ("aoc2024/day07", twoParts Day07.parse Day07.part1 Day07.part2),
    ("aoc2024/day08", twoParts Day08.parse Day08.part1 Day08.part2),
    ("aoc2024/day09", twoParts Day09.parse Day09.part1 Day09.part2),
    ("aoc2024/day10", twoParts Day10.parse Day10.part1 Day10.part2),
    ("aoc2024/day11", twoParts Day11.parse Day11.part1 Day11.part2),
    ("aoc2024/day12", twoParts Day12.parse Day12.part1 Day12.part2),
    ("aoc2024/day13", twoParts Day13.parse Day13.part1 Day13.part2),
    ("aoc2024/day14", twoParts Day14.parse Day14.part1 Day14.part2),
    ("aoc2024/day15", twoParts Day15.parse Day15.part1 Day15.part2),
    ("aoc2024/day16", twoParts Day16.parse Day16.part1 Day16.part2),
    ("aoc2024/day17", twoParts Day17.parse Day17.part1 Day17.part2),
    ("aoc2024/day18", twoParts Day18.parse Day18.part1 Day18.part2),
    ("aoc2024/day19", twoParts Day19.parse Day19.part1 Day19.part2),
    ("aoc2024/day20", twoParts Day20.parse Day20.part1 Day20.part2),
    ("aoc2024/day21", twoParts Day21.parse Day21.part1 Day21.part2),
    ("aoc2024/day22", twoParts Day22.parse Day22.part1 Day22.part2),
    ("aoc2024/day23", twoParts Day23.parse Day23.part1 Day23.part2),
    ("aoc2024/day24", twoParts Day24.parse Day24.part1 Day24.part2),
    ("aoc2024/day25", onePart Day25.parse Day25.part1)
  ]

foreign export ccall threefold_aoc2024 :: IO Loaded

threefold_aoc2024 :: IO Loaded
threefold_aoc2024 = load puzzles
