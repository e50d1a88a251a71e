-- | Historian Hysteria: what is between two cumulative sums is a metric, and what sorted pairs are apart.
module Laws.Day01 (laws) where

import Aoc2024.Day01
import Data.List (sort)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

lists :: Int -> Gen [[Int]]
lists number = choose (1, 12) >>= \size -> vectorOf number (vectorOf size (frequency [(3, choose (0, 40)), (1, choose (0, 99999))]))

between :: [Int] -> [Int] -> Int
between one other = distance (difference (U.fromList one) (U.fromList other))

laws :: TestTree
laws =
  testGroup
    "aoc2024/day01"
    [ testProperty "the area between cumulative sums is what sorted pairs are apart" $
        forAll (lists 2) $ \both ->
          let [one, other] = both in between one other === sum (map abs (zipWith (-) (sort one) (sort other))),
      testProperty "a metric: 0 for the same list alone, alike both ways, and no way round is shorter" $
        forAll (lists 3) $ \three ->
          let [a, b, c] = three
           in conjoin [between a a === 0, between a b === between b a, property (between a c <= between a b + between b c)],
      testProperty "the integral by a density is the same either way round" $
        forAll (lists 2) $ \both ->
          let [one, other] = map U.fromList both
              by numbers density = integral numbers (\place -> place * fromIntegral (difference density U.empty U.! place))
           in by one other === by other one
    ]
