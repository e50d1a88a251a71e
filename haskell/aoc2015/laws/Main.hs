-- | The laws that this folder's solutions state.
module Main (main) where

import qualified Laws.Day14 as Day14
import qualified Laws.Day15 as Day15
import qualified Laws.Day16 as Day16
import qualified Laws.Day17 as Day17
import qualified Laws.Day18 as Day18
import qualified Laws.Day20 as Day20
import Test.Tasty (defaultMain, testGroup)

main :: IO ()
main =
  defaultMain . testGroup "aoc2015" $
    [ Day14.laws,
      Day15.laws,
      Day16.laws,
      Day17.laws,
      Day18.laws,
      Day20.laws
    ]
