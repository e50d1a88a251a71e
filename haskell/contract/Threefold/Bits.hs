-- | Sets in words and in long numbers.
module Threefold.Bits (ones, window, integerOf) where

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

-- | The bits, 0 or 1, of all places from 0 and below a limit, as a number. They come without a branch if they are computed without one.
integerOf :: (Int -> Word64) -> Int -> Integer
integerOf bitAt = between 0
  where
    between !from !to
      | to - from <= 64 = toInteger (word from (to - 1) 0)
      | otherwise = let middle = (from + to) `quot` 2 in between from middle .|. between middle to `shiftL` (middle - from)
    word !from !at !bits
      | at < from = bits
      | otherwise = word from (at - 1) (bits `shiftL` 1 .|. bitAt at)
{-# INLINE integerOf #-}
