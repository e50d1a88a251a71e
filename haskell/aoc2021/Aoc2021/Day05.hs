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
import Data.Bits (bit, popCount, testBit, unsafeShiftL, unsafeShiftR, xor, (.&.), (.|.))
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading (linesOf, natural, tag, valid)

-- | A direction, a track, the line's first place on it, and the one behind its last. Places are
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
    corner (direction, track, first, behind)
      | direction == falling = max behind (track + behind)
      | direction == rising = max behind (track - first + 1)
      | otherwise = max behind (track + 1)

-- | The points that are covered at least once, and at least twice.
data Cover = Cover !Word64 !Word64
  deriving stock (Eq, Show)

instance Semigroup Cover where
  Cover a b <> Cover c d = Cover (a .|. c) (b .|. d .|. (a .&. c))

-- | How many points are covered twice?
crowded :: Lines -> Int
crowded vents = quotients side (U.any slanted vents) (numerators side vents)
  where
    side = sideOf vents

-- | A term of a numerator, as one number: @y@ from bit 18 on, @x@ from bit 3 on, and below twice
-- the direction plus the layer, 0 or 1.
type Term = Int

-- | Twice the direction plus the layer, @x@ and @y@.
powers :: Term -> (Int, Int, Int)
powers term = (term .&. 7, (term `unsafeShiftR` 3) .&. (bit 15 - 1), term `unsafeShiftR` 18)
{-# INLINE powers #-}

-- | The numerators of the lines' layers, in the order of @y@, on a floor that holds the lines;
-- none of their terms is beyond it.
--
-- All ends of lines, in the order of places, change the depths of their tracks. Where a depth
-- comes to 1 or leaves it, the first layer has an end, and for 2 it is the second.
numerators :: Int -> Lines -> U.Vector Term
numerators side vents = sorted side $
  U.create $ do
    depths <- M.replicate (8 * side) 0
    new <- M.unsafeNew (U.length ends)
    let go from to
          | from == U.length ends = pure (M.unsafeTake to new)
          | otherwise = do
            let end = U.unsafeIndex ends from
                number = (end `unsafeShiftR` 1) .&. (bit 17 - 1)
            before <- M.unsafeRead depths number
            let after = if even end then before + 1 else before - 1
                layer = min before after :: Int
            M.unsafeWrite depths number after
            term number (end `unsafeShiftR` 18) $ \direction x y ->
              if layer < 2 && y < side && 0 <= x && x < 64 * wordsOf side
                then do
                  let series = 2 * direction + layer
                  M.unsafeWrite new to (y `unsafeShiftL` 18 .|. x `unsafeShiftL` 3 .|. series)
                  go (from + 1) (to + 1)
                else go (from + 1) to
    go 0 0
  where
    ends = sorted (side + 1) (endsOf side vents)
    term number place found
      | number < 2 * side = found lying place number
      | number < 4 * side = found standing (number - 2 * side) place
      | number < 6 * side = found falling (number - 5 * side + place) place
      | otherwise = found rising (number - 6 * side - place) place
    {-# INLINE term #-}

-- | The places where lines begin, and those behind their last: place from bit 18 on, the track's
-- number from bit 1 on, and below whether it is the end. For each direction, @2 * side@ numbers
-- are enough; those for falling tracks begin at @-side@.
endsOf :: Int -> Lines -> U.Vector Int
endsOf side vents = U.generate (2 * U.length vents) $ \at ->
  let (direction, track, first, behind) = U.unsafeIndex vents (at `unsafeShiftR` 1)
      number = (2 * direction + fromEnum (direction == falling)) * side + track
      place = if even at then first else behind
   in place `unsafeShiftL` 18 .|. number `unsafeShiftL` 1 .|. (at .&. 1)

-- | Sorts by what the numbers have from bit 18 on, which is below the limit, by counting.
sorted :: Int -> U.Vector Int -> U.Vector Int
sorted limit numbers = U.create $ do
  starts <- M.replicate (limit + 1) 0
  U.forM_ numbers $ \number -> M.unsafeModify starts (+ 1) (1 + number `unsafeShiftR` 18)
  let add at total = when (at < limit) $ do
        start <- (+ total) <$> M.unsafeRead starts at
        M.unsafeWrite starts at start
        add (at + 1) start
  add 0 (0 :: Int)
  new <- M.unsafeNew (U.length numbers)
  U.forM_ numbers $ \number -> do
    let key = number `unsafeShiftR` 18
    at <- M.unsafeRead starts key
    M.unsafeWrite starts key (at + 1)
    M.unsafeWrite new at number
  pure new

-- | How many words hold a row?
wordsOf :: Int -> Int
wordsOf side = (side + 63) `unsafeShiftR` 6

-- | A row of the eight quotients: as 'powers' number them, for 64 points after 64 points, and
-- 64 points more beyond the floor, where nothing is. So 64 points and the next are always there,
-- and terms are within the floor: reading and writing go unchecked.
type Row s = M.MVector s Word64

coverAt :: Row s -> Int -> ST s Cover
coverAt row at = Cover <$> M.unsafeRead row at <*> M.unsafeRead row (at + 1)
{-# INLINE coverAt #-}

write :: Row s -> Int -> Cover -> ST s ()
write row at (Cover once twice) = M.unsafeWrite row at once >> M.unsafeWrite row (at + 1) twice
{-# INLINE write #-}

-- | Divides all numerators, row after row, and counts the points that the quotients cover twice.
quotients :: Int -> Bool -> U.Vector Term -> Int
quotients side askew terms = runST $ do
  row <- M.replicate (8 * wordsOf side + 8) 0
  -- Where nothing but standing lines pass, it is known how many points they cover twice.
  let rows y from points total
        | y == side = pure total
        | otherwise = add from False points
        where
          add at flat !known
            | at < U.length terms,
              (number, x, y') <- powers (U.unsafeIndex terms at),
              y' == y = do
              let place = 8 * (x `unsafeShiftR` 6) + number
              word <- xor (bit (x .&. 63)) <$> M.unsafeRead row place
              M.unsafeWrite row place word
              let more = if testBit word (x .&. 63) then 1 else -1
              add (at + 1) (flat || number < 2) (if number == 3 then known + more else known)
            | flat = do
              along row
              count <- crowdedRow row
              clear row
              rows (y + 1) at known (total + count)
            | askew = crowdedRow row >>= rows (y + 1) at known . (total +)
            | otherwise = rows (y + 1) at known (total + known)
  rows 0 0 0 0

-- | Divides what lies by 1 - X.
along :: Row s -> ST s ()
along row = go 0 0 0
  where
    go !at !some !more = when (at + 8 < M.length row) $ do
      Cover once twice <- coverAt row at
      let (a, b) = (within once `xor` some, within twice `xor` more)
      write row at (Cover a b)
      go (at + 8) (negate (a `unsafeShiftR` 63)) (negate (b `unsafeShiftR` 63))
    within = by 32 . by 16 . by 8 . by 4 . by 2 . by 1
    by n w = w `xor` (w `unsafeShiftL` n)

clear :: Row s -> ST s ()
clear row = go 0
  where
    go at = when (at < M.length row) $ write row at (Cover 0 0) >> go (at + 8)

-- | How many points of the row are covered twice? And what falls is multiplied by X, what rises
-- is divided by it, as the next row wants it.
crowdedRow :: Row s -> ST s Int
crowdedRow row = go 0 0 0 0
  where
    go !at !some !more !total
      | at + 8 == M.length row = pure total
      | otherwise = do
        lie <- coverAt row at
        stand <- coverAt row (at + 2)
        fall@(Cover a b) <- coverAt row (at + 4)
        write row (at + 4) (Cover (a `unsafeShiftL` 1 .|. some) (b `unsafeShiftL` 1 .|. more))
        rise@(Cover c d) <- coverAt row (at + 6)
        Cover c' d' <- coverAt row (at + 14)
        write row (at + 6) (Cover (c `from` c') (d `from` d'))
        let Cover _ twice = lie <> stand <> fall <> rise
        go (at + 8) (a `unsafeShiftR` 63) (b `unsafeShiftR` 63) (total + popCount twice)
    from word next = word `unsafeShiftR` 1 .|. next `unsafeShiftL` 63

parse :: Text -> Either InvalidInput Lines
parse = linesOf wrong . valid $ straight <$> number <* tag "," <*> number <* tag " -> " <*> number <* tag "," <*> number
  where
    wrong = "expected a straight line as x1,y1 -> x2,y2, none above " <> show furthest
    number = natural furthest

furthest :: Int
furthest = 9999
