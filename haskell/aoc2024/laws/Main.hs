-- | The laws that this folder's solutions state.
module Main (main) where

import qualified Laws.Day01 as Day01
import qualified Laws.Day02 as Day02
import qualified Laws.Day03 as Day03
import qualified Laws.Day04 as Day04
import qualified Laws.Day05 as Day05
import qualified Laws.Day06 as Day06
import qualified Laws.Day07 as Day07
import qualified Laws.Day08 as Day08
import qualified Laws.Day09 as Day09
import qualified Laws.Day10 as Day10
import qualified Laws.Day11 as Day11
import qualified Laws.Day12 as Day12
import qualified Laws.Day13 as Day13
import qualified Laws.Day14 as Day14
import qualified Laws.Day15 as Day15
import qualified Laws.Day16 as Day16
import qualified Laws.Day17 as Day17
import qualified Laws.Day18 as Day18
import qualified Laws.Day19 as Day19
import qualified Laws.Day20 as Day20
import qualified Laws.Day21 as Day21
import qualified Laws.Day22 as Day22
import qualified Laws.Day23 as Day23
import qualified Laws.Day24 as Day24
import qualified Laws.Day25 as Day25
import Test.Tasty (defaultMain, testGroup)

main :: IO ()
main =
  defaultMain . testGroup "aoc2024" $
    [ Day01.laws,
      Day02.laws,
      Day03.laws,
      Day04.laws,
      Day05.laws,
      Day06.laws,
      Day07.laws,
      Day08.laws,
      Day09.laws,
      Day10.laws,
      Day11.laws,
      Day12.laws,
      Day13.laws,
      Day14.laws,
      Day15.laws,
      Day16.laws,
      Day17.laws,
      Day18.laws,
      Day19.laws,
      Day20.laws,
      Day21.laws,
      Day22.laws,
      Day23.laws,
      Day24.laws,
      Day25.laws
    ]
