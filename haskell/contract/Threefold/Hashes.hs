{-# LANGUAGE TemplateHaskell #-}
{-# OPTIONS_GHC -fno-cse #-}

-- | Hashes of numbers after a key: the code that "Threefold.Md5" makes, put to use.
module Threefold.Hashes (Hash (..), hashed, start, compressed, hits) where

import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Threefold.Md5
import Threefold.Unsafe (unsafeIndex, unsafeModify)

-- | The words of a hash in the lower halves; what is above means nothing.
data Hash = Hash !Word64 !Word64 !Word64 !Word64

-- | The hash of a text of up to 55 bytes.
hashed :: B.ByteString -> Hash
hashed = compressed start . padded

-- | The state before any block.
start :: Hash
start = Hash 0x67452301 0xefcdab89 0x98badcfe 0x10325476

-- | What a block of 16 words makes of a state. A text's hash is the state after its last block.
compressed :: Hash -> U.Vector Word64 -> Hash
compressed (Hash e f g h) block =
  $$(compressing ([||e||], [||f||], [||g||], [||h||]) (\at -> [||block U.! at||]) (\(a, b, c, d) -> [||Hash $$a $$b $$c $$d||]))

-- | The numbers from one on whose hashes, written after a key, begin with so many zeroes, up to seven; and the first
-- words of these.
hits :: Int -> Int -> B.ByteString -> [(Int, Word64)]
hits first zeroes key = small <> concatMap large [1 ..]
  where
    small = [(number, word) | number <- [first .. 999], let Hash word _ _ _ = hashed (key <> decimal number), fits word]
    large thousands = [(1000 * thousands + tail', word) | (tail', word) <- fitting fits (B.length begun) (padded (begun <> "000"))]
      where
        begun = key <> decimal thousands
    decimal number = B.pack (show (number :: Int))
    fits word = word .&. mask == 0
    mask = foldr (\digit bits -> bits .|. 15 `shiftL` (4 * (digit + 1 - 2 * (digit `rem` 2)))) 0 [0 .. zeroes - 1] :: Word64

-- | Those of a thousand tails, three digits from a place on, with which a block's hash fits.
fitting :: (Word64 -> Bool) -> Int -> U.Vector Word64 -> [(Int, Word64)]
fitting fits place block = go 0
  where
    go tail'
      | tail' == 1000 = []
      | otherwise = tried tail' (added tail') (added (tail' + 1))
    -- unsafe: a block has 16 words
    tried tail' !one !other = $$(twoAtOnce [||unsafeIndex one||] [||unsafeIndex other||] [||found tail'||])
    found tail' one other
      | fits one || fits other = filter (fits . snd) [(tail', one), (tail' + 1, other)] <> go (tail' + 2)
      | otherwise = go (tail' + 2)
    added tail' = U.modify (\words -> more words here shifted >> more words (here + 1) (shifted `shiftR` 32)) block
      where
        shifted = digits U.! tail' `shiftL` by
    more words at by' = unsafeModify words (+ by') at -- unsafe: the tail ends before the last word
    (here, by) = (place `quot` 4, 8 * (place `rem` 4))
{-# INLINE fitting #-}

-- | The three digits of each tail, the first in the lowest byte.
digits :: U.Vector Word64
digits = U.generate 1000 (\tail' -> fromIntegral (tail' `quot` 100 + 256 * (tail' `quot` 10 `rem` 10) + 65536 * (tail' `rem` 10)))
