-- | Doesn't He Have Intern-Elves For This? Rules are formulas of linear temporal logic.
--
-- Moments are the places of a string. A formula means the set of all places at which it holds, which is a word with a bit
-- for each: the first letter's is the highest, so that a shift to the left is /next/, and no later place comes in. Formulas
-- are combined without a string in sight; the rules below are what the statement says.
module Aoc2015.Day05 (parse, part1, part2, Letters, Formula, holds, letter, repeated, next, eventually, (/\), (\/), no) where

import Data.Bits (bit, complement, shiftL, shiftR, testBit, xor, (.&.), (.|.))
import Data.Char (isAsciiLower)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading

-- | A letter has five bits. Of the lower four, the places that have them are 16 bits each of the first word; of the fifth, the
-- lowest 16 of the second.
type Letters = (Word64, Word64)

-- | The places of a string at which something is so, the first place in bit 15.
type Formula = Letters -> Word64

-- | What has been read; above the fifth bits stands a 1.
data Read = Read !Word64 !Word64

parse :: Text -> Either InvalidInput (U.Vector Letters)
parse = linesUpTo 100000 wrong (valid (complete <$> folding add (Read 0 1)))
  where
    add (Read lanes ones) sign
      | isAsciiLower sign && ones < bit 16 = Just (Read (2 * lanes + lower sign) (2 * ones + fifth sign))
      | otherwise = Nothing
    complete (Read lanes ones) = if ones < bit 16 then Nothing else Just (lanes, ones)
    wrong = "expected 16 letters from a to z, on at most 100000 lines"

-- | The lower four bits of a letter, 16 places between one and the next.
lower :: Char -> Word64
lower sign = (fromIntegral (fromEnum sign) .&. 15) * (1 + bit 15 + bit 30 + bit 45) .&. (1 + bit 16 + bit 32 + bit 48)
{-# INLINE lower #-}

fifth :: Char -> Word64
fifth sign = fromIntegral (fromEnum sign) `shiftR` 4 .&. 1
{-# INLINE fifth #-}

part1 :: U.Vector Letters -> Int
part1 = U.length . U.filter nice
  where
    nice string = holds (eventually double) string && holds vowels string && holds (no (eventually unwanted)) string
    double = repeated 1
    vowels = eventually (vowel /\ next (eventually (vowel /\ next (eventually vowel))))
    vowel = foldr1 (\/) [letter 'a', letter 'e', letter 'i', letter 'o', letter 'u']
    unwanted = foldr1 (\/) [letter one /\ next (letter other) | (one, other) <- [('a', 'b'), ('c', 'd'), ('p', 'q'), ('x', 'y')]]

part2 :: U.Vector Letters -> Int
part2 = U.length . U.filter nicer
  where
    nicer string = holds (eventually around) string && any (\by -> holds (eventually (pair by)) string) [2 .. 14]
    around = repeated 2
    pair by = repeated by /\ next (repeated by)

-- | Is it so at the beginning?
holds :: Formula -> Letters -> Bool
holds formula string = testBit (formula string) 15
{-# INLINE holds #-}

-- | Is it this letter?
letter :: Char -> Formula
letter sign (lanes, ones) = neither (lanes `xor` (lower sign * 65535)) (ones `xor` (fifth sign * 65535)) .&. 65535
{-# INLINE letter #-}

-- | Does the same letter follow, so many letters on?
repeated :: Int -> Formula
repeated by (lanes, ones) = neither (lanes `xor` (lanes `shiftL` by)) (ones `xor` (ones `shiftL` by)) .&. (65536 - bit by)
{-# INLINE repeated #-}

-- | The places that are in none of five sets.
neither :: Word64 -> Word64 -> Word64
neither four one = complement (two .|. (two `shiftR` 16) .|. one)
  where
    two = four .|. (four `shiftR` 32)
{-# INLINE neither #-}

-- | Is it so one letter on?
next :: Formula -> Formula
next formula string = (formula string `shiftL` 1) .&. 65535
{-# INLINE next #-}

-- | Is it so here or later? Each step sees twice as far.
eventually :: Formula -> Formula
eventually formula = further 8 . further 4 . further 2 . further 1 . formula
  where
    further by seen = (seen .|. (seen `shiftL` by)) .&. 65535
{-# INLINE eventually #-}

(/\), (\/) :: Formula -> Formula -> Formula
(f /\ g) string = f string .&. g string
(f \/ g) string = f string .|. g string
{-# INLINE (/\) #-}
{-# INLINE (\/) #-}

no :: Formula -> Formula
no formula string = complement (formula string) .&. 65535
{-# INLINE no #-}
