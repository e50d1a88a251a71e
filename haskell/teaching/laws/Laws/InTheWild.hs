-- | Hypothesis testing in the wild: ratios are a group, and a number is its primes.
module Laws.InTheWild (laws) where

import qualified Data.ByteString.Char8 as B
import Data.Ratio (denominator, numerator, (%))
import Teaching.InTheWild
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

rationals :: Gen Rational
rationals = (%) <$> choose (1, 9999) <*> choose (1, 9999)

laws :: TestTree
laws =
  testGroup
    "teaching/in-the-wild"
    [ testProperty "a number is its primes" $ forAll rationals $ \x -> rational (ratio x) === (numerator x, denominator x),
      testProperty "numbers map to primes as a monoid" $
        forAll rationals $ \x -> forAll rationals $ \y ->
          ratio (x * y) === ratio x <> ratio y,
      testProperty "inverses" $ forAll rationals $ \x -> ratio x <> ratio (recip x) === mempty,
      testProperty "Bayes' rule, result by result" $
        forAll cases $ \(rates, results) ->
          fmap part1 (parse (text rates results)) === Right (B.pack (shown (foldl (bayes rates) (head rates) results))),
      testProperty "the order of results does not matter to the last posterior" $
        forAll cases $ \(rates, results) ->
          fmap part1 (parse (text rates results)) === fmap part1 (parse (text rates (reverse results))),
      testProperty "runs and prefixes by the definition" $
        forAll cases $ \(rates, results) ->
          fmap part2 (parse (text rates results)) === Right (defined rates results)
    ]
  where
    cases = (,) <$> vectorOf 3 rate <*> resize 12 (listOf1 (elements "+-"))
    rate = do
      q <- choose (2, 12)
      (% q) <$> choose (1, q - 1)
    shown x = show (numerator x) <> "/" <> show (denominator x)
    text rates results = B.pack (unwords (map shown rates) <> "\n" <> results)

-- | The posterior after one result.
bayes :: [Rational] -> Rational -> Char -> Rational
bayes rates x result = x * given / (x * given + (1 - x) * otherwise')
  where
    [given, otherwise'] = map (if result == '+' then id else (1 -)) (drop 1 rates)

defined :: [Rational] -> String -> B.ByteString
defined rates results = B.unwords (map shown [take 1 [n | (n, run) <- prefixes, after run > 1 / 2], take 1 [n | n <- reverse [0 .. size], any ((< 1 / 2) . after) (runs n)]])
  where
    size = length results
    prefixes = [(n, take n results) | n <- [0 .. size]]
    runs n = [take n (drop at results) | at <- [0 .. size - n]]
    after = foldl (bayes rates) (head rates)
    shown found = B.pack (concat (map show found <> ["-" | null found]))
