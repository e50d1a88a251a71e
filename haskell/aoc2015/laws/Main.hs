-- | The laws that this folder's solutions state.
module Main (main) where

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
  defaultMain . testGroup "aoc2015" $
    [ Day14.laws,
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
