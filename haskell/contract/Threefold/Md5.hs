{-# LANGUAGE MultiParamTypeClasses #-}
{-# LANGUAGE TemplateHaskell #-}

-- | MD5 of a single block, as a program over any algebra of words: what a word is, its user says.
module Threefold.Md5 (Words (..), Shares (..), firstWord, hash, compressing, twoAtOnce, padded) where

import Data.Bits (rotateL, unsafeShiftL, unsafeShiftR, xor, (.&.), (.|.))
import qualified Data.ByteString as B
import Data.Int (Int32)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word32, Word64)
import Language.Haskell.TH.Syntax (Code, Q)

-- | What MD5 does with words of 32 bits.
class Words w where
  constant :: Word32 -> w
  plus, both, some, differing :: w -> w -> w
  turned :: Int -> w -> w

instance Words Word32 where
  constant = id
  plus = (+)
  both = (.&.)
  some = (.|.)
  differing = xor
  turned = flip rotateL

-- | The lower halves are the words, and what is above never gets into them: of these operations only a turn
-- moves bits down. A constant has the sign that makes it an operand of an instruction.
instance Words Word64 where
  constant word = fromIntegral (fromIntegral word :: Int32)
  plus = (+)
  both = (.&.)
  some = (.|.)
  differing = xor
  turned by word = low `unsafeShiftL` by .|. low `unsafeShiftR` (32 - by)
    where
      low = fromIntegral (fromIntegral word :: Word32)
  {-# INLINE turned #-}

-- | Code that does it later.
instance Words (Code Q Word64) where
  constant word = let known = constant word :: Word64 in [||known||]
  plus one other = [||$$one + $$other||]
  both one other = [||$$one .&. $$other||]
  some one other = [||$$one .|. $$other||]
  differing one other = [||$$one `xor` $$other||]
  turned by word = [||turned by $$word||]

-- | Two at once: the product of algebras.
instance (Words v, Words w) => Words (v, w) where
  constant word = (constant word, constant word)
  plus (a, b) (c, d) = (plus a c, plus b d)
  both (a, b) (c, d) = (both a c, both b d)
  some (a, b) (c, d) = (some a c, some b d)
  differing (a, b) (c, d) = (differing a c, differing b d)
  turned by (a, b) = (turned by a, turned by b)

-- | What is used more than once is worked out once.
class (Words w) => Shares w r where
  share :: w -> (w -> r) -> r

instance Shares Word32 r where
  share word more = more $! word

instance Shares Word64 r where
  share word more = more $! word

instance Shares (Code Q Word64) (Code Q r) where
  share word more = [||let !known = $$word in $$(more [||known||])||]

instance (Shares v r, Shares w r) => Shares (v, w) r where
  share (one, other) more = share one (\one' -> share other (\other' -> more (one', other')))

-- | The first word of a block's hash, for whoever goes on with it; the last three steps make others.
firstWord :: (Shares w r) => (Int -> w) -> (w -> r) -> r
firstWord word done = stepped 61 initial word (\(_, b, _, _) -> done (plus b (constant 0x67452301)))

-- | All four words.
hash :: (Shares w r) => (Int -> w) -> ((w, w, w, w) -> r) -> r
hash = compressing initial

initial :: (Words w) => (w, w, w, w)
initial = (constant 0x67452301, constant 0xefcdab89, constant 0x98badcfe, constant 0x10325476)

-- | What a block makes of a state. A text's hash is the state after its last block.
compressing :: (Shares w r) => (w, w, w, w) -> (Int -> w) -> ((w, w, w, w) -> r) -> r
compressing state@(first, second, third, fourth) word done =
  stepped 64 state word (\(a, b, c, d) -> done (plus a first, plus b second, plus c third, plus d fourth))

-- | The state after so many steps.
stepped :: (Shares w r) => Int -> (w, w, w, w) -> (Int -> w) -> ((w, w, w, w) -> r) -> r
stepped count state word done = steps [0 .. count - 1] state
  where
    steps [] reached = done reached
    steps (number : later) (a, b, c, d) =
      share (b `plus` turned (turns !! quarter !! (number `rem` 4)) sum') (\b' -> steps later (d, b', b, c))
      where
        quarter = number `quot` 16
        sum' = a `plus` mixed `plus` (word (at `rem` 16) `plus` constant (sine number))
        (mixed, at) = case quarter of
          0 -> (choice b c d, number)
          1 -> (choice d b c, 5 * number + 1)
          2 -> (b `differing` c `differing` d, 3 * number + 5)
          _ -> (c `differing` (b `some` (d `differing` constant maxBound)), 7 * number)
    choice which one other = other `differing` (which `both` (one `differing` other))
    turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]

sine :: Int -> Word32
sine number = floor (2 ^ (32 :: Int) * abs (sin (fromIntegral number + 1 :: Double)))

-- | Code for the first words of two blocks' hashes.
twoAtOnce :: Code Q (Int -> Word64) -> Code Q (Int -> Word64) -> Code Q (Word64 -> Word64 -> r) -> Code Q r
twoAtOnce one other done = firstWord (\at -> ([||$$one at||], [||$$other at||])) (\(a, b) -> [||$$done $$a $$b||])

-- | A text of up to 55 bytes as a block: its bytes, a one, zeroes, and its length in bits.
padded :: B.ByteString -> U.Vector Word64
padded text = U.generate 16 word
  where
    word 14 = 8 * fromIntegral (B.length text)
    word at = foldr (\byte rest -> fromIntegral byte + 256 * rest) 0 (B.unpack (B.take 4 (B.drop (4 * at) ended)))
    ended = B.snoc text 0x80
