-- | A Maze of Twisty Little Cubicles: steps are dilations.
--
-- Mathematical morphology looks at shapes, and not at places: a set, moved by a place to each side and united with itself, is its
-- <https://en.wikipedia.org/wiki/Dilation_(morphology) dilation>, and what of it is open is all that can be reached in a step. A row of the office is a word, so a dilation takes
-- a few operations on each row, and ways are counted and never walked.
module Aoc2016.Day13 (parse, part1, part2, Shape, open, start, dilated) where

import Data.Bits (bit, popCount, shiftL, shiftR, testBit, (.&.), (.|.))
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex)

-- | 64 rows from the top, whose lowest bits are in column 0.
type Shape = U.Vector Word64

-- | The office's open places.
parse :: Text -> Either InvalidInput Shape
parse = whole (lineOf "expected a number to 999999 with which there is no wall at 1,1" (valid (entered <$> natural 999999)))
  where
    entered number = if isOpen number 1 1 then Just (open number) else Nothing

isOpen :: Int -> Int -> Int -> Bool
isOpen number x y = even (popCount (x * x + 3 * x + 2 * x * y + y + y * y + number))

-- | Where there is no wall.
open :: Int -> Shape
open number = U.generate 64 (\y -> sum [bit x | x <- [0 .. 63], isOpen number x y])

start :: Shape
start = U.generate 64 (\y -> if y == 1 then bit 1 else 0)

-- | A shape and what is beside it, in another one.
dilated :: Shape -> Shape -> Shape
dilated within shape = U.imap row within
  where
    row y free = free .&. (at y .|. at y `shiftL` 1 .|. at y `shiftR` 1 .|. at (y - 1) .|. at (y + 1))
    -- unsafe: the row is one of the 64
    at y = if y < 0 || y > 63 then 0 else unsafeIndex shape y

part1 :: Shape -> Either NoAnswer Int
part1 free = go 0 start
  where
    go steps reached
      | (reached U.! 39) `testBit` 31 = Right steps
      | after == reached = Left (NoAnswer "no way leads to 31,39")
      | otherwise = go (steps + 1 :: Int) after
      where
        after = dilated free reached

part2 :: Shape -> Int
part2 free = U.sum (U.map popCount (iterate (dilated free) start !! 50))
