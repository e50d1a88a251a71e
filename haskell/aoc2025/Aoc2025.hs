-- | Advent of Code 2025.
module Aoc2025 (puzzles) where

import qualified Aoc2025.Day01 as Day01
import qualified Aoc2025.Day02 as Day02
import qualified Aoc2025.Day03 as Day03
import qualified Aoc2025.Day04 as Day04
import qualified Aoc2025.Day05 as Day05
import qualified Aoc2025.Day06 as Day06
import qualified Aoc2025.Day07 as Day07
import qualified Aoc2025.Day08 as Day08
import qualified Aoc2025.Day09 as Day09
import qualified Aoc2025.Day10 as Day10
import qualified Aoc2025.Day11 as Day11
import qualified Aoc2025.Day12 as Day12
import Threefold.Contract

-- | Every puzzle of this folder, by name.
puzzles :: Puzzles
puzzles =
  [ ("aoc2025/day01", twoParts Day01.parse Day01.part1 Day01.part2),
    ("aoc2025/day02", twoParts Day02.parse Day02.part1 Day02.part2),
    ("aoc2025/day03", twoParts Day03.parse Day03.part1 Day03.part2),
    ("aoc2025/day04", twoParts Day04.parse Day04.part1 Day04.part2),
    ("aoc2025/day05", twoParts Day05.parse Day05.part1 Day05.part2),
    ("aoc2025/day06", twoParts Day06.parse Day06.part1 Day06.part2),
    ("aoc2025/day07", twoParts Day07.parse Day07.part1 Day07.part2),
    ("aoc2025/day08", twoParts Day08.parse Day08.part1 Day08.part2),
    ("aoc2025/day09", twoParts Day09.parse Day09.part1 Day09.part2),
    ("aoc2025/day10", twoParts Day10.parse Day10.part1 Day10.part2),
    ("aoc2025/day11", twoParts Day11.parse Day11.part1 Day11.part2),
    ("aoc2025/day12", onePart Day12.parse Day12.part1)
  ]

foreign export ccall threefold_aoc2025 :: IO Loaded

threefold_aoc2025 :: IO Loaded
threefold_aoc2025 = load puzzles
