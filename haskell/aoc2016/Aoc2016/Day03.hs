-- | Squares With Three Sides: a sheet is a function of its indices, and part 2 flips two of them.
--
-- A block of three lines is a representable functor: it is as good as the function from a line and a column to a
-- length. To transpose it is to flip the function's arguments.
module Aoc2016.Day03 (parse, part1, part2, Block, possible) where

import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex)

-- | A length by its line and its place in the line, both from 0 to 2.
type Block = Int -> Int -> Int

parse :: Text -> Either InvalidInput (U.Vector (Int, Int, Int))
parse text = linesOf wrong ((,,) <$> (spaces *> side) <*> (apart *> side) <*> (apart *> side)) text >>= inThrees
  where
    side = natural 999
    apart = tag " " *> spaces
    wrong = "expected three lengths from 0 to 999 with spaces between"
    inThrees found
      | U.length found `rem` 3 == 0 = Right found
      | otherwise = Left (InvalidInput (U.length found) "expected lines in threes")

part1 :: U.Vector (Int, Int, Int) -> Int
part1 = total possible

part2 :: U.Vector (Int, Int, Int) -> Int
part2 = total (possible . flip)

-- | The sum of what is asked of each block.
total :: (Block -> Int) -> U.Vector (Int, Int, Int) -> Int
total asked found = U.foldl' (\before line -> before + asked (block line)) 0 (U.enumFromStepN 0 3 (U.length found `quot` 3))
  where
    (firsts, seconds, thirds) = U.unzip3 found
    -- unsafe: line + row is below the length, as lines come in threes
    block line row column = unsafeIndex (case column of 0 -> firsts; 1 -> seconds; _ -> thirds) (line + row)
{-# INLINE total #-}

-- | How many lines of a block can be triangles?
possible :: Block -> Int
possible block = sum' (triangle . block)
  where
    sum' count = count 0 + count 1 + count 2
    triangle side
      | side 0 + side 1 > side 2 && side 1 + side 2 > side 0 && side 2 + side 0 > side 1 = 1
      | otherwise = 0
{-# INLINE possible #-}
