-- | Packet Decoder: a packet is the fixed point of a functor, and both parts are algebras.
--
-- 'PacketF' is one layer: a literal, or an operator with whatever is in the places of its sub-packets. Packets in those
-- places, all the way down, are the functor's least fixed point, 'Packet'. Numbers there make a layer that an algebra can
-- work out, and there is only one way to make a function of all packets from an algebra: the
-- <https://en.wikipedia.org/wiki/Catamorphism catamorphism> 'cata', the only recursion here but the parser's.
module Aoc2021.Day16
  ( parse,
    part1,
    part2,

    -- * Packets
    Packet (..),
    PacketF (..),
    Operation (..),
    cata,
    versions,
    value,
    tooLarge,
  )
where

import Control.DeepSeq (NFData (..))
import Control.Monad (ap, liftM, replicateM)
import Data.Bits (unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.ByteString.Internal (w2c)
import Data.Char (digitToInt, isHexDigit)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)

-- | A layer: a version, and a number or an operation on what there is for each sub-packet.
data PacketF a
  = Literal {version :: !Int, number :: !Int}
  | Operator {version :: !Int, operation :: !Operation, inner :: [a]}
  deriving stock (Eq, Show, Functor, Foldable, Generic)
  deriving anyclass (NFData)

-- | A comparison is of two, and true if they compare like that.
data Operation = Sum | Product | Least | Greatest | Compare !Ordering
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | Layers all the way down.
newtype Packet = Packet (PacketF Packet)
  deriving stock (Eq, Show)
  deriving newtype (NFData)

-- | What an algebra makes of a packet: that of its layer, once it is made of the sub-packets.
cata :: (PacketF a -> a) -> Packet -> a
cata algebra = go
  where
    go (Packet layer) = algebra (fmap go layer)
{-# INLINE cata #-}

-- | The sum of the versions.
versions :: PacketF Int -> Int
versions layer = List.foldl' (+) (version layer) layer

-- | What the operation makes of the values; 'tooLarge' stands for all that are not below it, and for a packet around one.
value :: PacketF Int -> Int
value = \case
  Literal {number} -> number
  Operator {operation, inner}
    | any (>= tooLarge) inner -> tooLarge
    | otherwise -> case operation of
      Sum -> List.foldl' (\total one -> min tooLarge (total + one)) 0 inner
      Product -> List.foldl' times 1 inner
      Least -> minimum inner
      Greatest -> maximum inner
      Compare order -> fromEnum (and (zipWith (\first second -> compare first second == order) inner (drop 1 inner)))
  where
    times total one
      | one > 0 && total > tooLarge `quot` one = tooLarge
      | otherwise = total * one

-- | The least number of more than 18 digits.
tooLarge :: Int
tooLarge = 10 ^ (18 :: Int)

part1 :: Packet -> Int
part1 = cata versions

part2 :: Packet -> Either NoAnswer Int
part2 transmission = if result < tooLarge then Right result else Left (NoAnswer "a packet's value has more than 18 digits")
  where
    result = cata value transmission

mostDigits, mostGroups, deepest :: Int
(mostDigits, mostGroups, deepest) = (100000, 14, 100)

parse :: Text -> Either InvalidInput Packet
parse text
  | not (B.null digits) && B.length digits <= mostDigits && B.all (\byte -> isHexDigit byte && byte <= 'F') digits,
    Found found end <- run (packet bits 0) 0,
    field end 61 bits == 0 && U.all (== 0) (U.drop (end `unsafeShiftR` 2 + 1) bits) =
    if B.null more then Right found else Left (InvalidInput 2 "expected no more lines")
  | otherwise = Left (InvalidInput 1 "expected a packet in hexadecimal digits, and only zeros after it")
  where
    (digits, more) = B.break (== '\n') text
    bits = bitsOf digits

-- | For each digit, the 64 bits from there on: a scan from the last one, after which there are zeros.
type Bits = U.Vector Word64

bitsOf :: Text -> Bits
bitsOf digits = U.scanr' (\digit later -> digit `unsafeShiftL` 60 .|. later `unsafeShiftR` 4) 0 values
  where
    values = U.generate (B.length digits) (fromIntegral . digitToInt . w2c . byteAt digits)

-- | So many bits, at most 61, from a place on; zeros beyond the end.
field :: Int -> Int -> Bits -> Int
field place count bits = case bits U.!? (place `unsafeShiftR` 2) of
  Nothing -> 0
  Just word -> fromIntegral (word `unsafeShiftL` (place .&. 3) `unsafeShiftR` (64 - count))

-- | What is there, and the place after it, if it is there.
data Found a = Nowhere | Found !a !Int

-- | What is at a place.
newtype Parser a = Parser {run :: Int -> Found a}

instance Functor Parser where
  fmap = liftM
  {-# INLINE fmap #-}

instance Applicative Parser where
  pure found = Parser (Found found)
  {-# INLINE pure #-}
  (<*>) = ap
  {-# INLINE (<*>) #-}

instance Monad Parser where
  parser >>= next = Parser $ \place -> case run parser place of
    Found found after -> run (next found) after
    Nowhere -> Nowhere
  {-# INLINE (>>=) #-}

refused :: Parser a
refused = Parser (const Nowhere)

-- | The packet that comes next, in so many others.
packet :: Bits -> Int -> Parser Packet
packet bits = go
  where
    go depth = do
      version <- next 3
      kind <- next 3
      if kind == 4
        then Packet . Literal version <$> literal mostGroups 0
        else let what = operations !! (if kind < 4 then kind else kind - 1) in Packet . Operator version what <$> operands depth what

    operands depth what
      | depth == deepest = refused
      | otherwise = do
        counted <- next 1
        inner <- if counted == 1 then next 11 >>= (`replicateM` go (depth + 1)) else next 15 >>= within (go (depth + 1))
        case what of
          Compare _ | length inner /= 2 -> refused
          _ | null inner -> refused
          _ -> pure inner

    literal groups number
      | groups == 0 = refused
      | otherwise = do
        group <- next 5
        let number' = 16 * number + group .&. 15
        if group < 16 then pure number' else literal (groups - 1) number'

    next count = Parser $ \place ->
      if place + count > 4 * (U.length bits - 1) then Nowhere else Found (field place count bits) (place + count)

-- | In the order of their types, from which a literal's, 4, is left out.
operations :: [Operation]
operations = [Sum, Product, Least, Greatest, Compare GT, Compare LT, Compare EQ]

-- | As many as make so many bits, all in all.
within :: Parser a -> Int -> Parser [a]
within parser size = Parser $ \place -> run (upTo (place + size)) place
  where
    upTo goal = Parser $ \place -> case compare place goal of
      LT -> run ((:) <$> parser <*> upTo goal) place
      EQ -> Found [] place
      GT -> Nowhere
