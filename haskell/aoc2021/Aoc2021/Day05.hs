-- | Hydrothermal Venture: a line is a fraction of power series.
--
-- Let the floor be a power series, the point at @x@ and @y@ its term @X^x Y^y@. The points of a
-- line are a geometric progression then, and their sum is a fraction. For a line that falls, from
-- @p@ to right before @q@,
--
-- > p + p XY + p (XY)^2 + ... = (p - q) / (1 - XY)
--
-- and for those that lie, stand or rise the denominator is @1 - X@, @1 - Y@ or @1 - Y/X@. So all
-- lines with one direction have one denominator: their numerators, two terms each, are added and
-- divided once. The quotient of @p@ is the series with @s = p + XY s@, told by itself: a row is the
-- row before, times X, plus what the numerator has there. No row is kept but the last.
--
-- The coefficients are taken from the field of two elements, where plus and minus are one and 64
-- of them fit in a word. A division by @1 - X@ is done within words, as squaring is additive there:
--
-- > 1 / (1 + X) = (1 + X) (1 + X^2) (1 + X^4) ... (1 + X^32) / (1 + X^64)
--
-- Lines with a common point would cancel in that field. So those with one direction are first
-- sorted into two layers, the points that one or more of them cover and those that two or more
-- do, in which nothing overlaps. How layers of several directions join is a semigroup, 'Cover'.
module Aoc2021.Day05
  ( parse,
    part1,
    part2,
    Lines,
    Line,
    straight,
    numerators,
    powers,
    Cover (..),
    crowded,
  )
where

