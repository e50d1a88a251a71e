{-# LANGUAGE DataKinds #-}
{-# LANGUAGE KindSignatures #-}

-- | Let It Snow: codes are powers in a cyclic group, whose modulus is in the type.
--
-- An associative operation is all that squaring needs, so the power is 'stimes', which any 'Semigroup' has. The
-- units of a prime field are a group of one element less, and exponents count modulo that.
module Aoc2015.Day25 (parse, part1, Unit (..), power, before) where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.Char (isAlpha, isAscii)
import Data.Proxy (Proxy (..))
import Data.Semigroup (stimes)
import GHC.Generics (Generic)
import GHC.TypeLits (KnownNat, Nat, natVal)
import Threefold.Contract
import Threefold.Reading

-- | A row and a column, from 1.
data Cell = Cell !Int !Int
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | A remainder other than 0 by a prime.
newtype Unit (p :: Nat) = Unit Int
  deriving stock (Eq, Show)

instance (KnownNat p) => Semigroup (Unit p) where
  Unit a <> Unit b = Unit (a * b `rem` modulus (Proxy :: Proxy p))
  {-# INLINE (<>) #-}

instance (KnownNat p) => Monoid (Unit p) where
  mempty = Unit 1

modulus :: (KnownNat p) => Proxy p -> Int
modulus = fromInteger . natVal
{-# INLINE modulus #-}

parse :: Text -> Either InvalidInput Cell
parse = whole (lineOf wrong (valid (ends <$> word may) *> (Cell <$> number <* tag ", column " <*> number <* tag ".")))
  where
    ends text = if "row " `B.isSuffixOf` text then Just () else Nothing
    may byte = isAscii byte && isAlpha byte || byte `elem` (" ,." :: String)
    number = valid ((\found -> if found > 0 then Just found else Nothing) <$> natural 999999999)
    wrong = "expected words and then row 12, column 34. with numbers from 1 to 999999999"

-- | A unit so many times, by squaring; the exponent counts modulo the number of units.
power :: forall p. (KnownNat p) => Int -> Unit p -> Unit p
power exponent unit = case exponent `rem` (modulus (Proxy :: Proxy p) - 1) of
  0 -> mempty
  rest -> stimes rest unit
{-# INLINE power #-}

-- | How many codes come before a cell's.
before :: Int -> Int -> Int
before row column = let diagonals = row + column - 2 in diagonals * (diagonals + 1) `quot` 2 + column - 1

part1 :: Cell -> Int
part1 (Cell row column) = code
  where
    Unit code = Unit 20151125 <> power (before row column) (Unit 252533) :: Unit 33554393
