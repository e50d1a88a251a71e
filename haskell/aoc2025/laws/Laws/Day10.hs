-- | Factory: what is lifted digit by digit is what counting presses finds, and solutions are an affine space.
module Laws.Day10 (laws) where

import Aoc2025.Day10
import Data.Bits (xor)
import Data.List (foldl', sort)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | So many buttons at most, by which of three lights or counters they switch or add to; and how often each of them is pressed.
buttonsOf :: Int -> Gen [Int]
buttonsOf most = choose (1, most) >>= \count -> vectorOf count (choose (0, 7))

pressedOf :: Int -> Int -> Gen ([Int], [Int])
pressedOf most times = buttonsOf most >>= \made -> (made,) <$> vectorOf (length made) (choose (0, times))

pressed :: [Int] -> [Int] -> Counters
pressed made times = (lanes fst, lanes snd)
  where
    lanes half = sum (zipWith (\button -> (* half (spread button))) made times)

switched :: [Int] -> Int -> Int
switched made subset = foldl' xor 0 [button | (place, button) <- zip [0 :: Int ..] made, odd (subset `div` 2 ^ place)]

lift :: [Int] -> Counters -> Maybe Int
lift = lifted . U.fromList

laws :: TestTree
laws =
  testGroup
    "aoc2025/day10"
    [ testProperty "solutions are all subsets that switch the lights" $
        forAll (buttonsOf 5) $ \made -> forAll (choose (0, 7)) $ \lights' ->
          sort (solutions (affine (U.fromList made)) lights') === filter ((== lights') . switched made) [0 .. 2 ^ length made - 1],
      testProperty "no fewer presses bring the same about" $
        forAll (pressedOf 3 3) $ \(made, times) ->
          let goal = pressed made times
              ways = filter ((== goal) . pressed made) (mapM (const [0 .. 9]) made)
           in lift made goal === Just (minimum (map sum ways)),
      testProperty "one press of each of some buttons is enough to bring that about" $
        forAll (pressedOf 5 1) $ \(made, times) ->
          fmap (<= sum times) (lift made (pressed made times)) === Just True,
      testProperty "doubled counters take at most twice as many presses" $
        forAll (pressedOf 5 9) $ \(made, times) ->
          let presses = lift made . pressed made
           in fmap (>= 0) ((-) <$> fmap (* 2) (presses times) <*> presses (map (* 2) times)) === Just True,
      testProperty "counters that are 1 are odd, and those that are 2 are not" $
        forAll (choose (0, 1023)) $ \set -> map (parities . pressed [set] . pure) [1, 2, 3] === [set, 0, set]
    ]