import Control.Monad (when)
import Control.Monad.ST (ST, runST)
import Data.Bits (bit, popCount, shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading (linesOf, natural, tag, valid)
import Threefold.Sorting (countingSort)
import Threefold.Unsafe (unsafeModify, unsafeRead, unsafeWrite)

-- | A direction, a track, the line's first place on it, and the one after its last. Places are
-- told by @x@ on a lying track, by @y@ on others. On a track something is always the same: @y@ if
-- it lies, @x@ if it stands, @x - y@ if it falls and @x + y@ if it rises.
type Line = (Int, Int, Int, Int)

type Lines = U.Vector Line

lying, standing, falling, rising :: Int
(lying, standing, falling, rising) = (0, 1, 2, 3)

part1 :: Lines -> Int
part1 = crowded . U.filter (not . slanted)

part2 :: Lines -> Int
part2 = crowded

slanted :: Line -> Bool
slanted (direction, _, _, _) = direction >= falling

-- | The line with those ends, if it is a straight one: x1, y1, x2 and y2. A point lies.
straight :: Int -> Int -> Int -> Int -> Maybe Line
straight x1 y1 x2 y2
  | y1 == y2 = Just (lying, y1, min x1 x2, 1 + max x1 x2)
  | x1 == x2 = steep standing x1
  | x1 - y1 == x2 - y2 = steep falling (x1 - y1)
  | x1 + y1 == x2 + y2 = steep rising (x1 + y1)
  | otherwise = Nothing
  where
    steep direction track = Just (direction, track, min y1 y2, 1 + max y1 y2)
{-# INLINE straight #-}

-- | The side of the smallest floor that holds the lines.
sideOf :: Lines -> Int
sideOf = U.foldl' (\side -> max side . corner) 1
  where
    corner (direction, track, first, next)
      | direction == falling = max next (track + next)
      | direction == rising = max next (track - first + 1)
      | otherwise = max next (track + 1)

-- | The points that are covered at least once, and at least twice.
data Cover = Cover !Word64 !Word64
  deriving stock (Eq, Show)

instance Semigroup Cover where
  Cover a b <> Cover c d = Cover (a .|. c) (b .|. d .|. (a .&. c))

-- | How many points are covered twice?
crowded :: Lines -> Int
crowded vents = quotients side (numerators side vents)
  where
    side = sideOf vents

-- | A term of a numerator, as one number: @y@ from bit 18 on, @x@ from bit 3 on, and below twice
-- the direction plus the layer, 0 or 1.
type Term = Int

-- | Twice the direction plus the layer, @x@ and @y@.
powers :: Term -> (Int, Int, Int)
powers term = (term .&. 7, (term `shiftR` 3) .&. (bit 15 - 1), term `shiftR` 18)
{-# INLINE powers #-}

-- | The numerators of the lines' layers, in the order of @y@, on a floor that holds the lines;
-- none of their terms is beyond it.
--
-- The ends of a track's lines, in the order of places, change its depth, which comes back to 0; so
-- the depths of all tracks are one running sum. Where a depth comes to 1 or leaves it, the first layer
-- has an end, and for 2 it is the second.
numerators :: Int -> Lines -> U.Vector Term
numerators side vents = countingSort side (`shiftR` 18) (U.mapMaybe term (U.zip ends depths))
  where
    ends = countingSort (8 * side) trackOf (countingSort (side + 1) (`shiftR` 18) (endsOf side vents))
    depths = U.prescanl' (+) 0 (U.map change ends)
    change end = if even end then 1 else -1 :: Int
    trackOf end = (end `shiftR` 1) .&. (bit 17 - 1)
    term (end, depth)
      | layer < 2 && y < side && 0 <= x && x < 64 * wordsOf side =
        Just (y `shiftL` 18 .|. x `shiftL` 3 .|. 2 * direction .|. layer)
      | otherwise = Nothing
      where
        layer = min depth (depth + change end)
        (direction, x, y) = pointOf side (trackOf end) (end `shiftR` 18)

-- | A direction and the point on a floor, from a track's number and a place on it.
pointOf :: Int -> Int -> Int -> (Int, Int, Int)
pointOf side number place
  | number < 2 * side = (lying, place, number)
  | number < 4 * side = (standing, number - 2 * side, place)
  | number < 6 * side = (falling, number - 5 * side + place, place)
  | otherwise = (rising, number - 6 * side - place, place)
{-# INLINE pointOf #-}

-- | The places where lines begin, and those after their last: place from bit 18 on, the track's
-- number from bit 1 on, and below whether it is the end. For each direction, @2 * side@ numbers
-- are enough; those for falling tracks begin at @-side@.
endsOf :: Int -> Lines -> U.Vector Int
endsOf side = U.concatMap $ \(direction, track, first, next) ->
  let number = (2 * direction + fromEnum (direction == falling)) * side + track
   in U.fromListN 2 [first `shiftL` 18 .|. number `shiftL` 1, next `shiftL` 18 .|. number `shiftL` 1 .|. 1]

-- | How many words hold a row?
wordsOf :: Int -> Int
wordsOf side = (side + 63) `quot` 64

-- | Divides all numerators, row after row, and counts the points that the quotients cover twice.
--
-- A row has the eight quotients, two for each direction, for 64 points after 64 points, and 64 points
-- more beyond the floor, where nothing is.
quotients :: Int -> U.Vector Term -> Int
quotients side terms = runST $ do
  row <- M.replicate (8 * wordsOf side + 8) 0
  let go from total y
        | y == side = pure total
        | otherwise = do
          let here = U.takeWhile ((== y) . (`shiftR` 18)) (U.drop from terms)
          -- unsafe: x is on the floor
          U.forM_ here $ \term -> let (series, x, _) = powers term in unsafeModify row (xor (bit (x .&. 63))) (8 * (x `quot` 64) + series)
          count <- crowdedRow row (U.any ((< 2) . (.&. 7)) here)
          go (from + U.length here) (total + count) (y + 1)
  go 0 0 0

-- | How many points of the row are covered twice? What lies is divided by 1 - X, if there is any; what
-- falls is multiplied by X, what rises is divided by it, as the next row wants it.
crowdedRow :: M.MVector s Word64 -> Bool -> ST s Int
crowdedRow row flat = go 0 (Cover 0 0) (Cover 0 0) 0
  where
    go !at lain fallen !total
      | at + 8 == M.length row = pure total
      | otherwise = do
        lie <- if flat then both divided lain <$> coverAt at else pure (Cover 0 0)
        stand <- coverAt (at + 2)
        fall <- coverAt (at + 4)
        rise <- coverAt (at + 6)
        right <- coverAt (at + 14)
        when flat $ write at (Cover 0 0)
        write (at + 4) (both (\before word -> word `shiftL` 1 .|. before `shiftR` 63) fallen fall)
        write (at + 6) (both (\word after -> word `shiftR` 1 .|. after `shiftL` 63) rise right)
        let Cover _ twice = lie <> stand <> fall <> rise
        go (at + 8) lie fall (total + popCount twice)
    both f (Cover a b) (Cover c d) = Cover (f a c) (f b d)
    divided before word = foldl (\w n -> w `xor` w `shiftL` n) word [1, 2, 4, 8, 16, 32] `xor` negate (before `shiftR` 63)
    -- unsafe: at is below the row's length, by at least 8 where it is not the last
    coverAt at = Cover <$> unsafeRead row at <*> unsafeRead row (at + 1)
    write at (Cover once twice) = unsafeWrite row at once >> unsafeWrite row (at + 1) twice

parse :: Text -> Either InvalidInput Lines
parse = linesOf wrong . valid $ straight <$> number <* tag "," <*> number <* tag " -> " <*> number <* tag "," <*> number
  where
    wrong = "expected a straight line as x1,y1 -> x2,y2, none above " <> show furthest
    number = natural furthest

furthest :: Int
furthest = 9999
