-- | Sets in words and in long numbers.
module Threefold.Bits (ones, window, integerOf) where

import Data.Bits (countTrailingZeros, shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString as B
import Data.List (unfoldr)
import Data.Word (Word64)
import GHC.Num (integerFromWordList)
import Threefold.Contract (Text)
import Threefold.Places (wordAt)

-- | The places of a word's ones, the lowest first.
ones :: Word64 -> [Int]
ones = unfoldr (\word -> if word == 0 then Nothing else Just (countTrailingZeros word, word .&. (word - 1)))
{-# INLINE ones #-}

-- | The 64 bits that begin so many places, 0 to 64, above the lowest of two words in a row.
window :: Word64 -> Word64 -> Int -> Word64
window low high by = low `shiftR` by .|. high `shiftL` (64 - by)
{-# INLINE window #-}

-- | A bit for each byte of a text, as a number: the lowest bits of what a function makes of eight bytes at once (SIMD
-- within a register). It makes 0 of the end of a line.
integerOf :: (Word64 -> Word64) -> Text -> Integer
integerOf bitsOf text = integerFromWordList False [word (64 * block) 56 0 | block <- [top, top - 1 .. 0]]
  where
    top = B.length text `quot` 64
    word !from !at !bits
      | at < 0 = fromIntegral bits
      | otherwise = word from (at - 8) (bits `shiftL` 8 .|. lowest (bitsOf (wordAt text (from + at))))
    -- The product's highest byte has a bit of each byte.
    lowest eight = ((eight .&. 0x0101010101010101) * 0x0102040810204080) `shiftR` 56
{-# INLINE integerOf #-}
