-- | Code Chronicle: counting below a point is a sum over a lattice.
--
-- Heights are points with five coordinates from 0 to 5, in an [order](https://en.wikipedia.org/wiki/Product_order) where a point is below another if each coordinate is. A key fits into a lock if it is below
-- what the lock leaves free. How many keys are below each point at all is the zeta transform of their counts, and as a point is below another coordinate by coordinate, it is prefix sums along each of the five
-- axes, one after the other. Then each lock asks once.
module Aoc2024.Day25 (parse, part1, below, side) where

import Control.Monad (forM_)
import Data.Bits (testBit, xor, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Either (partitionEithers)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Unsafe (unsafeModify, unsafeRead)

-- | Points of locks and of keys, as numbers to base 6.
type Schematics = (U.Vector Int, U.Vector Int)

-- | A schematic has seven rows of six bytes, and one for the empty line.
parse :: Text -> Either InvalidInput Schematics
parse text = (\found -> let (locks, keys) = partitionEithers found in (U.fromList locks, U.fromList keys)) <$> from 0
  where
    from number = do
      found <- schematic text number
      let end = 43 * number + 41
      if
          | end == B.length text -> Right [found]
          | byteAt text (end + 1) == 10 -> (found :) <$> from (number + 1)
          | otherwise -> Left (InvalidInput (8 * number + 8) "expected an empty line")

-- | A lock is left, a key is right.
schematic :: Text -> Int -> Either InvalidInput (Either Int Int)
schematic text number
  | number < 10000 && (top == 0 || top == 31) = inner top 0 1
  | otherwise = fault 0
  where
    row place = rowAt text (43 * number + 6 * place)
    top = row 0
    inner !above !point !place
      | place == 6 = if here == 31 - top then Right (if top == 0 then Right point else Left point) else fault 6
      -- What has changed above is as above.
      | here >= 0 && (above `xor` here) .&. (above `xor` top) == 0 = inner here (point + points U.! here) (place + 1)
      | otherwise = fault place
      where
        here = row place
    fault place = Left (InvalidInput (min (8 * number + place + 1) (1 + B.count '\n' text)) wrong)
    wrong = "expected a row of five # or ., the first and the last all of one sign and not the same, where each column changes once, in at most 10000 schematics"

-- | The five bits of the row at a place, or a negative number if there is none.
rowAt :: Text -> Int -> Int
rowAt text start = go 0 0
  where
    go !column !bits
      | column == (5 :: Int) = if sign == 10 then bits else -1
      | sign == 35 = go (column + 1) (2 * bits + 1)
      | sign == 46 = go (column + 1) (2 * bits)
      | otherwise = -1
      where
        sign = byteAt text (start + column)

side :: Int
side = 6

-- | The point with 1 in each column that a row has.
points :: U.Vector Int
points = U.generate 32 (\row -> sum [side ^ column | column <- [0 .. 4 :: Int], testBit row column])

-- | For each point, the sum of what is at points below it, and at itself: numbers with so many digits to base 6.
below :: Int -> U.Vector Int -> U.Vector Int
below axes counts = U.modify along counts
  where
    along sums = forM_ (take axes (iterate (* side) 1)) $ \stride ->
      forM_ [0, side * stride .. U.length counts - 1] $ \start ->
        forM_ [start + stride .. start + side * stride - 1] $ \point ->
          -- unsafe: points are below side ^ axes, and one that is less along an axis exists
          unsafeRead sums (point - stride) >>= \less -> unsafeModify sums (+ less) point

part1 :: Schematics -> Int
part1 (locks, keys) = U.sum (U.map (\lock -> fitting U.! (U.length fitting - 1 - lock)) locks)
  where
    fitting = below 5 (U.accumulate (+) (U.replicate (side ^ (5 :: Int)) 0) (U.map (,1) keys))
