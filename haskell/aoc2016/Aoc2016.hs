-- | Advent of Code 2016.
module Aoc2016 (puzzles) where

import qualified Aoc2016.Day12 as Day12
import Threefold.Contract

-- | Every puzzle of this folder, by name.
puzzles :: Puzzles
puzzles =
  [ ("aoc2016/day12", twoParts Day12.parse Day12.part1 Day12.part2)
  ]

foreign export ccall threefold_aoc2016 :: IO Loaded

threefold_aoc2016 :: IO Loaded
threefold_aoc2016 = load puzzles
