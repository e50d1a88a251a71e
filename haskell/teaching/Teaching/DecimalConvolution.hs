{-# LANGUAGE BangPatterns #-}
{-# LANGUAGE DataKinds #-}
{-# LANGUAGE KindSignatures #-}
{-# LANGUAGE MagicHash #-}

-- | Decimal convolution, by <https://en.wikipedia.org/wiki/Kronecker_substitution Kronecker substitution>.
--
-- Which multiplication of integers /is/ a convolution already? One in a base so large that nothing is ever carried.
-- The digits are a polynomial's coefficients, whose value at @256^w@ is the integer that has the digits as its bytes,
-- @w@ bytes apart. So one multiplication of 'Integer's does it all, and the product's bytes /are/ the sums. Part 2 takes
-- the value at 10 of the same product, with as many digits to a coefficient as leave each sum in a machine word.
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
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Builder as Builder
import Data.ByteString.Builder.Prim ((>$<), (>*<))
import qualified Data.ByteString.Builder.Prim as Prim
import qualified Data.ByteString.Char8 as C
import qualified Data.ByteString.Internal as B (unsafeCreate)
import qualified Data.ByteString.Unsafe as B (unsafeIndex, unsafeUseAsCString)
import Data.Char (isDigit)
import qualified Data.List as List
import Data.Ord (Down (..))
import Data.Proxy (Proxy (..))
import Data.Tuple (swap)
import Data.Word (Word64, Word8)
import Foreign.Marshal.Utils (fillBytes)
import GHC.Exts (Int (..), Ptr (..), int2Word#)
import GHC.Generics (Generic)
import GHC.Num (integerFromAddr, integerToAddr)
import GHC.TypeLits (KnownNat, Nat, natVal)
import System.IO.Unsafe (unsafeDupablePerformIO)
import Threefold.Contract
import Threefold.Places (numbered)

-- | Two integers to multiply.
data Factors = Factors !(Digits 10) !(Digits 10)
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Factors
parse text = case numbered text of
  one : two : rest -> do
    factors <- Factors <$> integer one <*> integer two
    if null rest then Right factors else Left (InvalidInput 3 "expected two lines")
  rest -> mapM_ integer rest *> Left (InvalidInput 1 "expected two lines")
  where
    integer :: (Int, Text) -> Either InvalidInput (Digits 10)
    integer (number, line) =
      maybe (Left (InvalidInput number "expected a decimal integer")) Right (spelled line)

part1 :: Factors -> Builder.Builder
part1 (Factors a b) = Prim.primBounded signed (term sums top) <> Prim.primUnfoldrBounded (after ' ' signed) below top
  where
    sums = terms 1 a b
    top = size sums - 1
    below i = if i == 0 then Nothing else Just (term sums (i - 1), i - 1)
    after char number = (char,) >$< Prim.liftFixedToBounded Prim.char8 >*< number
    signed
      | negative a /= negative b = Prim.condB (== 0) Prim.word64Dec (after '-' Prim.word64Dec)
      | otherwise = Prim.word64Dec

part2 :: Factors -> Text
part2 (Factors a b) = spell (a * b)

-- | An integer as its digits in a base: whether it is negative, then the digits, the least
-- significant first, each in 'breadth' bytes in that order too. The last is not 0, but for
-- zero's only digit, and zero is not negative: equal numbers are equal digits.
--
-- 'Data.Monoid.Sum' and 'Data.Monoid.Product' make it a monoid, as any 'Num'.
data Digits (base :: Nat) = Digits {negative :: !Bool, places :: !ByteString}
  deriving stock (Eq, Generic)
  deriving anyclass (NFData)

baseOf :: forall base. (KnownNat base) => Digits base -> Integer
baseOf _
  | base < 2 = error "a base is 2 or more"
  | otherwise = base
  where
    base = natVal (Proxy @base)

-- | How many bytes hold a natural number.
bytesFor :: Integer -> Int
bytesFor = max 1 . length . takeWhile (> 0) . iterate (`shiftR` 8)

breadth :: (KnownNat base) => Digits base -> Int
breadth = bytesFor . subtract 1 . baseOf

-- | How many digits; zero has one.
count :: (KnownNat base) => Digits base -> Int
count number = B.length (places number) `quot` breadth number

-- | The number of those digits, leading zeros or none among them.
canonical :: (KnownNat base) => Bool -> ByteString -> Digits base
canonical sign bytes = number
  where
    number
      | kept == 0 = Digits False (B.replicate (breadth number) 0)
      | otherwise = Digits sign (B.take (breadth number * kept) bytes)
    kept = (B.length (B.dropWhileEnd (== 0) bytes) + breadth number - 1) `quot` breadth number

-- | The digits, the least significant first.
digits :: (KnownNat base) => Digits base -> [Integer]
digits number = coefficients (Terms (breadth number) (places number))

-- | The number that digits make, the least significant first. They may be any integers:
-- what is too much for a place is carried to the next.
fromDigits :: (KnownNat base) => [Integer] -> Digits base
fromDigits raw
  | over < 0 = negate (fromDigits (map negate raw))
  | otherwise = number
  where
    number = canonical False (B.concat (map (bytesOf (breadth number)) (kept <> List.unfoldr rest over)))
    (over, kept) = List.mapAccumL (\carry digit -> (carry + digit) `divMod` base) 0 raw
    rest high = if high == 0 then Nothing else Just (swap (high `quotRem` base))
    base = baseOf number

-- | An integer as bytes, so many of them, the least significant first.
bytesOf :: Int -> Integer -> ByteString
bytesOf width integer = B.unsafeCreate width $ \start@(Ptr address) ->
  fillBytes start 0 width <* integerToAddr integer address 0#

-- | The integer that bytes are, the least significant first.
fromBytes :: ByteString -> Integer
fromBytes bytes = unsafeDupablePerformIO . B.unsafeUseAsCString bytes $ \(Ptr address) ->
  case B.length bytes of I# width -> integerFromAddr (int2Word# width) address 0#

-- | A polynomial's coefficients, each in so many bytes, the least significant first in every
-- way: all the bytes as one number are its value at @256^width@.
data Terms = Terms !Int !ByteString

size :: Terms -> Int
size (Terms width bytes) = B.length bytes `quot` width

coefficients :: Terms -> [Integer]
coefficients (Terms width bytes) =
  [fromBytes (B.take width (B.drop at bytes)) | at <- [0, width .. B.length bytes - 1]]

-- | The i-th coefficient, which fits into a word.
term :: Terms -> Int -> Word64
term (Terms width bytes) i = go (width - 1) 0
  where
    go :: Int -> Word64 -> Word64
    go j high
      | j < 0 = high
      | otherwise = go (j - 1) (high `shiftL` 8 .|. fromIntegral (B.unsafeIndex bytes (i * width + j)))

-- | The product of two numbers' magnitudes as polynomials in @base^k@, nothing carried.
terms :: (KnownNat base) => Int -> Digits base -> Digits base -> Terms
terms k a b = Terms width (bytesOf (width * (limbs k a + limbs k b - 1)) (substituted a * substituted b))
  where
    width = bytesFor (largest k a b)
    substituted number = fromBytes (grouped k width number)

-- | How many limbs of k digits.
limbs :: (KnownNat base) => Int -> Digits base -> Int
limbs k number = (count number + k - 1) `quot` k

-- | What no sum of products of limbs exceeds.
largest :: (KnownNat base) => Int -> Digits base -> Digits base -> Integer
largest k a b = toInteger (min (limbs k a) (limbs k b)) * (baseOf a ^ k - 1) ^ (2 :: Int)

-- | The digits, k to a limb, each limb in so many bytes; k is 1 where a digit is more than a byte.
grouped :: (KnownNat base) => Int -> Int -> Digits base -> ByteString
grouped k width number
  | breadth number > 1 = B.concat (map (bytesOf width) (digits number))
  | otherwise = fst (B.unfoldrN (width * limbs k number) next (0, 0, 0))
  where
    next :: (Int, Word64, Int) -> Maybe (Word8, (Int, Word64, Int))
    next (at, rest, left)
      | left > 0 = Just (fromIntegral rest, (at, rest `shiftR` 8, left - 1))
      | otherwise = case limb at of
        first -> Just (fromIntegral first, (at + k, first `shiftR` 8, width - 1))
    limb at = go (min total (at + k) - 1) 0
      where
        go :: Int -> Word64 -> Word64
        go i high
          | i < at = high
          | otherwise = go (i - 1) (high * base + fromIntegral (B.unsafeIndex (places number) i))
    !total = count number
    !base = fromInteger (baseOf number)

-- | The digits of the magnitudes convolved: all products of one digit of each, summed by the
-- sum of their places.
convolution :: (KnownNat base) => Digits base -> Digits base -> [Integer]
convolution a b = coefficients (terms 1 a b)

-- | The number: two digits are one digit in the base's square.
value :: (KnownNat base) => Digits base -> Integer
value number = (if negative number then negate else id) (go (baseOf number) (digits number))
  where
    go _ [one] = one
    go base many = go (base * base) (pairs base many)
    pairs base (low : high : rest) = low + base * high : pairs base rest
    pairs _ rest = rest

-- | The digits with the number's sign.
signedDigits :: (KnownNat base) => Digits base -> [Integer]
signedDigits number = (if negative number then map negate else id) (digits number)

instance (KnownNat base) => Num (Digits base) where
  a + b = fromDigits (plus (signedDigits a) (signedDigits b))
    where
      plus (x : xs) (y : ys) = x + y : plus xs ys
      plus xs ys = xs <> ys
  a * b
    | breadth a > 1 = withSign (fromDigits (convolution a b))
    | otherwise = withSign (canonical False (carried k (baseOf a) (terms k a b)))
    where
      withSign = if negative a /= negative b then negate else id
      -- Half a word is left for what is carried.
      k = last (1 : takeWhile (\more -> largest more a b < 2 ^ (63 :: Int)) [2 .. 63])
  negate number = canonical (not (negative number)) (places number)
  abs number = number {negative = False}
  signum number
    | negative number = -1
    | otherwise = fromInteger (if B.all (== 0) (places number) then 0 else 1)
  fromInteger integer = number
    where
      number = canonical (integer < 0) (B.concat (map (bytesOf (breadth number)) (split powers (abs integer))))
      -- base, base^2, base^4 ..., the largest first: each halves what the one before left.
      powers = reverse (takeWhile (<= abs integer) (iterate (\power -> power * power) (baseOf number)))
      split [] digit = [digit]
      split (power : lower) rest = split lower low <> split lower high
        where
          (high, low) = rest `quotRem` power

-- | The digits, a byte each, of what terms are worth at @base^k@.
carried :: Int -> Integer -> Terms -> ByteString
carried k base sums = fst (B.unfoldrN (k * size sums + 64) next (0, 0, 0, 0))
  where
    -- The next term's number, what is carried to it, what is left of a limb, in how many digits.
    next :: (Int, Word64, Word64, Int) -> Maybe (Word8, (Int, Word64, Word64, Int))
    next (i, carry, rest, left)
      | left > 0 = digit i carry rest left
      | i < many = case (term sums i + carry) `quotRem` limb of (high, low) -> digit (i + 1) high low k
      | carry > 0 = digit i 0 carry 64
      | otherwise = Nothing
    digit i carry rest left = case rest `quotRem` word of
      (high, low) -> Just (fromIntegral low, (i, carry, high, left - 1))
    !many = size sums
    !word = fromInteger base
    !limb = word ^ k

instance (KnownNat base) => Ord (Digits base) where
  compare a b = compare (key a) (key b)
    where
      key number = if negative number then Left (Down (magnitude number)) else Right (magnitude number)
      magnitude number = (count number, reverse (digits number))

-- | As people write it: in bases up to 36 by the numerals 0 to 9 and a to z, in larger ones by
-- decimal numbers with colons between, as clocks do in base 60.
instance (KnownNat base) => Show (Digits base) where
  showsPrec precedence number =
    showParen (precedence > 6 && negative number) (showString (C.unpack (spell number)))

spell :: (KnownNat base) => Digits base -> Text
spell number = (if negative number then "-" else "") <> magnitude
  where
    magnitude
      | baseOf number <= 36 = B.map numeral (B.reverse (places number))
      | otherwise = C.intercalate ":" (map (C.pack . show) (reverse (digits number)))
    numeral digit = digit + (if digit < 10 then 48 else 87)

-- | The number that a text spells, after a sign or none.
spelled :: (KnownNat base) => Text -> Maybe (Digits base)
spelled text
  | B.null numerals = Nothing
  | baseOf number > 36 = withSign . fromDigits . reverse <$> mapM natural (C.split ':' numerals)
  | B.all (< fromInteger (baseOf number)) bytes = Just number
  | otherwise = Nothing
  where
    number = canonical sign bytes
    withSign = if sign then negate else id
    bytes = B.map numeral (B.reverse numerals)
    sign = C.isPrefixOf "-" text
    numerals = B.drop (if sign || C.isPrefixOf "+" text then 1 else 0) text
    numeral byte
      | byte >= 48 && byte < 58 = byte - 48
      | byte >= 97 && byte < 123 = byte - 87
      | otherwise = 255
    natural part = case C.readInteger part of
      Just (digit, "") | C.all isDigit part && digit < baseOf number -> Just digit
      _ -> Nothing
