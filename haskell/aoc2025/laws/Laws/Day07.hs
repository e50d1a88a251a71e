-- | Laboratories: splitting is linear, and it does not matter when whole numbers are cut off.
module Laws.Day07 (laws) where

import Aoc2025.Day07
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

row :: Gen (U.Vector Int)
row = U.fromList <$> vectorOf 16 (choose (0, 400))

-- | Columns of splitters, none beside another or at an edge.
columns :: Gen (U.Vector Int)
columns = U.fromList . map (* 2) . Set.toList . Set.fromList <$> listOf (choose (1, 7))

-- | A triangle of so many rows of splitters.
triangle :: Int -> Manifold
triangle count = Manifold (2 * count + 1) count [U.enumFromStepN (count - at) 2 (at + 1) | at <- [0 .. count - 1]]

laws :: TestTree
laws =
  testGroup
    "aoc2025/day07"
    [ testProperty "a splitter gives what it gets to both sides" $
        forAll row $ \a -> forAll columns $ \at ->
          let kept c = if c `U.elem` at then 0 else a U.! c
              given c = sum [a U.! s | s <- [c - 1, c + 1], s `U.elem` at]
           in split (+) a at === U.generate 16 (\c -> kept c + given c),
      testProperty "splitting is linear" $
        forAll row $ \a -> forAll row $ \b -> forAll columns $ \at ->
          split (+) (U.zipWith (+) a b) at === U.zipWith (+) (split (+) a at) (split (+) b at),
      testProperty "cut off before or after is the same" $
        forAll row $ \a -> forAll columns $ \at -> forAll (choose (1, 500)) $ \limit ->
          split (upTo limit) (U.map (min limit) a) at === U.map (min limit) (split (+) a at),
      testProperty "each row of a triangle has one splitter more and doubles the timelines" $
        forAll (choose (1, 90)) $ \count ->
          (part1 (triangle count), part2 (triangle count)) === (count * (count + 1) `div` 2, 2 ^ count)
    ]
