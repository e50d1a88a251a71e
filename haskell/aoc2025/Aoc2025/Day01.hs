-- | Secret Entrance: the dial is a circle, and its covering space is the line.
--
-- A rotation is a translation of the line, so where the pointer stands after each is a scan in
-- the group of integers, and nothing wraps around. The zeros are the multiples of 100. How many
-- of them a way meets is a difference of two levels, one at each end; the level is rounded
-- down on a way up and up on a way down, so that the start does not count and the end does.
module Aoc2025.Day01 (parse, part1, part2, ways, met) where

import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading

-- | How far each rotation goes up the line.
parse :: Text -> Either InvalidInput (U.Vector Int)
parse = linesOf "expected L or R and a number from 1 to 999" (valid (turn <$> char (const True) <*> natural 999))
  where
    turn 'R' clicks | clicks > 0 = Just clicks
    turn 'L' clicks | clicks > 0 = Just (negate clicks)
    turn _ _ = Nothing

-- | The places on the line where the ways begin and end, from 50 on.
ways :: U.Vector Int -> U.Vector Int
ways = U.scanl' (+) 50

part1 :: U.Vector Int -> Int
part1 = U.length . U.filter ((== 0) . (`mod` 100)) . U.drop 1 . ways

part2 :: U.Vector Int -> Int
part2 rotations = U.sum (U.zipWith met (ways rotations) rotations)

-- | How many multiples of 100 does a way meet, from a place on, the place left out?
met :: Int -> Int -> Int
met from by
  | by > 0 = level (from + by) - level from
  | otherwise = level (negate (from + by)) - level (negate from)
  where
    level = (`div` 100)
