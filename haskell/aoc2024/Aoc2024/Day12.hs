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
  known <- U.thaw (U.enumFromN 0 (U.length here))
  -- unsafe: both are places of the garden
  let join place other = when (unsafeIndex here place == unsafeIndex here other) $ do
        a <- first known place
        b <- first known other
        unsafeWrite known (max a b) (min a b) -- unsafe: regions are places
  forM_ [1 .. U.length here - 1] $ \place -> join place (place - 1) >> when (place >= across) (join place (place - across))
  -- unsafe: regions are places
  forM_ [0 .. U.length here - 1] $ \place -> unsafeRead known place >>= unsafeRead known >>= unsafeWrite known place
  pure known

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
  forM_ [0 .. U.length region - across - 2] $ \place -> do
    -- unsafe: the last window ends at the last place
    let [a, b, c, d] = map (unsafeIndex region . (place +)) [0, 1, across + 1, across]
        own it = fromEnum (a == it) .|. fromEnum (b == it) `shiftL` 1 .|. fromEnum (c == it) `shiftL` 2 .|. fromEnum (d == it) `shiftL` 3
        -- unsafe: regions are places, and there are 16 patterns
        see it = unsafeModify sums (+ unsafeIndex weights (own it)) it
    see a
    when (b /= a) (see b)
    when (c /= a && c /= b) (see c)
    when (d /= a && d /= b && d /= c) (see d)
  pure sums
  where
    weights = U.generate 16 weight

part1 :: Garden -> Int
part1 = price perimeter

part2 :: Garden -> Int
part2 = price sides

-- | Areas times measures: both are below 2^24, so both are in one sum.
price :: Weight -> Garden -> Int
price measure plots = U.sum (U.map product' (U.tail (summed (\own -> area own + measure own `shiftL` 32) (long plots) (regions plots))))
  where
    product' both = (both .&. 0xffffffff) `quot` 4 * both `shiftR` 32
