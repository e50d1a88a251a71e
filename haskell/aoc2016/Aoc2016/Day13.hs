-- | A Maze of Twisty Little Cubicles: steps are dilations.
--
-- Mathematical morphology looks at shapes, and not at places: a set, moved by a place to each side and united with itself, is its
-- <https://en.wikipedia.org/wiki/Dilation_(morphology) dilation>, and what of it is open is all that can be reached in a step. A row of the office is a word, so a dilation takes
-- a few operations on each row, and ways are counted and never walked.
module Aoc2016.Day13 (parse, part1, part2, Shape, open, start, dilated) where

import Data.Bits
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex)

-- | Rows from the top, up to 64, whose lowest bits are in column 0. What is below them is empty.
type Shape = U.Vector Word64

-- | The office's open places.
parse :: Text -> Either InvalidInput Shape
parse = whole (lineOf "expected a number to 999999 with which there is no wall at 1,1" (valid (entered <$> natural 999999)))
  where
    entered number = let free = open number in if testBit (free U.! 1) 1 then Just free else Nothing

-- | Where there is no wall. Sums are added up for all columns of a row at once: a word has one of their 20 bits.
open :: Int -> Shape
open number = U.fromListN 64 (map (U.foldl' xor maxBound) (scanl down top [1 .. 63]))
  where
    top = U.generate 20 (column (\x -> x * x + 3 * x + number))
    -- A sum has 2 (x + y) more than the one above.
    down sums y = U.map snd (U.postscanl' added (0, 0) (U.imap (\place bits -> (bits, more y (place - 1))) sums))
    added (carry, _) (a, b) = (a .&. b .|. carry .&. (a .|. b), a `xor` b `xor` carry)
    -- A bit of x + y. Those of 0 to 63 are turned, as they begin anew at 64.
    more y place
      | place < 0 || place > 6 = 0
      | place == 6 = maxBound `shiftL` (64 - y)
      | otherwise = (numbers U.! place) `rotateR` y

-- | The bits of 0 to 63.
numbers :: U.Vector Word64
numbers = U.generate 6 (column id)

-- | A bit of each column's number.
column :: (Int -> Int) -> Int -> Word64
column number place = sum [bit x | x <- [0 .. 63], testBit (number x) place]
{-# INLINE column #-}

start :: Shape
start = U.fromList [0, bit 1]

-- | A shape and what is beside it, in another one.
dilated :: Shape -> Shape -> Shape
dilated within shape = U.unfoldrN (min 64 (U.length shape + 1)) row (0, 0, at 0)
  where
    -- unsafe: within has 64 rows
    row (y, above, here) = Just (unsafeIndex within y .&. (here .|. here `shiftL` 1 .|. here `shiftR` 1 .|. above .|. below), (y + 1, here, below))
      where
        below = at (y + 1)
    -- unsafe: the row is one of the shape's
    at y = if y < U.length shape then unsafeIndex shape y else 0

part1 :: Shape -> Either NoAnswer Int
part1 free = go 0 start
  where
    go steps reached
      | maybe False (`testBit` 31) (reached U.!? 39) = Right steps
      | after == reached = Left (NoAnswer "no way leads to 31,39")
      | otherwise = go (steps + 1 :: Int) after
      where
        after = dilated free reached

part2 :: Shape -> Int
part2 free = U.sum (U.map popCount (iterate (dilated free) start !! 50))
