-- | The laws that this folder's solutions state.
module Main (main) where

import qualified Laws.Day12 as Day12
import Test.Tasty (defaultMain, testGroup)

main :: IO ()
main =
  defaultMain . testGroup "aoc2016" $
    [ Day12.laws
    ]
