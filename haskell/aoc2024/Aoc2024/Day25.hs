-- | Code Chronicle: counting below a point is a sum over a lattice.
--
-- Heights are points with five coordinates from 0 to 5, in an [order](https://en.wikipedia.org/wiki/Product_order) where a point is below another if each coordinate is. A key fits into a lock if it is below
-- what the lock leaves free. How many keys are below each point at all is the zeta transform of their counts, and as a point is below another coordinate by coordinate, it is prefix sums along each of the five
-- axes, one after the other. Then each lock asks once.
module Aoc2024.Day25 (parse, part1, below, side, toBase6) where

import Control.Monad (forM_)
import Data.Bits (shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Places (byteAt, wordAt)
import Threefold.Unsafe (unsafeModify, unsafeRead)

-- | Points, as numbers to base 6: those of keys, and side ^ 5 further on those of locks. A schematic has seven rows of six bytes, and one for the
-- empty line.
parse :: Text -> Either InvalidInput (U.Vector Int)
parse text
  | number < count = Left (if wrong < 0 then InvalidInput (min (8 * number - wrong) (1 + B.count '\n' text)) form else InvalidInput (8 * number + 8) "expected an empty line")
  | otherwise = Right found
  where
    count = (B.length text + 1) `quot` 43 + 1
    found = U.unfoldrN count (\at -> let point = schematic text at in if point >= 0 && isEnd (43 * at + 41) then Just (point, at + 1) else Nothing) 0
    isEnd end = end == B.length text || byteAt text (end + 1) == 10
    number = U.length found
    wrong = schematic text number
    form = "expected a row of five # or ., the first and the last all of one sign and not the same, where each column changes once, in at most 10000 schematics"

-- | Its point; or below zero the number of the first row that is wrong, counted from -1 downwards.
schematic :: Text -> Int -> Int
schematic text number
  | number < 10000 && (top == 0 || top == full) = inner top 0 1
  | otherwise = -1
  where
    row place = rowAt text (43 * number + 6 * place)
    top = row 0
    inner !above !heights !place
      | place == 6 = if here == full - top then toBase6 heights + (if top == 0 then 0 else side ^ (5 :: Int)) else -7
      -- What has changed above is as above.
      | here <= full && (above `xor` here) .&. (above `xor` top) == 0 = inner here (heights + here) (place + 1)
      | otherwise = -1 - place
      where
        here = row place

-- | A byte with 1 for each full place of the row at a place, or more than 'full' if there is no row.
rowAt :: Text -> Int -> Word64
rowAt text start = if signs == 13 * ones then ones else maxBound
  where
    signs = (wordAt text start .&. 0xffffffffffff) `xor` (10 `shiftL` 40 .|. 46 * full)
    ones = signs .&. full

-- | A one in each of five bytes.
full :: Word64
full = 0x0101010101

side :: Int
side = 6

-- | The number whose digits to base 6 are five bytes, the first one lowest: first pairs are put together, and then those, in one product.
toBase6 :: Word64 -> Int
toBase6 bytes = fromIntegral ((pairs * (1 `shiftL` 32 + 36 `shiftL` 16 + 1296)) `shiftR` 32 .&. 0xffff)
  where
    pairs = (bytes + 6 * bytes `shiftR` 8) .&. 0xff00ff00ff

-- | For each point, the sum of what is at points below it, and at itself: numbers with so many digits to base 6.
below :: Int -> U.Vector Int -> U.Vector Int
below axes counts = U.modify along counts
  where
    along sums = forM_ (take axes (iterate (* side) 1)) $ \stride ->
      forM_ [0, side * stride .. U.length counts - 1] $ \start ->
        forM_ [start + stride .. start + side * stride - 1] $ \point ->
          -- unsafe: points are below side ^ axes, and one that is less along an axis exists
          unsafeRead sums (point - stride) >>= \less -> unsafeModify sums (+ less) point

part1 :: U.Vector Int -> Int
part1 schematics = U.sum (U.map (\lock -> fitting U.! (2 * top - 1 - lock)) locks)
  where
    top = side ^ (5 :: Int)
    (keys, locks) = U.partition (< top) schematics
    fitting = below 5 (U.accumulate (+) (U.replicate top 0) (U.map (,1) keys))
