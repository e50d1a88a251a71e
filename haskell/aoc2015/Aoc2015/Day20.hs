-- | Infinite Elves and Infinite Houses: an Euler product, and for part 2 the same in a quotient ring.
--
-- Houses are products of powers of different primes. The divisors of a number, written as a
-- Dirichlet polynomial (the sum of 1/k^s), are multiplied along with it. Part 1 needs no more of
-- it than its value; part 2 needs it without all terms beyond 50, which are an ideal. So the
-- houses are one tree, a prime a level, of which limits that rise cut off what is too small.
module Aoc2015.Day20 (parse, part1, part2, House (..), Times, unending, fifty, firstHouse, ratio, Prime (..), primes) where

import Data.Bits (bit, setBit, (.&.))
import Data.List (foldl', tails)
import Data.Word (Word64)
import Threefold.Bits (ones)
import Threefold.Contract
import Threefold.Reading

-- | A house, the sum of the elves that stop there, and what else has to be known of its divisors.
data House divisors = House !Int !Int !divisors

-- | What becomes of a house that is multiplied by a power of a prime which does not divide it.
type Times divisors = Int -> Int -> House divisors -> House divisors

parse :: Text -> Either InvalidInput Int
parse = whole (lineOf wrong (valid ((\number -> if number > 0 then Just number else Nothing) <$> natural 4000000000)))
  where
    wrong = "expected a number from 1 to 4000000000"

part1 :: Int -> Int
part1 presents = firstHouse unending () ((presents + 9) `quot` 10)

part2 :: Int -> Int
part2 presents = firstHouse fifty (bit 1) ((presents + 10) `quot` 11)

-- | All divisors are elves that stop; their sum is multiplicative.
unending :: Times ()
unending prime power (House house elves known) = House (house * power) (elves * ((power * prime - 1) `quot` (prime - 1))) known

-- | Fifty stops: a polynomial without terms beyond the fiftieth. All coefficients are 0 or 1, so it is a set.
fifty :: Times Word64
fifty prime power (House house elves known) = foldl' stopping (House next (elves * power) known) more
  where
    next = house * power
    stopping (House number total stops) stop = House number (total + number `quot` stop) (setBit stops stop)
    more = [stop * factor | factor <- takeWhile (<= min 50 power) (iterate (* prime) prime), stop <- ones (known .&. (bit (50 `quot` factor + 1) - 1))]

-- | The first house where the elves' sum is enough, within the first limit below which there is one.
firstHouse :: Times divisors -> divisors -> Int -> Int
firstHouse times one enough = minimum (head (filter (not . null) (map within limits)))
  where
    limits = iterate (\limit -> limit + limit `quot` 16 + 1) (max 1 (floor (fromIntegral enough / ratio enough primes)))
    within limit = multiples primes (House 1 1 one)
      where
        -- Of houses up to the limit with enough, this one's multiples by later primes; at least the first.
        multiples later here@(House house elves _) =
          [house * multiple | multiple <= limit `quot` house]
            ++ [ found
                 | Prime prime _ : others <- takeWhile worthwhile (tails later),
                   power <- takeWhile (<= room) (iterate (* prime) prime),
                   found <- multiples others (times prime power here)
               ]
          where
            multiple = (enough + elves - 1) `quot` elves
            room = min (limit `quot` house) (multiple - 1)
            worthwhile rest = fromIntegral (elves * room) * ratio room rest * (1 + 1e-9) >= fromIntegral enough

-- | A prime, and below what all its powers in a number are worth: 1 + 1/p + 1/p^2 and so on, p / (p - 1).
data Prime = Prime !Int !Double

primes :: [Prime]
primes = [Prime prime (fromIntegral prime / fromIntegral (prime - 1)) | prime <- sieved]
  where
    sieved = 2 : filter (\number -> all (\prime -> number `rem` prime > 0) (takeWhile (\prime -> prime * prime <= number) sieved)) [3 ..]

-- | Below how many times itself is the sum of divisors of a number up to a limit, made of these primes? No more of them
-- than fit can divide it.
ratio :: Int -> [Prime] -> Double
ratio limit = go 1 1
  where
    go !found !factors (Prime prime worth : later)
      | factors * prime <= limit = go (found * worth) (factors * prime) later
    go found _ _ = found
