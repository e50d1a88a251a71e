-- | Printing Department: the rolls that stay are a greatest fixed point.
--
-- Sets of rolls are a lattice, and "those that have at least four others of the set around them"
-- is a monotone map on it. By Knaster and Tarski it has a greatest fixed point, which is reached
-- by applying it again and again. A set is one long number, a bit a position, and counts are
-- numbers whose digits are such sets: an adder's logic counts for all rolls at once.
module Aoc2025.Day04 (parse, part1, part2, Floor (..), crowded, greatest) where

import Control.DeepSeq (NFData)
import Data.Bits (popCount, shiftL, shiftR, xor, (.&.), (.|.))
import GHC.Generics (Generic)
import Threefold.Bits (integerOf)
import Threefold.Contract
import Threefold.Reading

-- | The rolls, and how far apart a position and the one below it are.
data Floor = Floor {row :: !Int, rolls :: !Integer}
  deriving stock (Eq, Generic, Show)
  deriving anyclass (NFData)

-- | The ends of lines are free positions, so that nothing has neighbours across the edge.
parse :: Text -> Either InvalidInput Floor
parse text = floorOf . fst <$> grid 2000 wrong (\byte -> byte == 64 || byte == 46) text
  where
    wrong = "expected a row of @ and . as long as the first, at most 2000 rows and columns"
    floorOf width = Floor {row = width + 1, rolls = integerOf (`shiftR` 6) text}

part1 :: Floor -> Int
part1 = taken crowded

part2 :: Floor -> Int
part2 = taken (greatest crowded)

-- | How many rolls does a map leave out?
taken :: (Floor -> Floor) -> Floor -> Int
taken keep before = popCount (rolls before) - popCount (rolls (keep before))

-- | The greatest fixed point below a set, of a monotone map that makes sets smaller.
greatest :: (Eq a) => (a -> a) -> a -> a
greatest f set
  | next == set = set
  | otherwise = greatest f next
  where
    next = f set

-- | The rolls with at least four others around them: a total of five or more, themselves included.
crowded :: Floor -> Floor
crowded (Floor down set) = Floor down (set .&. (eights .|. fours .&. (ones .|. twos)))
  where
    (single, double) = add (set `shiftL` 1) set (set `shiftR` 1)
    (ones, carry1) = add (single `shiftL` down) single (single `shiftR` down)
    (some, carry2) = add (double `shiftL` down) double (double `shiftR` down)
    (twos, carry3) = (some `xor` carry1, some .&. carry1)
    (fours, eights) = (carry2 `xor` carry3, carry2 .&. carry3)

-- | A full adder: the sum's digit and the carry, at every place.
add :: Integer -> Integer -> Integer -> (Integer, Integer)
add a b c = (a `xor` b `xor` c, a .&. b .|. c .&. (a `xor` b))
