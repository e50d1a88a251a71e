-- | Balance Bots: the order of lines does not matter, and a chain of bots sorts.
module Laws.Day10 (laws) where

import Aoc2016.Day10
import qualified Data.ByteString.Char8 as B
import Data.List (intercalate, sort)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A network in which bots compare two of the wires, the first of which gets the lower chip.
network :: [Int] -> [(Int, Int)] -> [String]
network chips pairs = values <> concat rules
  where
    (starts, rules) = foldr before (["output " <> show wire | wire <- [0 .. length chips - 1]], []) (zip [0 :: Int ..] pairs)
    before (bot, (low, high)) (ends, found) =
      ( [if wire `elem` [low, high] then "bot " <> show bot else end | (wire, end) <- zip [0 ..] ends],
        ["bot " <> show bot <> " gives low to " <> ends !! low <> " and high to " <> ends !! high] : found
      )
    values = [("value " <> show chip <> " goes to ") <> start | (chip, start) <- zip chips starts]

factory :: [String] -> Factory
factory = either (error . show) id . parse . B.pack . intercalate "\n"

bubbles :: Int -> [(Int, Int)]
bubbles count = [(at, at + 1) | end <- [count - 1, count - 2 .. 1], at <- [0 .. end - 1]]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day10"
    [ testProperty "in any order of lines the same is compared" $
        forAll some $ \chips -> forAll (sublistOf (bubbles (length chips))) $ \pairs ->
          let lines' = network chips ([(0, 1), (1, 2)] <> [(0, 1) | length chips > 3] <> bubbles (length chips) <> pairs)
           in forAll (shuffle lines') $ \others -> sort (comparisons (factory others)) === sort (comparisons (factory lines')),
      testProperty "bubble sort sorts: outputs have the lowest chips" $
        forAll some $ \chips -> part2 (factory (network chips (bubbles (length chips)))) === Right (product (take 3 (sort chips)))
    ]
  where
    some = choose (3, 7) >>= \count -> vectorOf count (choose (0, 99))
