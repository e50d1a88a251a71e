-- | Lines and bytes by where they are in a text.
--
-- A place is a byte's number in its text, from 0. To read by places makes no strings on the way.
module Threefold.Places (numbered, byteAt, wordAt, lineAt) where

import Data.Bits (shiftL, (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Internal as I
import Data.Word (Word64, Word8, byteSwap64)
import Foreign.Storable (peekByteOff)
import GHC.ByteOrder (ByteOrder (..), targetByteOrder)
import GHC.ForeignPtr (unsafeWithForeignPtr)
import Threefold.Contract

-- | The lines of a text, each with its number from 1; a text without any is one empty line.
numbered :: Text -> [(Int, Text)]
numbered text
  | B.null text = [(1, text)]
  | otherwise = zip [1 ..] (B.split '\n' text)

-- | The byte at a place, from 0 on; after the end a line ends (10).
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

-- | Eight bytes from a place on, the first of them the lowest; after the end lines end, as they do for 'byteAt'.
wordAt :: Text -> Int -> Word64
wordAt text place
  -- unsafe: all eight are within the text, as places are from 0 on; a text never changes
  | place + 8 <= size = lowestFirst (I.accursedUnutterablePerformIO (unsafeWithForeignPtr bytes (`peekByteOff` (start + place))))
  | otherwise = lastWord text place
  where
    (bytes, start, size) = I.toForeignPtr text
    lowestFirst = case targetByteOrder of LittleEndian -> id; BigEndian -> byteSwap64
{-# INLINE wordAt #-}

lastWord :: Text -> Int -> Word64
lastWord text place = foldr (\at word -> word `shiftL` 8 .|. fromIntegral (byteAt text at)) 0 [place .. place + 7]
{-# NOINLINE lastWord #-}

-- | The number of the line, from 1, in which a place is.
lineAt :: Text -> Int -> Int
lineAt text place = 1 + B.count '\n' (B.take place text)
