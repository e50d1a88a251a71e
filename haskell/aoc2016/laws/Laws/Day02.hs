-- | Bathroom Security: what keys know of their neighbours.
module Laws.Day02 (laws) where

import Aoc2016.Day02
import Data.List (foldl', nub, sort)
import Data.Maybe (fromMaybe)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (label)

laws :: TestTree
laws =
  testGroup
    "aoc2016/day02"
    [ testProperty "to go back leads back, unless there was no way" $
        forAllBlind key $ \from -> forAll (elements "UDLR") $ \there ->
          let to = move from there in label to == label from || label (move to (back there)) == label from,
      testProperty "as many moves as a keypad is wide end at an edge" $
        forAllBlind key $ \from -> forAll (elements "UDLR") $ \there ->
          let edge = iterate (`move` there) from !! 4 in label (move edge there) === label edge,
      testProperty "every key is reached" $
        forAll pad $ \picture -> forAllBlind (elements (keys picture)) $ \from ->
          sort (nub (map label (reached from))) === sort (filter (/= ' ') (concat picture))
    ]
  where
    pad = elements [square, diamond]
    key = pad >>= elements . keys
    back there = fromMaybe 'L' (lookup there (zip "UDLR" "DURL"))
    reached from = foldl' (\known _ -> distinct (known <> concatMap (\one -> map (move one) "UDLR") known)) [from] [1 .. 8 :: Int]
    distinct known = [one | (place, one) <- zip [0 :: Int ..] known, label one `notElem` map label (take place known)]
