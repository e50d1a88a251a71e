-- | Garden Groups: what windows see is what fences are, at any scale and from any side.
module Laws.Day12 (laws) where

import Aoc2024.Day12
import Data.List (sort, transpose)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word8)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Up to seven rows, of few plants.
rows :: Gen [[Word8]]
rows = choose (1, 7) >>= \width -> choose (1, 7) >>= \height -> choose (66, 68) >>= \last' -> vectorOf height (vectorOf width (choose (65, last')))

planted :: [[Word8]] -> Garden
planted plots = garden (length (head plots) + 1) (U.fromList (concatMap (<> [0]) plots))

-- | Areas and another measure of all regions.
measured :: Weight -> [[Word8]] -> [(Int, Int)]
measured weight plots = sort [(a `quot` 4, m) | (a, m) <- drop 1 (zip (of' area) (of' weight)), a > 0]
  where
    of' it = U.toList (summed it (long (planted plots)) (regions (planted plots)))

laws :: TestTree
laws =
  testGroup
    "aoc2024/day12"
    [ testProperty "of a garden twice as large, areas are four times as large, and there are as many sides" $
        forAll rows $ \plots ->
          let twice = concatMap (\it -> [it, it])
              large = twice (map twice plots)
           in measured perimeter large === [(4 * a, 2 * m) | (a, m) <- measured perimeter plots] .&&. measured sides large === [(4 * a, m) | (a, m) <- measured sides plots],
      testProperty "a garden is the same from the other sides" $
        forAll rows $ \plots ->
          conjoin [measured weight other === measured weight plots | weight <- [perimeter, sides], other <- [reverse plots, transpose plots]],
      testProperty "a region's perimeter is how often another one is beside its plots" $
        forAll rows $ \plots ->
          let region = regions (planted plots)
              across = long (planted plots)
              beside = [region U.! place | place <- [across + 1 .. U.length region - across - 2], to <- [1, -1, across, -across], region U.! place /= region U.! (place + to)]
           in U.toList (U.tail (summed perimeter across region)) === U.toList (U.tail (U.accum (+) (U.map (const 0) region) (map (,1) beside))),
      testProperty "a side has two ends: a plot alone has four sides, and a row of plots, too" $
        forAll (choose (1, 9)) $ \count -> measured sides [replicate count 65] === [(count, 4)]
    ]
