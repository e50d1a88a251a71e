-- | Print Queue: scores tell whether there is an order, and which.
module Laws.Day05 (laws) where

import Aoc2024.Day05
import Data.List (sort)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | All pages of a tournament, and who has won against whom.
tournaments :: Gen ([Int], [(Int, Int)])
tournaments = do
  pages <- choose (1, 7) >>= \size -> take size <$> shuffle [10 .. 99]
  wins <- sequence [elements [(a, b), (a, b), (b, a)] | (a, rest) <- zip pages (drop 1 (iterate (drop 1) pages)), b <- rest]
  pure (pages, wins)

laws :: TestTree
laws =
  testGroup
    "aoc2024/day05"
    [ testProperty "without a cycle of three pages, and only then, scores are 0, 1, 2 and so on" $
        forAll tournaments $ \(pages, wins) ->
          let cycles = [() | (a, b) <- wins, (b', c) <- wins, b == b', (c, a) `elem` wins]
           in isTransitive (found pages wins) === null cycles,
      testProperty "scores come to half of all pairs" $
        forAll tournaments $ \(pages, wins) -> U.sum (found pages wins) === length pages * (length pages - 1) `quot` 2,
      testProperty "pages in their order have falling scores" $
        forAll (sort . take 9 <$> shuffle [10 .. 99]) $ \pages ->
          found pages [(a, b) | a <- pages, b <- pages, a < b] === U.reverse (U.enumFromN 0 (length pages))
    ]
  where
    found pages wins = scores (rulesOf (U.fromList wins)) (U.fromList pages)
