-- | Decimals of real numbers, rounded half to even whatever a double says.
--
-- A computable real is a /lazy list/ of ever narrower enclosures, to 64 bits after the point, to 128, to 256, ...: the
-- first whose ends round alike decides, and no other is made. A list is made once for all who ask, where a function from
-- a precision to an enclosure would begin anew; and arithmetic on numbers is arithmetic on enclosures, zipped.
--
-- > rounded 6 (near (logBase 2 1.25) 1e-15 : enclosures (log2 1.25)) -- "0.321928"
--
-- In front is a double with a bound on its error, which nearly always decides. A fraction is its own two ends, so that a
-- tie is decided, too. More bits decide in the end (Ziv, 1991), unless the value is a tie and no enclosure of it is
-- exact. A sum of logarithms can be rational where its terms are not, as @log2 1.5 - log2 3@ is; a solution in which it can
-- has to find that out by itself.
--
-- Functions are power series in whole numbers, units of 2^-width, with 64 bits more than are asked for. Each step rounds
-- down, by a unit or two; so a sum is from what it came to up to that and some units a term.
module Teaching.Exact
  ( Enclosure (..),
    exactly,
    near,
    rounded,
    Exact (..),
    precisions,
    ln,
    log2,
    exp,
    pi,
  )
where

import Data.Bits (shiftL, shiftR)
import Data.Ratio (denominator, numerator, (%))
import GHC.Num (integerLog2)
import Prelude hiding (exp, pi)

-- | A real number between two ends; where they are equal, that number.
data Enclosure = Enclosure !Rational !Rational
  deriving stock (Eq, Show)

exactly :: Rational -> Enclosure
exactly value = Enclosure value value

-- | What is at most so far away from a double; both are finite.
near :: Double -> Double -> Enclosure
near value distance = Enclosure (toRational value - toRational distance) (toRational value + toRational distance)

-- | The number that all enclosures hold, to so many decimals, half to even; -0.000 is 0.000.
rounded :: Int -> [Enclosure] -> String
rounded places found = case [nearest low | Enclosure low high <- found, low == high || nearest low == nearest high] of
  [] -> error "expected enclosures until one decides"
  decided : _ -> ['-' | decided < 0] <> whole <> ['.' | places > 0] <> part
    where
      (whole, part) = splitAt (length digits - places) digits
      digits = replicate (places + 1 - length shown) '0' <> shown
      shown = show (abs decided)
  where
    nearest end = round (end * 10 ^ places) :: Integer

-- | A computable real: its enclosures, of which each that is no fraction has ends of as many bits as 'precisions' says.
newtype Exact = Exact {enclosures :: [Enclosure]}

precisions :: [Int]
precisions = iterate (* 2) 64

-- | A fraction stays what it is; other ends become wider, to so many bits after the point.
cut :: Int -> Enclosure -> Enclosure
cut bits found@(Enclosure low high)
  | low == high = found
  | otherwise = Enclosure (dyadic bits (floor (low * unit))) (dyadic bits (ceiling (high * unit)))
  where
    unit = 2 ^ bits

dyadic :: Int -> Integer -> Rational
dyadic bits units = units % shiftL 1 bits

lift :: (Enclosure -> Enclosure) -> Exact -> Exact
lift f (Exact xs) = Exact (map f xs)

lift2 :: (Enclosure -> Enclosure -> Enclosure) -> Exact -> Exact -> Exact
lift2 f (Exact xs) (Exact ys) = Exact (zipWith3 (\bits x y -> cut bits (f x y)) precisions xs ys)

instance Num Exact where
  (+) = lift2 (\(Enclosure a b) (Enclosure c d) -> Enclosure (a + c) (b + d))
  (*) = lift2 times
  negate = lift (\(Enclosure a b) -> Enclosure (-b) (-a))
  abs = lift (\(Enclosure a b) -> Enclosure (maximum [0, a, -b]) (max (abs a) (abs b)))
  signum = lift (\(Enclosure a b) -> Enclosure (signum a) (signum b))
  fromInteger = fromRational . fromInteger

instance Fractional Exact where
  recip = lift inverse
  a / b = a * recip b
  fromRational = Exact . repeat . exactly

times :: Enclosure -> Enclosure -> Enclosure
times (Enclosure a b) (Enclosure c d) = Enclosure (minimum products) (maximum products)
  where
    products = [a * c, a * d, b * c, b * d]

-- | Fails where the divisor may be 0.
inverse :: Enclosure -> Enclosure
inverse (Enclosure a b)
  | a > 0 || b < 0 = Enclosure (recip b) (recip a)
  | otherwise = error "the divisor may be 0"

