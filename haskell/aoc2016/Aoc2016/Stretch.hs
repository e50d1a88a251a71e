{-# LANGUAGE TemplateHaskell #-}

-- | Code that hashes a hash again, as a text.
module Aoc2016.Stretch (againBoth, written) where

import Data.Bits (unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import Data.Word (Word64)
import Language.Haskell.TH.Syntax (Code, Q)
import Threefold.Md5

type Coded = Code Q Word64

-- | Two hashes, side by side, become the hashes of what they are in hexadecimal.
againBoth :: [Coded] -> [Coded] -> ((Coded, Coded, Coded, Coded) -> (Coded, Coded, Coded, Coded) -> Code Q r) -> Code Q r
againBoth one other done = texts one [] $ \one' -> texts other [] $ \other' ->
  hash (\at -> (one' at, other' at)) (\((a, a'), (b, b'), (c, c'), (d, d')) -> done (a, b, c, d) (a', b', c', d'))

-- | The words of the texts' blocks, of which only the first eight have to be worked out.
texts :: [Coded] -> [Coded] -> ((Int -> Coded) -> Code Q r) -> Code Q r
texts [] known done = done at
  where
    at place = (reverse known <> (constant 0x80 : replicate 5 (constant 0)) <> [constant 256, constant 0]) !! place
texts (word : later) known done =
  [||let !both' = written $$word; !high = both' `unsafeShiftR` 32 in $$(texts later ([||high||] : [||both'||] : known) done)||]

-- | The eight hexadecimal digits of the lower half, each a byte, the first one lowest: bits are spread, and what is above 9 gets
-- 39 more, from @0@ to @a@.
written :: Word64 -> Word64
written word = digits + 0x3030303030303030 + 39 * ((digits + 0x0606060606060606) `unsafeShiftR` 4 .&. 0x0101010101010101)
  where
    pairs = (word .&. 0xffff .|. word `unsafeShiftL` 16) .&. 0x0000ffff0000ffff
    bytes = (pairs .|. pairs `unsafeShiftL` 8) .&. 0x00ff00ff00ff00ff
    digits = bytes `unsafeShiftR` 4 .&. 0x000f000f000f000f .|. (bytes .&. 0x000f000f000f000f) `unsafeShiftL` 8
{-# INLINE written #-}
