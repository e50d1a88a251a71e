-- | The laws that this folder's solutions state.
module Main (main) where

import qualified Laws.Day01 as Day01
import Test.Tasty (defaultMain, testGroup)

main :: IO ()
main =
  defaultMain . testGroup "aoc2024" $
    [ Day01.laws
    ]
