-- | Sets in words.
module Threefold.Bits (ones, window) where

import Data.Bits (countTrailingZeros, shiftL, shiftR, (.&.), (.|.))
import Data.List (unfoldr)
import Data.Word (Word64)

-- | The places of a word's ones, the lowest first.
ones :: Word64 -> [Int]
ones = unfoldr (\word -> if word == 0 then Nothing else Just (countTrailingZeros word, word .&. (word - 1)))
{-# INLINE ones #-}

-- | The 64 bits that begin so many places, 0 to 64, above the lowest of two words in a row.
window :: Word64 -> Word64 -> Int -> Word64
window low high by = low `shiftR` by .|. high `shiftL` (64 - by)
{-# INLINE window #-}
