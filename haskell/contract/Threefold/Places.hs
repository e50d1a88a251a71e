-- | Reading what most inputs are made of: lines, numbers and rectangles.
--
-- A place is a byte's number in its text, from 0. To read by places makes no strings on the way.
module Threefold.Places (numbered, natural, byteAt, wordAt, naturalAt, integerAt, lineAt, rectangular) where

import Data.Bits (unsafeShiftL, (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Internal as I
import Data.Char (isDigit)
import Data.Word (Word64, Word8, byteSwap64)
import Foreign.Storable (peekByteOff)
import GHC.ByteOrder (ByteOrder (LittleEndian), targetByteOrder)
import GHC.ForeignPtr (unsafeWithForeignPtr)
import Threefold.Contract

-- | The lines of a text, each with its number from 1; a text without any is one empty line.
numbered :: Text -> [(Int, Text)]
numbered text
  | B.null text = [(1, text)]
  | otherwise = zip [1 ..] (B.split '\n' text)

-- | The number from 0 to a limit (below 10^18) that decimal digits spell, on a line; no sign,
-- no space, no underscore.
natural :: Int -> Int -> Text -> Either InvalidInput Int
natural limit number word = case B.readInt digits of
  _ | B.null word || not (B.all isDigit word) -> wrong
  _ | B.null digits -> Right 0
  Just (value, _) | B.length digits <= 18 && value <= limit -> Right value
  _ -> wrong
  where
    digits = B.take 19 (B.dropWhile (== '0') word)
    wrong = Left (InvalidInput number ("expected a number from 0 to " <> show limit))
{-# INLINE natural #-}

-- | The byte at a place, from 0 on; behind the end a line ends (10).
--
-- With bytestring 0.10 and GHC 9.0, 'B.index' allocates a closure for each byte (its
-- @withForeignPtr@ is @keepAlive#@), which this does not: it is 2.5 times as fast.
byteAt :: Text -> Int -> Word8
byteAt text place
  -- unsafe: the place is within the text, as places are from 0 on; a text never changes
  | place < size = I.accursedUnutterablePerformIO (unsafeWithForeignPtr bytes (`peekByteOff` (start + place)))
  | otherwise = 10
  where
    (bytes, start, size) = I.toForeignPtr text
{-# INLINE byteAt #-}

-- | The eight bytes from a place on, as 'byteAt' has them; the first one is the lowest.
wordAt :: Text -> Int -> Word64
wordAt text place
  | place + 8 > size = lastOf text place
  | targetByteOrder == LittleEndian = word
  | otherwise = byteSwap64 word
  where
    -- unsafe: used where all eight bytes are within the text
    word = I.accursedUnutterablePerformIO (unsafeWithForeignPtr bytes (`peekByteOff` (start + place)))
    (bytes, start, size) = I.toForeignPtr text
{-# INLINE wordAt #-}

lastOf :: Text -> Int -> Word64
lastOf text place = foldr append 0 [place .. place + 7]
  where
    append at more = more `unsafeShiftL` 8 .|. fromIntegral (byteAt text at)
{-# NOINLINE lastOf #-}

-- | The number from 0 to a limit (below 10^18) that the digits from a place on spell, with the place
-- behind them. Whoever reads a text by this has another, slower way for what it refuses: no digit,
-- too large a number, but also more than 18 digits whatever they spell.
naturalAt :: Int -> Text -> Int -> result -> (Int -> Int -> result) -> result
naturalAt limit text from refused found = go from 0
  where
    go !place !value
      | digit <= 9 = go (place + 1) (10 * value + fromIntegral digit)
      | place > from && place - from <= 18 && value <= limit = found value place
      | otherwise = refused
      where
        digit = fromIntegral (byteAt text place) - 48 :: Word
{-# INLINE naturalAt #-}

-- | The whole number that digits from a place on spell, behind a minus if it is negative, with the
-- place behind them; refused if there are none. Whatever is further from 0 than a limit (below
-- 10^17) is found just beyond it, so no number is too long.
integerAt :: Int -> Text -> Int -> result -> (Int -> Int -> result) -> result
integerAt limit text from refused found = go first 0
  where
    negative = byteAt text from == 45
    first = if negative then from + 1 else from
    go !place !value
      | digit <= 9 = go (place + 1) (min (limit + 1) (10 * value + fromIntegral digit))
      | place > first = found (if negative then negate value else value) place
      | otherwise = refused
      where
        digit = fromIntegral (byteAt text place) - 48 :: Word
{-# INLINE integerAt #-}

-- | The number of the line, from 1, in which a place is.
lineAt :: Text -> Int -> Int
lineAt text place = 1 + B.count '\n' (B.take place text)

-- | The width and height of a text whose rows are all as long as the first, which is not empty, and
-- made of bytes that may be there; so they begin at every @width + 1@ places. For a row that is not
-- so there is a message, and one for a row that is, but is outside of so many rows and columns.
rectangular :: (Word8 -> Bool) -> String -> Int -> String -> Text -> Either InvalidInput (Int, Int)
rectangular may wrong most outside text = go 1 0
  where
    width = B.length (B.takeWhile (/= '\n') text)
    go !number !start
      | width == 0 || not (fine start (start + width)) = Left (InvalidInput number wrong)
      | number > most || width > most = Left (InvalidInput number outside)
      | start + width == B.length text = Right (width, number)
      | otherwise = go (number + 1) (start + width + 1)
    fine !place !end
      | place == end = byteAt text place == 10
      | otherwise = may (byteAt text place) && fine (place + 1) end
{-# INLINE rectangular #-}
