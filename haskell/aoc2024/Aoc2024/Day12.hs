-- | Garden Groups: whatever is measured is seen through a window of two by two plots.
--
-- Slide such a window over the garden. Of a region it shows one of 16 patterns, and each pattern says how much of the area (in
-- quarters), of the perimeter and of the corners is there: Gray's
-- [bit quads](https://springerplus.springeropen.com/articles/10.1186/s40064-015-1511-8). A measure is a weight for each pattern, summed over all places of the window. Measures are added by adding
-- weights, so two of them are summed up as one number.
module Aoc2024.Day12 (parse, part1, part2, Garden (..), garden, regions, summed, Weight, area, perimeter, sides) where

import Control.DeepSeq (NFData)
import Control.Monad (forM_, when)
import Control.Monad.ST (ST)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (grid)
import Threefold.Unsafe (unsafeIndex, unsafeModify, unsafeRead, unsafeWrite)

-- | Rows with a border of 0 above, below and after each, and how long they are with it.
data Garden = Garden {long :: !Int, plants :: !(U.Vector Word8)}
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Garden
parse text = do
  (width, _) <- grid 1400 "expected a row of letters from A to Z, as long as the first, at most 1400 rows and columns" (\byte -> byte - 65 < 26) text
  pure (garden (width + 1) (U.generate (B.length text + 1) (plant . byteAt text)))
  where
    plant byte = if byte == 10 then 0 else byte

-- | From rows that have their border.
garden :: Int -> U.Vector Word8 -> Garden
garden width rows = Garden width (U.concat [border, rows, border])
  where
    border = U.replicate (width + 1) 0

-- | For each place the first one of its region. The border is a region, too: that of place 0.
regions :: Garden -> U.Vector Int
regions (Garden across here) = U.create $ do
  known <- M.replicate (U.length here) 0
  forM_ [across + 1 .. U.length here - 1] $ \place -> do
    -- unsafe: the border is before all of these places
    let isAlike by = unsafeIndex here (place - by) == unsafeIndex here place
        as by = unsafeRead known (place - by) >>= unsafeWrite known place
    -- Regions meet where the plot between them is of another one.
    if
        | isAlike 1 -> as 1 >> when (isAlike across && not (isAlike (across + 1))) (join known (place - across) place)
        | isAlike across -> as across
        | otherwise -> M.write known place place
  -- unsafe: regions are places
  forM_ [0 .. U.length here - 1] $ \place -> unsafeRead known place >>= unsafeRead known >>= unsafeWrite known place
  pure known

join :: M.MVector s Int -> Int -> Int -> ST s ()
join known place other = do
  a <- first known place
  b <- first known other
  M.write known (max a b) (min a b)

first :: M.MVector s Int -> Int -> ST s Int
first known place = do
  -- unsafe: regions are places
  next <- unsafeRead known place
  after <- unsafeRead known next
  if next == after then pure next else unsafeWrite known place after >> first known after

-- | What a region has in a window, by which of the window's four plots are its own: bits 0 to 3, clockwise.
type Weight = Int -> Int

area, perimeter, sides :: Weight

-- | In quarters of a plot.
area = popCount

perimeter own = popCount (own `xor` (own `shiftL` 1 .&. 15 .|. own `shiftR` 3)) `quot` 2

sides own
  | odd (popCount own) = 1
  | own == 5 || own == 10 = 2
  | otherwise = 0

-- | The sum of a weight over all windows, for the region of each first place.
summed :: Weight -> Int -> U.Vector Int -> U.Vector Int
summed weight across region = U.create $ do
  sums <- M.replicate (U.length region) 0
  forM_ [across + 1 .. U.length region - across - 2] $ \place -> do
    -- A bit for each that is alike, without a branch.
    -- unsafe: what is around is in the garden
    let own = unsafeIndex region place
        at by bit' = ((unsafeIndex region (place + by) `xor` own) - 1) `shiftR` 63 .&. bit'
        {-# INLINE at #-}
        around = at (-1) 1 .|. at (-1 - across) 2 .|. at (-across) 4 .|. at (1 - across) 8 .|. at 1 16 .|. at (across + 1) 32 .|. at across 64 .|. at (across - 1) 128
    -- unsafe: regions are places, and eight bits make 256 numbers
    unsafeModify sums (+ unsafeIndex weights around) own
  pure sums
  where
    !weights = U.generate 256 (shared weight)

-- | What a plot adds, by which of the eight around it are of its region: bits 0 to 7, clockwise from the left. It is in four windows, and the first
-- plot that a region has in a window counts for all.
shared :: Weight -> Weight
shared weight around = sum [weight own | corner <- [0 .. 3], let own = window corner, countTrailingZeros own == (corner + 2) .&. 3]
  where
    -- The plot is the third plot in the first of them, the fourth in the next, and so on.
    window corner = let own = (1 .|. (around .|. around `shiftL` 8) `shiftR` (2 * corner) `shiftL` 1 .&. 14) `shiftL` ((corner + 2) .&. 3) in own .&. 15 .|. own `shiftR` 4

part1 :: Garden -> Int
part1 = price perimeter

part2 :: Garden -> Int
part2 = price sides

-- | Areas times measures: both are below 2^24, so both are in one sum.
price :: Weight -> Garden -> Int
price measure plots = U.sum (U.map product' (U.tail (summed (\own -> area own + measure own `shiftL` 32) (long plots) (regions plots))))
  where
    product' both = (both .&. 0xffffffff) `quot` 4 * both `shiftR` 32
