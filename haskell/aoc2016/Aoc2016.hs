-- | Advent of Code 2016.
module Aoc2016 (puzzles) where

import qualified Aoc2016.Day05 as Day05
import qualified Aoc2016.Day12 as Day12
import qualified Aoc2016.Day14 as Day14
import qualified Aoc2016.Day23 as Day23
import qualified Aoc2016.Day25 as Day25
import Threefold.Contract

-- | Every puzzle of this folder, by name.
puzzles :: Puzzles
puzzles =
  [ ("aoc2016/day05", twoParts Day05.parse Day05.part1 Day05.part2),
    ("aoc2016/day12", twoParts Day12.parse Day12.part1 Day12.part2),
    ("aoc2016/day14", twoParts Day14.parse Day14.part1 Day14.part2),
    ("aoc2016/day23", twoParts Day23.parse Day23.part1 Day23.part2),
    ("aoc2016/day25", onePart Day25.parse Day25.part1)
  ]

foreign export ccall threefold_aoc2016 :: IO Loaded

threefold_aoc2016 :: IO Loaded
threefold_aoc2016 = load puzzles
