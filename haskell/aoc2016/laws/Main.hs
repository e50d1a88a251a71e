-- | The laws that this folder's solutions state.
module Main (main) where

import qualified Laws.Day05 as Day05
import qualified Laws.Day12 as Day12
import qualified Laws.Day14 as Day14
import qualified Laws.Day23 as Day23
import qualified Laws.Day25 as Day25
import Test.Tasty (defaultMain, testGroup)

main :: IO ()
main =
  defaultMain . testGroup "aoc2016" $
    [ Day05.laws,
      Day12.laws,
      Day14.laws,
      Day23.laws,
      Day25.laws
    ]
