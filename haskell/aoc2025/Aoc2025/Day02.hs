-- | Gift Shop: Möbius inversion over the divisors of a number of digits.
--
-- A number of n digits that is k times a pattern is a multiple of (10^n - 1) / (10^(n/k) - 1),
-- and such multiples are an arithmetic progression, whose sum is a formula. One that repeats at
-- all does so for several k. Count those for k with the weight -μ(k): then every number that
-- repeats counts just once, for the sum of μ over the divisors of its largest k is 0, and the
-- term of k = 1 is left out. So both parts are one sum with two arithmetic functions as weights.
module Aoc2025.Day02 (parse, part1, part2, möbius, repeating) where

import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading

-- | The first and the last ID of each range.
parse :: Text -> Either InvalidInput (U.Vector (Int, Int))
parse text
  | B.count ',' (B.takeWhile (/= '\n') text) < 10000 = separated ',' wrong range text
  | otherwise = Left (InvalidInput 1 wrong)
  where
    range = valid (ends <$> natural largest <* tag "-" <*> natural largest)
    ends first final = if 0 < first && first <= final then Just (first, final) else Nothing
    largest = 9999999999
    wrong = "expected at most 10000 ranges such as 11-22, from 1 to 9999999999, separated by commas"

part1 :: U.Vector (Int, Int) -> Int
part1 = total (\k -> if k == 2 then 1 else 0)

part2 :: U.Vector (Int, Int) -> Int
part2 = total (negate . möbius)

-- | The IDs of all ranges that repeat a pattern, added up, each with the weight of its number of times.
total :: (Int -> Int) -> U.Vector (Int, Int) -> Int
total weight = U.sum . U.map (uncurry invalid)
  where
    invalid first final =
      sum [weight k * repeating k n first final | n <- [digits first .. digits final], k <- [2 .. n], n `rem` k == 0]
    digits = length . show

-- | The sum of the numbers of n digits from one to another that are a pattern k times.
repeating :: Int -> Int -> Int -> Int -> Int
repeating k n first final = unit * max 0 ((to - from + 1) * (from + to) `quot` 2)
  where
    size = n `quot` k
    unit = (10 ^ n - 1) `quot` (10 ^ size - 1)
    from = max (10 ^ (size - 1)) ((first + unit - 1) `quot` unit)
    to = min (10 ^ size - 1) (final `quot` unit)

-- | 1 and -1 for products of an even and of an odd number of different primes, else 0.
möbius :: Int -> Int
möbius 1 = 1
möbius n = negate (sum [möbius d | d <- [1 .. n - 1], n `rem` d == 0])
