-- | The laws that this folder's solutions state.
module Main (main) where

import qualified Laws.Day05 as Day05
import qualified Laws.Day12 as Day12
import qualified Laws.Day14 as Day14
import Test.Tasty (defaultMain, testGroup)

main :: IO ()
main =
  defaultMain . testGroup "aoc2016" $
    [ Day05.laws,
      Day12.laws,
      Day14.laws
    ]
