-- | Hypothesis testing in the wild: strings of results, mapped into an ordered group.
--
-- The positive rational numbers are a free abelian group: a number is its primes' exponents. Results after one another
-- multiply, so strings map into it as a monoid does into another, 'foldMap', and their order does not matter. The order of the
-- group is that of the logarithms, which are computable reals: a lazy list of ever narrower enclosures, of which as many are made as it
-- takes to tell a number from 1. Only 1 itself would never be told; but it has no primes. So 'EQ' is asked of
-- the group, and the rest of the reals. Runs are differences of prefixes: @scanl@, a @scanl1@ of greatest and a @scanr1@ of least ones.
module Teaching.InTheWild (parse, part1, part2, Ratio (..), ratio, rational) where

import Control.DeepSeq (NFData)
import Control.Monad (guard)
import qualified Data.ByteString.Char8 as B
import Data.List (scanl')
import qualified Data.Map.Strict as Map
import Data.Ratio (denominator, numerator, (%))
import GHC.Generics (Generic)
import Teaching.Exact (Enclosure (..), enclosures, ln)
import Threefold.Contract
import Threefold.Reading (Reader)
import Threefold.Reading hiding (Reader)

-- | A positive rational number, as the exponents of its primes, none of which is 0.
newtype Ratio = Ratio (Map.Map Integer Int)
  deriving stock (Eq, Show, Generic)
  deriving newtype (NFData)

instance Semigroup Ratio where
  Ratio x <> Ratio y = Ratio (Map.filter (/= 0) (Map.unionWith (+) x y))

instance Monoid Ratio where
  mempty = Ratio Map.empty

-- | A number's power.
power :: Int -> Ratio -> Ratio
power n (Ratio x) = Ratio (Map.filter (/= 0) (fmap (* n) x))

ratio :: Rational -> Ratio
ratio x = Ratio (Map.fromListWith (+) (map (,1) (primes 2 (numerator x)) <> map (,-1) (primes 2 (denominator x))))

-- | The primes of a number, from a divisor on.
primes :: Integer -> Integer -> [Integer]
primes divisor number
  | number == 1 = []
  | divisor * divisor > number = [number]
  | (rest, 0) <- number `quotRem` divisor = divisor : primes divisor rest
  | otherwise = primes (divisor + 1) number

-- | What it is, as coprime numbers.
rational :: Ratio -> (Integer, Integer)
rational (Ratio x) = (multiplied id, multiplied negate)
  where
    multiplied sign = product [prime ^ sign n | (prime, n) <- Map.toList x, sign n > 0]

-- | The prior odds, what a positive and a negative result multiply them by, and the results.
data Study = Study {prior :: Ratio, positive :: Ratio, negative :: Ratio, results :: Text}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Study
parse text = do
  (rates, found) <- whole ((,) <$> lineOf wrong (valid (three <$> rate `sepBy` ' ')) <*> lineOf none (valid (few <$> word (`elem` ("+-" :: String))))) text
  pure $ case rates of
    (before, true, false) -> Study (odds before) (ratio (true / false)) (ratio ((1 - true) / (1 - false))) found
  where
    wrong = "expected a prior and two rates as 1/1000 99/100 1/100, above 0 and below 1, in at most 10000ths"
    none = "expected 1 to 20000 results, each + or -"
    odds x = ratio (x / (1 - x))
    few found = found <$ guard (B.length found <= 20000)
    three = \case
      [x, y, z] -> Just (x, y, z)
      _ -> Nothing
    rate :: Reader Rational
    rate = valid $ do
      (p, q) <- (,) <$> natural 10000 <* tag "/" <*> natural 10000
      pure ((toInteger p % toInteger q) <$ guard (0 < p && p < q))

part1 :: Study -> Text
part1 study = B.pack (show n <> "/" <> show (n + d))
  where
    (n, d) = rational (prior study <> power plus (positive study) <> power (B.length (results study) - plus) (negative study))
    plus = B.count '+' (results study)

part2 :: Study -> Text
part2 study = B.unwords (map (maybe "-" (B.pack . show)) [above, longest])
  where
    above = lookup True (zip (map ((== GT) . compared True) sums) [0 :: Int ..])
    sums = scanl' (<>) mempty (map one (B.unpack (results study)))
    one result = if result == '+' then Counts 1 0 else Counts 0 1
    compared = order study
    less with x y = compared with (x `minus` y) == LT
    greatest = scanl1 (\x y -> if less False x y then y else x) sums
    least = scanr1 (\x y -> if less False y x then y else x) sums
    -- A run from one of the greatest before to one of the least after is as long as any that is below.
    longest = if null runs then Nothing else Just (maximum runs)
    runs = walk (zip [0 ..] greatest) (zip [0 ..] least)
    walk from@((start, high) : starts) to@((end, low) : ends)
      | end < start = walk from ends
      | less True low high = end - start : walk from ends
      | otherwise = walk starts to
    walk _ _ = []

-- | How many results are positive and negative.
data Counts = Counts !Int !Int

instance Semigroup Counts where
  Counts a b <> Counts c d = Counts (a + c) (b + d)

instance Monoid Counts where
  mempty = Counts 0 0

minus :: Counts -> Counts -> Counts
minus (Counts a b) (Counts c d) = Counts (a - c) (b - d)

-- | The order of what a run makes of the prior odds, or of 1, and 1. Whole multiples of 2^-40, off by less than two, decide nearly always.
order :: Study -> Bool -> Counts -> Ordering
order (Study before plus minus' _) = \with (Counts a b) ->
  let n = fromEnum with
      about = n * quick before' + a * quick plus'' + b * quick minus''
   in if
          | abs about > 2 * (n + abs a + abs b) -> compare about 0
          | power n before <> power a plus <> power b minus' == mempty -> EQ
          | otherwise -> decided (zipWith3 (total n a b) before' plus'' minus'')
  where
    [before', plus'', minus''] = map logarithm [before, plus, minus']
    logarithm x = case rational x of (p, q) -> enclosures (ln (fromRational (p % q)))
    quick found = case head found of Enclosure low _ -> floor (low * 2 ^ (40 :: Int)) :: Int
    total n a b x y z = let ends = zipWith times [n, a, b] [x, y, z] in (sum (map fst ends), sum (map snd ends))
    times n (Enclosure low high)
      | n < 0 = (toRational n * high, toRational n * low)
      | otherwise = (toRational n * low, toRational n * high)
    decided found = head [if low > 0 then GT else LT | (low, high) <- found, low > 0 || high < 0]
