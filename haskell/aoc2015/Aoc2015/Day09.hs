-- | All in a Single Night: one sum over all routes, in two semirings.
--
-- Along a route legs are multiplied, and over routes is summed. If to multiply is to add lengths, and to sum
-- is to take the less, the sum is the shortest route; with the greater it is the longest, and with whole numbers it counts. The
-- distributive law makes a table of it, which refers to itself.
module Aoc2015.Day09 (parse, part1, part2, Semiring (..), Shortest (..), Longest (..), Count (..), routes) where

import Control.DeepSeq (NFData)
import Data.Bits (clearBit, shiftL, shiftR, testBit, (.&.), (.|.))
import Data.Coerce (Coercible, coerce)
import qualified Data.IntSet as IntSet
import Data.List (elemIndex, foldl')
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Bits (ones)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | How many towns, and how far it is between two of them, row by row.
data Towns = Towns !Int !(U.Vector Int)
  deriving stock (Generic)
  deriving anyclass (NFData)

class Semiring s where
  zero, one :: s
  plus, times :: s -> s -> s

newtype Shortest = Shortest Int deriving stock (Eq, Show)

instance Semiring Shortest where
  zero = Shortest maxBound
  one = Shortest 0
  plus (Shortest a) (Shortest b) = Shortest (min a b)
  times (Shortest a) (Shortest b) = Shortest (if max a b == maxBound then maxBound else a + b)

newtype Longest = Longest Int deriving stock (Eq, Show)

instance Semiring Longest where
  zero = Longest minBound
  one = Longest 0
  plus (Longest a) (Longest b) = Longest (max a b)
  times (Longest a) (Longest b) = Longest (if min a b == minBound then minBound else a + b)

newtype Count = Count Int deriving stock (Eq, Show)

instance Semiring Count where
  zero = Count 0
  one = Count 1
  plus (Count a) (Count b) = Count (a + b)
  times (Count a) (Count b) = Count (a * b)

parse :: Text -> Either InvalidInput Towns
parse text = whole (onward wrong ([], IntSet.empty) line') text >>= complete
  where
    line' seen = valid (new seen <$> name <* tag " to " <*> name <* tag " = " <*> natural 99999)
    name = valid (capital <$> word (\c -> 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'))
    capital letters = if byteAt letters 0 < 97 then Just letters else Nothing
    new (names, pairs) from to distance
      | a == b || IntSet.member pair pairs || max a b >= most = Nothing
      | otherwise = Just ((a, b, distance), (all', IntSet.insert pair pairs))
      where
        (names', a) = numbered names from
        (all', b) = numbered names' to
        pair = most * min a b + max a b
    numbered known town = case elemIndex town known of
      Just a -> (known, a)
      Nothing -> (known <> [town], length known)
    complete legs
      | 2 * length legs < count * (count - 1) = Left (InvalidInput (length legs) "expected a distance between each two towns")
      | otherwise = Right (Towns count (U.replicate (count * count) 0 U.// concat [[(count * a + b, d), (count * b + a, d)] | (a, b, d) <- legs]))
      where
        count = 1 + maximum [max a b | (a, b, _) <- legs]
    most = 14
    wrong = "expected a distance to 99999 between two of at most 14 towns, each pair once, as Ash to Elm = 7"

part1 :: Towns -> Int
part1 (Towns count distances) = coerce (routes count (Shortest . (distances U.!)))

part2 :: Towns -> Int
part2 (Towns count distances) = coerce (routes count (Longest . (distances U.!)))

-- | The sum over all routes through so many towns of the product of their legs, each of which is at its row and column and is
-- the same back. A product is that of two arms from the last town, as 'times' is commutative.
routes :: forall s. (Semiring s, Coercible s Int) => Int -> (Int -> s) -> s
routes count leg = total [through towns `times` through (others - towns) | towns <- [0 .. others]]
  where
    total = foldl' plus zero
    through towns = coerce (arms U.! towns) :: s
    -- All towns but the last, as a set.
    others = 1 `shiftL` (count - 1) - 1
    arms = U.generate (others + 1) (coerce . arm) :: U.Vector Int
    arm towns
      | towns == 0 = one
      | otherwise = total [coerce (table U.! place towns town) | town <- ones (fromIntegral towns)] :: s
    -- By towns that are visited, and the last of them: the sum over all ways to get there.
    table = U.constructN ((others + 1) `shiftL` width) (\before -> coerce (entry before (U.length before `shiftR` width) (U.length before .&. (1 `shiftL` width - 1))))
    place towns town = towns `shiftL` width .|. town
    width = length (takeWhile (< count) (iterate (* 2) 1))
    entry :: U.Vector Int -> Int -> Int -> s
    entry before towns town
      | not (testBit towns town) = zero
      | rest == 0 = leg (count * (count - 1) + town)
      | otherwise = total [coerce (before U.! place rest from) `times` leg (count * from + town) | from <- ones (fromIntegral rest)]
      where
        rest = clearBit towns town
{-# INLINE routes #-}
