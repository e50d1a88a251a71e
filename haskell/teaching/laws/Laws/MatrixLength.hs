-- | How long is a matrix? Roots are known by construction, and what a matrix loses by a turn.
module Laws.MatrixLength (laws) where

import Data.List (sort, transpose)
import Data.Ratio (denominator, numerator, (%))
import Teaching.ContinuedFractions
import Teaching.MatrixLength
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Roots that are fractions.
newtype Real' = Real' [Rational]
  deriving stock (Show)

instance Arbitrary Real' where
  arbitrary = Real' <$> resize 5 (listOf ((%) <$> choose (-40, 200) <*> choose (1, 9)))

polynomial :: Real' -> Polynomial
polynomial (Real' found) = foldr including [1] found
  where
    including root p = zipWith (-) (map (* denominator root) p <> [0]) (0 : map (* numerator root) p)

fractions :: [Integer] -> [Rational]
fractions = map (uncurry (%)) . convergents

matrices :: Gen [[Integer]]
matrices = do
  (height, width) <- (,) <$> choose (1, 4) <*> choose (1, 4)
  vectorOf height (vectorOf width (choose (-9, 9)))

-- | The positive singular values in units of 10^-12.
values :: [[Integer]] -> [(Integer, Integer)]
values = sort . snd . head . levels

laws :: TestTree
laws =
  testGroup
    "teaching/matrix-length"
    [ testProperty "roots that are fractions end" $ \it@(Real' found) ->
        sort (map (last . fractions) (roots (polynomial it))) === sort (filter (> 0) found),
      testProperty "moving is a group's action" $ \it a b -> moved a (moved b (polynomial it)) === moved (a + b) (polynomial it),
      testProperty "terms are one map" $ \it (Positive first) more ->
        let terms = first : map getPositive more
         in turned terms (polynomial it) === foldl (flip (turned . pure)) (polynomial it) terms,
      testProperty "changes of sign count" $ \it@(Real' found) a ->
        above (moved a (polynomial it)) === length (filter (> fromInteger a) found),
      testProperty "convergents are on either side of the number" $ \(Positive first) more ->
        let found = fractions (first : map getPositive more)
         in conjoin [(one < last found) === even place | (place, one) <- zip [0 :: Int ..] (init found), one /= last found],
      testProperty "what is left out is less than one over the limit" $ \it@(Real' found) ->
        let differences = zipWith (-) (sort (map (last . fractions) (nearly 9 (polynomial it)))) (sort (filter (> 0) found))
         in conjoin [abs difference < 1 % 9 | difference <- differences],
      testProperty "the squares of the values add up" . forAll matrices $ \matrix ->
        let found = sum [(fromInteger low / 1e12) ^ (2 :: Int) | (low, _) <- values matrix] :: Double
         in abs (found - fromInteger (sum (map (^ (2 :: Int)) (concat matrix)))) < 1e-6,
      testProperty "a matrix and its transpose have the same values" . forAll matrices $ \matrix -> values matrix === values (transpose matrix)
    ]
