-- | Advent of Code 2024.
module Aoc2024 (puzzles) where

import qualified Aoc2024.Day01 as Day01
import Threefold.Contract

-- | Every puzzle of this folder, by name.
puzzles :: Puzzles
puzzles =
  [ ("aoc2024/day01", twoParts Day01.parse Day01.part1 Day01.part2)
  ]

foreign export ccall threefold_aoc2024 :: IO Loaded

threefold_aoc2024 :: IO Loaded
threefold_aoc2024 = load puzzles
