-- | Factory: what is lifted digit by digit is what counting presses finds, and solutions are an affine space.
module Laws.Day10 (laws) where

import Aoc2025.Day10
import Data.Bits (popCount, xor)
import Data.List (foldl', sort)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Up to five buttons, by what they add to three counters.
buttonsOf :: Gen [Counters]
buttonsOf = choose (1, 5) >>= \count -> vectorOf count (counting <$> vectorOf 3 (choose (0, 1)))

counting :: [Int] -> Counters
counting numbers = Counters (sum (zipWith (*) numbers (iterate (* 4096) 1))) 0

-- | So many presses of each.
pressed :: [Int] -> [Counters] -> Counters
pressed times made = Counters (sum (zipWith (*) times [a | Counters a _ <- made])) (sum (zipWith (*) times [b | Counters _ b <- made]))

switched :: [Counters] -> Int -> Int
switched made subset = foldl' xor 0 [parities button | (place, button) <- zip [0 :: Int ..] made, odd (subset `div` 2 ^ place)]

laws :: TestTree
laws =
  testGroup
    "aoc2025/day10"
    [ testProperty "solutions are all subsets that switch the lights" $
        forAll buttonsOf $ \made -> forAll (choose (0, 7)) $ \lights' ->
          sort (solutions (affine made) lights') === filter ((== lights') . switched made) [0 .. 2 ^ length made - 1],
      testProperty "no fewer presses bring the same about" $
        forAll buttonsOf $ \made -> forAll (vectorOf (length made) (choose (0, 3))) $ \times ->
          let goal = pressed times made
              ways = filter ((== goal) . (`pressed` made)) (mapM (const [0 .. 9]) made)
           in length made < 4 ==> lifted made goal === Just (minimum (map sum ways)),
      testProperty "one press of each of some buttons is enough to bring that about" $
        forAll buttonsOf $ \made -> forAll (vectorOf (length made) (choose (0, 1))) $ \times ->
          fmap (<= sum times) (lifted made (pressed times made)) === Just True,
      testProperty "doubled counters take at most twice as many presses" $
        forAll buttonsOf $ \made -> forAll (vectorOf (length made) (choose (0, 9))) $ \times ->
          let presses = lifted made . (`pressed` made)
           in fmap (>= 0) ((-) <$> fmap (* 2) (presses times) <*> presses (map (* 2) times)) === Just True,
      testProperty "idle subsets switch nothing" $
        forAll buttonsOf $ \made -> all ((== 0) . switched made) (solutions (affine made) 0) .&&. popCount (head (solutions (affine made) 0)) === 0
    ]
