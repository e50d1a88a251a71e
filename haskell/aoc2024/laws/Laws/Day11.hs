-- | Plutonian Pebbles: the transpose is one, and stones become what is said of their digits.
module Laws.Day11 (laws) where

import Aoc2024.Day11
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Up to nine stones of up to twelve digits.
stones' :: Gen (U.Vector Int)
stones' = choose (1, 9) >>= \count -> U.fromList <$> vectorOf count (choose (1, 12) >>= \digits -> choose (0, 10 ^ (digits :: Int) - 1))

-- | The map itself: a count goes to both halves, or a place nearer to a split.
pushed :: Blink -> U.Vector Int -> U.Vector Int
pushed (Blink a b) counts = U.accum (+) (U.replicate size 0 U.++ waiting) (concat [[(to, n), (also, n)] | (to, also, n) <- zip3 (U.toList a) (U.toList b) (U.toList splits)])
  where
    size = U.length a
    (waiting, splits) = U.splitAt (2 * size) counts

-- | What is said of a stone.
becomes :: Int -> [Int]
becomes 0 = [1]
becomes stone
  | odd (length digits) = [stone * 2024]
  | (first, second) <- splitAt (length digits `quot` 2) digits = [read first, read second]
  where
    digits = show stone

laws :: TestTree
laws =
  testGroup
    "aoc2024/day11"
    [ testProperty "what a functional says after a blink, the transposed one says before it" $
        forAll stones' $ \stones ->
          let (_, blink) = blinkOf 9 stones
              values = U.fromList <$> vectorOf (3 * U.length (left blink)) (choose (-9, 9))
           in forAll ((,) <$> values <*> values) $ \(counts, f) ->
                U.sum (U.zipWith (*) (pushed blink counts) f) === U.sum (U.zipWith (*) counts (pulled 1 blink f)),
      testProperty "to go back many blinks is to go back one many times" $
        forAll stones' $ \stones -> forAll (choose (0, 9)) $ \blinks ->
          let (_, blink) = blinkOf 9 stones
           in forAll (U.fromList <$> vectorOf (3 * U.length (left blink)) (choose (-9, 9))) $ \f -> pulled blinks blink f === iterate (pulled 1 blink) f !! blinks,
      testProperty "after few blinks there are as many stones as when all are listed" $
        forAll stones' $ \stones -> forAll (choose (1, 9)) $ \blinks ->
          let (places, blink) = blinkOf blinks stones
              asked = pulled blinks blink (U.replicate (3 * U.length (left blink)) 1)
           in U.sum (U.map (asked U.!) places) === length (iterate (concatMap becomes) (U.toList stones) !! blinks),
      testProperty "a stone waits alone, and then splits" $
        forAll (U.head <$> stones') $ \stone ->
          let Split wait first second = split stone
           in wait <= 3 .&&. iterate (concatMap becomes) [stone] !! wait === [first, second] .&&. length (iterate (concatMap becomes) [stone] !! (wait - 1)) === 1
    ]
