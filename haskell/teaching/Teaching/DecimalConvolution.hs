{-# LANGUAGE DataKinds #-}
{-# LANGUAGE KindSignatures #-}
{-# LANGUAGE MagicHash #-}
{-# LANGUAGE UnboxedTuples #-}

-- | Decimal convolution, by <https://en.wikipedia.org/wiki/Kronecker_substitution Kronecker substitution>.
--
-- Which multiplication of integers /is/ a convolution already? One in a base so large that nothing is ever carried.
-- The digits are a polynomial's coefficients, whose value at @256^w@ is the integer that has the digits as its bytes,
-- @w@ bytes apart. So one multiplication of 'Integer's does it all, and the product's bytes /are/ the sums. Part 2 takes
-- the value at 10 of the same product, with as many digits to a coefficient as leave each sum in two machine words.
module Teaching.DecimalConvolution
  ( Digits,
    fromDigits,
    digits,
    value,
    spelled,
    convolution,
    parse,
    part1,
    part2,

    -- * Integers as bytes
    bytesOf,
    fromBytes,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, (.&.))
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Builder as Builder
import Data.ByteString.Builder.Prim ((>$<), (>*<))
import qualified Data.ByteString.Builder.Prim as Prim
import qualified Data.ByteString.Char8 as C
import qualified Data.ByteString.Internal as I
import qualified Data.ByteString.Unsafe as B (unsafeTake, unsafeUseAsCString)
import Data.Foldable (for_)
import qualified Data.List as List
import Data.Proxy (Proxy (..))
import Data.Tuple (swap)
import Data.Word (Word64, Word8, byteSwap64)
import Foreign.Marshal.Utils (fillBytes)
import Foreign.Storable (peekByteOff, pokeByteOff)
import GHC.ByteOrder (ByteOrder (..), targetByteOrder)
import GHC.Exts (Int (..), Ptr (..), Word (..), int2Word#, quotRemWord2#, timesWord2#)
import GHC.ForeignPtr (unsafeWithForeignPtr)
import GHC.Generics (Generic)
import GHC.Num (integerFromAddr, integerToAddr)
import GHC.TypeLits (KnownNat, Nat, natVal)
import System.IO.Unsafe (unsafeDupablePerformIO)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (Reader, lineOf, valid, whole, word)

-- | Two integers to multiply.
data Factors = Factors !(Digits 10) !(Digits 10)
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Factors
parse = whole (Factors <$> integer <*> integer)
  where
    integer :: Reader (Digits 10)
    integer = lineOf "expected a decimal integer" (valid (spelled <$> word (const True)))

part1 :: Factors -> Builder.Builder
part1 (Factors a b) = Prim.primBounded signed (term sums top) <> Prim.primUnfoldrBounded (after ' ' signed) below top
  where
    sums = convolved a b
    top = size sums - 1
    below i = if i == 0 then Nothing else Just (term sums (i - 1), i - 1)
    after sign number = (sign,) >$< Prim.liftFixedToBounded Prim.char8 >*< number
    signed
      | negative a /= negative b = Prim.condB (== 0) Prim.word64Dec (after '-' Prim.word64Dec)
      | otherwise = Prim.word64Dec

part2 :: Factors -> Text
part2 (Factors a b) = spell (a * b)

-- | An integer as its digits in a base from 2 to 36: whether it is negative, then a byte for each digit, the least
-- significant first. The last is not 0, but for zero's only digit, and zero is not negative: equal numbers are equal digits.
data Digits (base :: Nat) = Digits {negative :: !Bool, places :: !ByteString}
  deriving stock (Eq, Generic)
  deriving anyclass (NFData)

baseOf :: forall base. (KnownNat base) => Digits base -> Integer
baseOf _ = if 2 <= base && base <= 36 then base else error "a base is from 2 to 36"
  where
    base = natVal (Proxy @base)

-- | The number of those digits, leading zeros or none among them.
canonical :: Bool -> ByteString -> Digits base
canonical sign bytes = if B.null kept then Digits False (B.singleton 0) else Digits sign kept
  where
    kept = B.dropWhileEnd (== 0) bytes

-- | The digits, the least significant first.
digits :: Digits base -> [Integer]
digits = map toInteger . B.unpack . places

-- | The number that digits make, the least significant first. They may be any integers:
-- what is too much for a place is carried to the next.
fromDigits :: (KnownNat base) => [Integer] -> Digits base
fromDigits raw
  | over < 0 = negate (fromDigits (map negate raw))
  | otherwise = number
  where
    number = canonical False (B.pack (map fromInteger (kept <> List.unfoldr rest over)))
    (over, kept) = List.mapAccumL (\carry digit -> (carry + digit) `divMod` base) 0 raw
    rest high = if high == 0 then Nothing else Just (swap (high `quotRem` base))
    base = baseOf number

-- | An integer as bytes, the least significant first, a given number of them.
bytesOf :: Int -> Integer -> ByteString
-- unsafe: the integer is below 256^width, and these bytes are written here alone
bytesOf width integer = I.unsafeCreate width $ \start@(Ptr address) ->
  fillBytes start 0 width <* integerToAddr integer address 0#

-- | The integer that bytes are, the least significant first.
fromBytes :: ByteString -> Integer
-- unsafe: bytes are only read, as many as there are
fromBytes bytes = unsafeDupablePerformIO . B.unsafeUseAsCString bytes $ \(Ptr address) ->
  case B.length bytes of I# width -> integerFromAddr (int2Word# width) address 0#

-- | A polynomial's coefficients, each in a given number of bytes, the least significant first in every way: all the bytes as
-- one number are its value at @256^width@.
data Terms = Terms !Int !ByteString

size :: Terms -> Int
size (Terms width bytes) = (B.length bytes - 8) `quot` width

-- | The i-th coefficient, which fits into a word.
term :: Terms -> Int -> Word64
term (Terms width bytes) i = wordAt bytes (i * width) .&. (1 `shiftL` (8 * width) - 1)

-- | The product of two numbers' magnitudes as polynomials in @base^k@, nothing carried. Eight more bytes are 0.
terms :: (KnownNat base) => Int -> Int -> Digits base -> Digits base -> Terms
terms k width a b = Terms width (bytesOf (width * (limbs k a + limbs k b - 1) + 8) (substituted a * substituted b))
  where
    substituted number = fromBytes (grouped k width number)

-- | The same of single digits, in as few bytes as hold each sum.
convolved :: (KnownNat base) => Digits base -> Digits base -> Terms
convolved a b = terms 1 (max 1 (length (takeWhile (> 0) (iterate (`shiftR` 8) (largest 1 a b))))) a b

-- | How many limbs of k digits.
limbs :: Int -> Digits base -> Int
limbs k number = (B.length (places number) + k - 1) `quot` k

-- | What no sum of products of limbs exceeds.
largest :: (KnownNat base) => Int -> Digits base -> Digits base -> Integer
largest k a b = toInteger (min (limbs k a) (limbs k b)) * (baseOf a ^ k - 1) ^ (2 :: Int)

-- | The digits, k to a limb, each limb in a given number of bytes.
grouped :: (KnownNat base) => Int -> Int -> Digits base -> ByteString
-- unsafe: there are eight bytes more than the limbs have, and they are written here alone
grouped k width number = B.unsafeTake end . I.unsafeCreate (end + 8) $ \start -> do
  fillBytes start 0 (end + 8)
  -- What a word has beyond its limb is 0, and is written over by the next.
  for_ [0 .. limbs k number - 1] $ \i -> pokeByteOff start (i * width) (ordered (limb (i * k)))
  where
    limb at = go (min (B.length (places number)) (at + k) - 1) 0
      where
        go :: Int -> Word64 -> Word64
        go i high
          | i < at = high
          | otherwise = go (i - 1) (high * base + fromIntegral (byteAt (places number) i))
    !base = fromInteger (baseOf number)
    !end = width * limbs k number

-- | The eight bytes from a place on, the least significant first.
wordAt :: ByteString -> Int -> Word64
-- unsafe: these bytes are within the text, which never changes
wordAt bytes place = ordered (I.accursedUnutterablePerformIO (unsafeWithForeignPtr start (`peekByteOff` (from + place))))
  where
    (start, from, _) = I.toForeignPtr bytes
{-# INLINE wordAt #-}

-- | A word whose least significant byte comes first in memory, from one as the machine has it, and back.
ordered :: Word64 -> Word64
ordered = if targetByteOrder == LittleEndian then id else byteSwap64

-- | The digits of the magnitudes convolved: all products of one digit of each, summed by the sum of their places.
convolution :: (KnownNat base) => Digits base -> Digits base -> [Integer]
convolution a b = let sums = convolved a b in [toInteger (term sums i) | i <- [0 .. size sums - 1]]

value :: (KnownNat base) => Digits base -> Integer
value number = foldr (\digit high -> digit + baseOf number * high) 0 (signed number)

-- | The digits with the number's sign.
signed :: Digits base -> [Integer]
signed number = (if negative number then map negate else id) (digits number)

instance (KnownNat base) => Num (Digits base) where
  a + b = fromDigits (plus (signed a) (signed b))
    where
      plus (x : xs) (y : ys) = x + y : plus xs ys
      plus xs ys = xs <> ys
  a * b = canonical (negative a /= negative b) (carried k (baseOf a) (terms k 16 a b))
    where
      -- Half of two words is left for what is carried, and room for a digit more in the word of a limb.
      k = last (takeWhile (\more -> largest more a b < 2 ^ (127 :: Int) && baseOf a ^ (more + 1) <= 2 ^ (64 :: Int)) [1 .. 63])
  negate number = canonical (not (negative number)) (places number)
  abs number = number {negative = False}
  signum number = fromInteger (signum (if negative number then -1 else maximum (digits number)))
  fromInteger integer = fromDigits [integer]

-- | The digits, a byte each, of what terms of two words are worth at @base^k@.
carried :: Int -> Integer -> Terms -> ByteString
carried k base sums@(Terms width bytes) = fst (B.unfoldrN (k * (many + 1)) next (0, 0, 0, 0, 0))
  where
    -- The next term's number, the two words that are carried to it, what is left of a limb, in how many digits.
    next :: (Int, Word, Word, Word, Int) -> Maybe (Word8, (Int, Word, Word, Word, Int))
    next (i, high, low, rest, left)
      | left > 0 = digit i high low rest left
      | i < many = plus i high low (part i 8) (part i 0)
      | i == many = plus i high low 0 0
      | otherwise = Nothing
    plus i high low above below =
      let !total = low + below in limbed i (high + above + (if total < low then 1 else 0)) total
    limbed :: Int -> Word -> Word -> Maybe (Word8, (Int, Word, Word, Word, Int))
    limbed i !high (W# low) = case high `quotRem` limb of
      (top, W# rest) -> case quotRemWord2# rest low limb# of
        (# bottom, own #) -> digit (i + 1) top (W# bottom) (W# own) k
    digit i high low rest@(W# rest#) left = case timesWord2# rest# reciprocal# of
      (# upper, _ #) -> Just (fromIntegral (rest - W# upper * one), (i, high, low, W# upper, left - 1))
    part i from = fromIntegral (wordAt bytes (i * width + from)) :: Word
    !many = size sums
    !one = fromInteger base
    -- 2^64 / base, rounded up, so that a product with it takes the place of a division: for a limb the error is below 1 / base.
    !(W# reciprocal#) = maxBound `quot` one + 1
    !limb@(W# limb#) = one ^ k

instance (KnownNat base) => Ord (Digits base) where
  compare a b = compare (value a) (value b)

instance (KnownNat base) => Show (Digits base) where
  showsPrec precedence number = showParen (precedence > 6 && negative number) (showString (C.unpack (spell number)))

-- | As people write it, by the numerals 0 to 9 and a to z.
spell :: Digits base -> Text
spell number = (if negative number then "-" else "") <> B.map numeral (B.reverse (places number))
  where
    numeral digit = digit + (if digit < 10 then 48 else 87)

-- | The number that a text spells, after a sign or none.
spelled :: forall base. (KnownNat base) => Text -> Maybe (Digits base)
spelled text
  | B.null numerals || any (>= fromInteger (baseOf number)) (B.unpack bytes) = Nothing
  | otherwise = Just number
  where
    number = canonical minus bytes :: Digits base
    minus = C.isPrefixOf "-" text
    numerals = B.drop (if minus || C.isPrefixOf "+" text then 1 else 0) text
    bytes = B.map worth (B.reverse numerals)
    worth byte
      | byte >= 48 && byte < 58 = byte - 48
      | byte >= 97 && byte < 123 = byte - 87
      | otherwise = 255
