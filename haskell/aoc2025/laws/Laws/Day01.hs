-- | Secret Entrance: ways can be cut and turned around, and meet what one meets click by click.
module Laws.Day01 (laws) where

import Aoc2025.Day01
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2025/day01"
    [ testProperty "a way up and another one meet what both together do" $ \from (NonNegative a) (NonNegative b) ->
        met from a + met (from + a) b === met from (a + b),
      testProperty "a mirror turns left into right" $ \from by -> met from by === met (negate from) (negate by),
      testProperty "a whole turn meets one zero more" $ \from (Positive by) ->
        met from (by + 100) === met from by + 1,
      testProperty "zeros are met click by click" $ \from by ->
        let clicks = if by > 0 then [from + 1 .. from + by] else [from - 1, from - 2 .. from + by]
         in met from by === length (filter ((== 0) . (`mod` 100)) clicks),
      testProperty "ways end where the sum is" $ \turns ->
        U.last (ways (U.fromList turns)) === 50 + sum turns
    ]
