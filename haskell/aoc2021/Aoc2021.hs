-- | Advent of Code 2021.
module Aoc2021 (puzzles) where

import qualified Aoc2021.Day01 as Day01
import qualified Aoc2021.Day02 as Day02
import qualified Aoc2021.Day03 as Day03
import qualified Aoc2021.Day04 as Day04
import qualified Aoc2021.Day05 as Day05
import qualified Aoc2021.Day06 as Day06
import qualified Aoc2021.Day07 as Day07
import qualified Aoc2021.Day08 as Day08
import Threefold.Contract

-- | Every puzzle of this folder, by name.
puzzles :: [(String, Solution)]
puzzles =
  [ ("aoc2021/day01", twoParts Day01.parse Day01.part1 Day01.part2),
    ("aoc2021/day02", twoParts Day02.parse Day02.part1 Day02.part2),
    ("aoc2021/day03", twoParts Day03.parse Day03.part1 Day03.part2),
    ("aoc2021/day04", twoParts Day04.parse Day04.part1 Day04.part2),
    ("aoc2021/day05", twoParts Day05.parse Day05.part1 Day05.part2),
    ("aoc2021/day06", twoParts Day06.parse Day06.part1 Day06.part2),
    ("aoc2021/day07", twoParts Day07.parse Day07.part1 Day07.part2),
    ("aoc2021/day08", twoParts Day08.parse Day08.part1 Day08.part2)
  ]
