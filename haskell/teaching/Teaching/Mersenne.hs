{-# LANGUAGE MagicHash #-}
{-# LANGUAGE UnboxedTuples #-}

-- | Remainders modulo a prime of Mersenne's, 2^61 - 1: what is above the 61st bit is added to what is below.
module Teaching.Mersenne (Residue (..), residue, prime) where

import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import Foreign.Storable (Storable)
import GHC.Exts (Word (..), timesWord2#)

-- | A remainder modulo 2^61 - 1.
newtype Residue = Residue {remainder :: Int}
  deriving newtype (Eq, Show, Storable)

-- | Of what is nearer to 0 than the prime.
residue :: Int -> Residue
residue number = Residue (if number < 0 then number + prime else number)

prime :: Int
prime = 2 ^ (61 :: Int) - 1

instance Num Residue where
  Residue a + Residue b = below (a + b)
  Residue a - Residue b = below (a - b + prime)
  Residue a * Residue b = case timesWord2# one two of
    (# high, low #) -> below (fromIntegral (W# high `shiftL` 3 .|. W# low `shiftR` 61) + fromIntegral (W# low) .&. prime)
    where
      !(W# one) = fromIntegral a
      !(W# two) = fromIntegral b
  abs = id
  signum = const 1
  fromInteger = Residue . fromInteger . (`mod` toInteger prime)

-- | Of what is below twice the prime.
below :: Int -> Residue
below sum' = Residue (if sum' >= prime then sum' - prime else sum')
