-- | Restroom Redoubt: moments move on, histories come round, and two remainders are one second.
module Laws.Day14 (laws) where

import Aoc2024.Day14
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (total)

total :: [Int] -> Moments
total = foldMap (`moments` 1)

-- | A prime, and places and velocities below it.
robots :: Gen (Int, [(Int, Int)])
robots = elements [2, 3, 5, 7, 11, 13] >>= \size -> (size,) <$> listOf1 ((,) <$> choose (0, size - 1) <*> choose (0, size - 1))

laws :: TestTree
laws =
  testGroup
    "aoc2024/day14"
    [ testProperty "moments of greater numbers are known by those of the numbers" $
        \numbers -> moved (total numbers) === total (map (+ 1) numbers),
      testProperty "a history is that of places on a circle" $
        forAll robots $ \(size, pairs) ->
          let places = map fst pairs
              counts = U.accumulate (+) (U.replicate size 0) (U.fromList (map (,1) places))
           in U.toList (history counts) === [(s, q) | step <- [0 .. size - 1], let Moments _ s q = total [(place + step) `mod` size | place <- places]],
      testProperty "a spread is a sum over pairs" $
        forAll robots $ \(size, pairs) ->
          let at second = [(place + second * velocity) `mod` size | (place, velocity) <- pairs]
              spread places = sum [(a - b) ^ (2 :: Int) | a <- places, b <- places] `quot` 2
           in U.toList (spreads size (U.fromList pairs)) === map (spread . at) [0 .. size - 1],
      testProperty "a second is known by its remainders" $
        forAll (choose (0, 101 * 103 - 1)) $ \second -> together (second `rem` 101) (second `rem` 103) === second
    ]
