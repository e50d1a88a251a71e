-- | Advent of Code 2015.
module Aoc2015 (puzzles) where

import qualified Aoc2015.Day14 as Day14
import qualified Aoc2015.Day15 as Day15
import qualified Aoc2015.Day16 as Day16
import qualified Aoc2015.Day17 as Day17
import qualified Aoc2015.Day18 as Day18
import qualified Aoc2015.Day20 as Day20
import Threefold.Contract

-- | Every puzzle of this folder, by name.
puzzles :: Puzzles
puzzles =
  [ ("aoc2015/day14", twoParts Day14.parse Day14.part1 Day14.part2),
    ("aoc2015/day15", twoParts Day15.parse Day15.part1 Day15.part2),
    ("aoc2015/day16", twoParts Day16.parse Day16.part1 Day16.part2),
    ("aoc2015/day17", twoParts Day17.parse Day17.part1 Day17.part2),
    ("aoc2015/day18", twoParts Day18.parse Day18.part1 Day18.part2),
    ("aoc2015/day20", twoParts Day20.parse Day20.part1 Day20.part2)
  ]

foreign export ccall threefold_aoc2015 :: IO Loaded

threefold_aoc2015 :: IO Loaded
threefold_aoc2015 = load puzzles
