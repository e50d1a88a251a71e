-- | Enclosures hold what they should, and ties go to the even digit.
module Laws.Exact (laws) where

import Data.Ratio ((%))
import Teaching.Exact
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.HUnit (testCase, (@?=))
import Test.Tasty.QuickCheck
import Prelude hiding (exp, pi)

laws :: TestTree
laws =
  testGroup
    "teaching/exact"
    [ testCase "halves go to the even digit" . sequence_ $
        [ rounded places [Enclosure (value - 1) (value + 1), exactly value] @?= text
          | (value, places, text) <-
              [(0, 3, "0.000"), (-1 % 10 ^ (9 :: Int), 3, "0.000"), (-1 % 2000, 3, "0.000")]
                <> [(-1 % 2000 - tiny, 3, "-0.001"), (-3 % 2000, 3, "-0.002"), (1 % 2000, 3, "0.000")]
                <> [(1 % 2000 + tiny, 3, "0.001"), (3 % 2000, 3, "0.002"), (3 % 2000 - tiny, 3, "0.001")]
                <> [(1 % 16, 3, "0.062"), (3 % 16, 3, "0.188"), (1 % 2, 0, "0"), (3 % 2, 0, "2"), (-5 % 2, 0, "-2")]
                <> [(1 % 2 + tiny, 0, "1"), (1 % 2 - tiny, 0, "0"), (9995 % 10000, 3, "1.000")]
                <> [(1 % 3, 18, "0.333333333333333333"), (-10 ^ (30 :: Int) % 3, 2, '-' : replicate 30 '3' <> ".33")]
        ],
      testCase "constants to fifty digits" $ do
        fifty pi @?= "3.14159265358979323846264338327950288419716939937511"
        fifty (ln 0.5) @?= "-0.69314718055994530941723212145817656807550013436026"
        fifty (log2 1.25) @?= "0.32192809488736234787031942948939017586483139302458"
        fifty (exp (-7 / 3)) @?= "0.09697196786440506280990665929837073148072085892480"
        fifty (exp (-1000000000)) @?= "0." <> replicate 50 '0',
      testCase "what is exact stays exact" $
        map (head . enclosures) [ln 1, exp 0, log2 0.125, log2 8 / 3 * 3, signum (-7) * abs (-2)] @?= map exactly [0, 1, -3, 3, -2],
      testProperty "exponential and logarithm are inverse" . forAll positive $ \x ->
        counterexample (show x) (and [holds (x, x) found | found <- take 3 (enclosures (exp (ln (fromRational x))))]),
      testProperty "logarithms make sums of products" . forAll ((,) <$> positive <*> positive) $ \(x, y) ->
        meet (ln (fromRational (x * y))) (ln (fromRational x) + ln (fromRational y)),
      testProperty "enclosures are as narrow as their bits" . forAll positive $ \x ->
        and (zipWith (\bits (Enclosure a b) -> (b - a) * 2 ^ bits <= 3) [64 :: Int, 128, 256] (enclosures (ln (fromRational x)))),
      testProperty "arithmetic is that of fractions" $ \x y ->
        let places = rounded 3 . pure . exactly :: Rational -> String
            exact f = rounded 3 (enclosures (f (fromRational x) (fromRational y)))
         in exact (+) === places (x + y) .&&. exact (-) === places (x - y) .&&. exact (*) === places (x * y)
              .&&. (y == 0 .||. exact (/) === places (x / y))
    ]
  where
    tiny = 1 % 10 ^ (40 :: Int)
    fifty = rounded 50 . enclosures
    positive = (%) <$> choose (1, 10 ^ (20 :: Int)) <*> oneof [pure 1, choose (1, 10 ^ (20 :: Int))] :: Gen Rational
    holds (a, b) (Enclosure low high) = low <= b && a <= high
    meet one other = and (take 3 (zipWith (\(Enclosure a b) -> holds (a, b)) (enclosures one) (enclosures other)))
