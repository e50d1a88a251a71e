-- | Sums of weighted binary logarithms, enclosed, and exact where they are rational.
--
-- Entropies and information are such sums. One can be rational where none of its logarithms is: with shares of 9, 8, 6
-- and 1 out of 24 the entropy is 7/4. The sum is the logarithm of a product of powers, so it is rational if and only if the
-- product is a power of two, to some power. Coprime bases tell, which need no primes, only greatest common divisors
-- (Bernstein, Factoring into coprimes in essentially linear time, 2005).
module Teaching.Logarithms (LogSum, value, rational, settled, nearly, coprime) where

import Data.Bits (shiftR)
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import Data.Ratio (denominator, numerator)
import Teaching.Exact hiding (exp, pi)

-- | The sum of weight · log2 ratio over such pairs.
type LogSum = [(Rational, Rational)]

-- | The exponents of different whole numbers.
powers :: LogSum -> Map.Map Integer Rational
powers terms =
  Map.fromListWith (+) (concat [[(numerator ratio, weight), (denominator ratio, negate weight)] | (weight, ratio) <- terms])

value :: LogSum -> Exact
value terms = sum [fromRational times * log2 (fromInteger base) | (base, times) <- Map.toList (powers terms), base > 1]

-- | The sum, if it is rational.
rational :: LogSum -> Maybe Rational
rational terms = if null (coprime odd') then Just (sum twos) else Nothing
  where
    (twos, odd') = unzip (map split (Map.toList (powers terms)))
    split (base, times) = let power = twosIn base in (fromIntegral power * times, (shiftR base power, times))

-- | How often 2 divides it.
twosIn :: Integer -> Int
twosIn n = length (takeWhile even (iterate (`quot` 2) n))

-- | A number's enclosures: to 64 bits, exactly if it is rational, and to ever more bits if it is not.
settled :: Exact -> Maybe Rational -> [Enclosure]
settled (Exact found) known = take 1 found <> maybe (drop 1 found) (pure . exactly) known

-- | Bases above 1, coprime in pairs, and exponents that are not 0, of the same product; none if it is 1.
coprime :: [(Integer, Rational)] -> [(Integer, Rational)]
coprime = go []
  where
    go found [] = found
    go found ((base, times) : rest)
      | base == 1 || times == 0 = go found rest
      | otherwise = case List.break ((> 1) . gcd base . fst) found of
        (_, []) -> go ((base, times) : found) rest
        (before, (other, theirs) : after) ->
          let common = gcd base other
           in go (before <> after) ((quot base common, times) : (quot other common, theirs) : (common, times + theirs) : rest)

-- | A sum with what each of its additions lost (Neumaier, 1974), and the sizes of its terms.
data Total = Total !Double !Double !Double

-- | The same sum by doubles, each off by 2^-52 of itself. The C library's logarithm is off by one unit in the last place; here
-- it may be off by three, as the binary one is a quotient of two.
nearly :: [(Double, Double)] -> Enclosure
nearly terms = near (total + lost) (size * 2 ^^ (-49 :: Int))
  where
    Total total lost size = List.foldl' add (Total 0 0 0) terms
    add (Total at less sizes) (weight, ratio) = Total next (less + missed) (sizes + abs weight * (1 + abs logarithm))
      where
        logarithm = logBase 2 ratio
        term = weight * logarithm
        next = at + term
        missed = if abs at >= abs term then (at - next) + term else (term - next) + at
{-# INLINE nearly #-}