-- | A function that rises: the lower end of what it makes of the one end, and the upper of what it makes of the other.
rising :: (Int -> Rational -> Enclosure) -> Exact -> Exact
rising f (Exact xs) = Exact (zipWith at precisions xs)
  where
    at bits (Enclosure a b) = case (f bits a, f bits b) of
      (Enclosure low _, Enclosure _ high) -> cut (bits + 1) (Enclosure low high)

-- | The natural logarithm of what is above 0.
ln :: Exact -> Exact
ln = rising logarithm

-- | The binary logarithm; a power of two has a whole one.
log2 :: Exact -> Exact
log2 = rising $ \bits x ->
  let power = snd (scaled x)
      quotient = logarithm (bits + 64) x `times` inverse (logarithm (bits + 64) 2)
   in if x == 2 ^^ power then exactly (fromIntegral power) else quotient

-- | The exponential.
exp :: Exact -> Exact
exp = rising exponential

-- | Machin's 16 arctan(1/5) - 4 arctan(1/239).
pi :: Exact
pi = Exact (map machin precisions)
  where
    machin bits = Enclosure (dyadic width (value - 20 * terms)) (dyadic width (value + 20 * terms))
      where
        width = bits + 64
        (large, terms) = arctan 5
        value = 16 * large - 4 * fst (arctan 239)
        -- Each term is off by less than a unit, and what follows the last one is less than a unit.
        arctan n = (sum (zipWith ($) (cycle [id, negate]) (zipWith quot powers [1, 3 ..])), 1 + toInteger (length powers))
          where
            powers = takeWhile (> 0) (iterate (`quot` (n * n)) (shiftL 1 width `quot` n))

-- | What is left of a positive number without a power of two, between 1/2 and 2, and that power.
scaled :: Rational -> (Rational, Int)
scaled x = (x / 2 ^^ power, power)
  where
    power = size (numerator x) - size (denominator x)

-- | The number of a positive number's bits.
size :: Integer -> Int
size n = 1 + fromIntegral (integerLog2 n)

-- | ln x: of x = 2^power (1 + z) / (1 - z) it is power ln 2 + 2 artanh z, and |z| < 1/3.
logarithm :: Int -> Rational -> Enclosure
logarithm bits x
  | x <= 0 = error "the logarithm of what may be 0"
  | x == 1 = exactly 0
  | otherwise = Enclosure (at low + least) (at high + most)
  where
    width = bits + 64
    at units = dyadic width (2 * units)
    (rest, power) = scaled x
    z = (rest - 1) / (rest + 1)
    (low, high) = if z < 0 then (-above, -below) else (below, above)
    (below, above) = artanh width (abs z)
    Enclosure least most = exactly (fromIntegral power) `times` Enclosure (at two) (at two')
    (two, two') = artanh width (1 % 3)

-- | The inverse hyperbolic tangent of a fraction from 0 to 1/3: z + z^3/3 + z^5/5 + ..., between two numbers of units.
--
-- A power is off by less than two units, as one ninth of the last one's, two thirds of a unit of z^2 and a unit of its own
-- are, so a term by less than three; all that come after the last are less than three, too.
artanh :: Int -> Rational -> (Integer, Integer)
artanh width z = (total, total + 4 * toInteger (length powers) + 6)
  where
    first = floor (z * 2 ^ width)
    square = shiftR (first * first) width
    powers = takeWhile (> 0) (iterate (\power -> shiftR (power * square) width) first)
    total = sum (zipWith quot powers [1, 3 ..])

-- | exp x: of x = power ln 2 + r it is 2^power exp r, with r from 0 to ln 2.
exponential :: Int -> Rational -> Enclosure
exponential bits x
  | x == 0 = exactly 1
  | floor x < negate (toInteger bits) = Enclosure 0 (dyadic bits 1)
  | otherwise = Enclosure (dyadic width below * factor) (dyadic width (above + 2 * count + 4) * factor)
  where
    width = bits + 64 + size (abs (floor x) + 1)
    units = floor (x * 2 ^ width)
    Enclosure low high = logarithm width 2
    (least, most) = (floor (low * 2 ^ width), ceiling (high * 2 ^ width))
    (nearer, further) = if units < 0 then (most, least) else (least, most)
    power = units `div` further
    (below, _) = series width (units - power * further)
    (above, count) = series width (units + 1 - power * nearer)
    factor = 2 ^^ power

-- | 1 + r + r^2/2 + ... of r from 0 to 0.7, and the number of terms. It may be more by less than two units a term, as is each
-- term that two roundings make, and by four for all that come after the last.
series :: Int -> Integer -> (Integer, Integer)
series width r = (sum terms, toInteger (length terms))
  where
    terms = takeWhile (> 0) (scanl (\term k -> shiftR (term * r) width `quot` k) (shiftL 1 width) [1 ..])
