-- | Monkey Market: steps are linear, go round all numbers but 0, and a tape is read for all buyers at once.
module Laws.Day22 (laws) where

import Aoc2024.Day22
import Data.Bits (xor)
import qualified Data.Map.Strict as M
import Data.Semigroup (stimes)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

secret :: Gen Int
secret = choose (0, 2 ^ (24 :: Int) - 1)

-- | Buyers, many of whom read the same part of the tape.
buyers :: Gen [Int]
buyers = do
  first <- secret
  more <- listOf (oneof [secret, (iterate following first !!) <$> choose (0, 2100), (iterate following first !!) <$> elements ([0 .. 5] ++ [1995 .. 2002])])
  shuffle (first : take 6 more)

-- | What a buyer pays for each four changes, one after the other.
alone :: Int -> M.Map [Int] Int
alone from = M.fromListWith (\_ first -> first) (zip (windows changes) (drop 4 prices))
  where
    prices = map (`rem` 10) (take 2001 (iterate following from))
    changes = zipWith (-) (drop 1 prices) prices
    windows (a : rest@(b : c : d : _)) = [a, b, c, d] : windows rest
    windows _ = []

laws :: TestTree
laws =
  testGroup
    "aoc2024/day22"
    [ testProperty "a step of a sum is the sum of steps" $
        forAll secret $ \a -> forAll secret $ \b -> following (a `xor` b) === following a `xor` following b,
      testProperty "a power of the map is as many steps" $
        forAll secret $ \a -> forAll (choose (1, 3000)) $ \steps -> image (stimes steps step) a === iterate following a !! steps,
      testProperty "the circle has all numbers but 0" $
        once (stimes circle step <> step === step .&&. conjoin [stimes (circle `quot` prime) step =/= one | prime <- [3, 5, 7, 13, 17, 241]]),
      testProperty "buyers bring together what they bring alone" $
        withMaxSuccess
          30
          ( forAll buyers $ \all' ->
              let code = foldl (\found change -> found * 19 + change + 9) 0
                  each = U.accum (+) (U.replicate (19 * 19 * 19 * 19) 0) [(code changes, fromIntegral sold) | buyer <- all', (changes, sold) <- M.toList (alone buyer)]
               in takings all' == each
          )
    ]
  where
    circle = 2 ^ (24 :: Int) - 1 :: Int
    one = stimes circle step
