-- | Packet Decoder: a packet is the fixed point of a functor, and both parts are algebras.
--
-- 'PacketF' is one layer: a literal, or an operator with whatever is in the places of its
-- sub-packets. Packets in those places, and packets in theirs, all the way down, are the functor's
-- least fixed point, 'Packet'. Numbers in those places make a layer that an algebra can work out:
--
-- > versions :: PacketF Int     -> Int
-- > value    :: PacketF Integer -> Integer
--
-- An algebra knows nothing of depth. There is only one way to make a function of all packets from
-- it, the catamorphism 'cata', and that is the only recursion here but the parser's. Writing a
-- packet as bits is an algebra too, and the laws use it: to parse what was written gives the packet
-- back.
module Aoc2021.Day16
  ( parse,
    part1,
    part2,

    -- * Packets
    Packet (..),
    PacketF (..),
    cata,
    versions,
    value,
    tooLarge,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Unsafe as B (unsafeIndex)
import Data.Char (isDigit)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract

-- | A layer: a version, and a number; or a version, a type, and what there is for each sub-packet.
data PacketF a = Literal !Int !Integer | Operator !Int !Int [a]
  deriving stock (Eq, Show, Functor, Foldable, Traversable, Generic)
  deriving anyclass (NFData)

-- | Layers all the way down.
newtype Packet = Packet (PacketF Packet)
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | What an algebra makes of a packet: that of its layer, once it is made of the sub-packets.
cata :: (PacketF a -> a) -> Packet -> a
cata algebra = go
  where
    go (Packet layer) = algebra (fmap go layer)

-- | The sum of the versions.
versions :: PacketF Int -> Int
versions (Literal version _) = version
versions (Operator version _ inner) = version + List.foldl' (+) 0 inner

-- | What the operation makes of the values. A packet around one that is too large is too large.
value :: PacketF Integer -> Integer
value = \case
  Literal _ number -> number
  Operator _ kind inner
    | any (>= tooLarge) inner -> tooLarge
    | otherwise -> min tooLarge (operation kind inner)
  where
    operation :: Int -> [Integer] -> Integer
    operation 0 = List.foldl' (+) 0
    operation 1 = List.foldl' (\a b -> min tooLarge (a * b)) 1
    operation 2 = minimum
    operation 3 = maximum
    operation 5 = compared (>)
    operation 6 = compared (<)
    operation _ = compared (==)
    compared holds values = if and (zipWith holds values (drop 1 values)) then 1 else 0

-- | The least number of more than 36 digits, which stands for all of them.
tooLarge :: Integer
tooLarge = 10 ^ (36 :: Int)

part1 :: Packet -> Int
part1 = cata versions

part2 :: Packet -> Either NoAnswer Integer
part2 packet'
  | answer' >= tooLarge = Left (NoAnswer "a packet's value has more than 36 digits")
  | otherwise = Right answer'
  where
    answer' = cata value packet'

mostDigits :: Int
mostDigits = 10000000

parse :: Text -> Either InvalidInput Packet
parse text
  | not (B.all isHexadecimal digits) = malformed
  | B.length digits > mostDigits = wrong 1 "expected at most 10000000 digits"
  | otherwise = case packet bits 0 of
    Found found end
      | not (onlyZeros digits bits end) -> malformed
      | not (B.null more) -> wrong 2 "expected a single line"
      | otherwise -> Right found
    Malformed -> malformed
  where
    (digits, more) = B.break (== '\n') text
    isHexadecimal c = isDigit c || (c >= 'A' && c <= 'F')
    bits = bitsOf digits
    malformed = wrong 1 "expected a packet in hexadecimal digits, and only zeros after it"
    wrong line' = Left . InvalidInput line'

-- | How many bits there are; and for each digit, the 64 bits from there on, as if zeros went on forever.
data Bits = Bits !Int !(U.Vector Word64)

bitsOf :: Text -> Bits
bitsOf digits = Bits (4 * count) (U.scanr' onto 0 values)
  where
    onto digit later = digit `shiftL` 60 .|. later `shiftR` 4
    count = B.length digits
    values = U.generate (count + headers) (\at -> if at < count then digitOf (B.unsafeIndex digits at) else 0)
    -- Enough to read a header that begins with the last bit.
    headers = 6
    digitOf byte = fromIntegral (if byte < 65 then byte - 48 else byte - 55)

-- | The bits from a place on, at least 61, the first of them in the highest place.
ahead :: Bits -> Int -> Word64
ahead (Bits _ words') place = U.unsafeIndex words' (place `shiftR` 2) `shiftL` (place .&. 3)

-- | So many bits of a word, behind as many others.
field :: Int -> Int -> Word64 -> Int
field others count word = fromIntegral ((word `shiftL` others) `shiftR` (64 - count))

onlyZeros :: Text -> Bits -> Int -> Bool
onlyZeros digits bits place = ahead bits place == 0 && B.all (== '0') (B.drop (place `shiftR` 2 + 1) digits)

-- | What is there from some place on, and where it ends.
data Found a = Found a !Int | Malformed
  deriving stock (Functor)

-- | The packet that begins at a place.
packet :: Bits -> Int -> Found Packet
packet bits@(Bits end _) place
  | place >= end = Malformed
  | kind == 4 = Packet . Literal version <$> literal bits (place + 6)
  | field 6 1 header == 1 = operator (counted (field 7 11 header) (place + 18))
  | otherwise = operator (within (place + 22 + field 7 15 header) (place + 22))
  where
    header = ahead bits place
    version = field 0 3 header
    kind = field 3 3 header

    operator inner = case inner of
      Found [] _ -> Malformed
      Found packets _ | kind > 4 && length packets /= 2 -> Malformed
      _ -> Packet . Operator version kind <$> inner

    counted :: Int -> Int -> Found [Packet]
    counted 0 at = Found [] at
    counted count at = packet bits at `before` counted (count - 1)

    within limit at
      | at < limit = packet bits at `before` within limit
      | at == limit = Found [] at
      | otherwise = Malformed

before :: Found a -> (Int -> Found [a]) -> Found [a]
before first others = case first of
  Malformed -> Malformed
  Found a at -> (a :) <$> others at

-- | The number that begins at a place: in a machine word, as long as it fits in one.
literal :: Bits -> Int -> Found Integer
literal bits@(Bits end _) = small (0 :: Int) 0
  where
    small !groups !number place
      | groups == 14 = large (toInteger number) place
      | otherwise = continued (toInteger more) (small (groups + 1) more) place
      where
        more = 16 * number + digit place
    large !number place = continued more (large more) place
      where
        more = min tooLarge (16 * number + toInteger (digit place))
    digit place = field 1 4 (ahead bits place)
    continued number further place
      | place + 5 > end = Malformed
      | field 0 1 (ahead bits place) == 1 = further (place + 5)
      | otherwise = Found number (place + 5)
