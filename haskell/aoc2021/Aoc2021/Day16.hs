-- | Packet Decoder: a packet is the fixed point of a functor, and both parts are algebras.
--
-- 'PacketF' is one layer: a literal, or an operator with whatever is in the places of its
-- sub-packets. Packets in those places, and packets in theirs, all the way down, are the functor's
-- least fixed point, 'Packet'. Numbers in those places make a layer that an algebra can work out:
--
-- > versions :: PacketF Int     -> Int
-- > value    :: n -> PacketF n -> n
--
-- An algebra knows nothing of depth. There is only one way to make a function of all packets from
-- it, the catamorphism 'cata', and that is the only recursion here but the parser's. Writing a
-- packet as bits is an algebra too, and the laws use it: to parse what was written gives the packet
-- back.
--
-- Where an algebra is known, the layer that it is given is never made: 'fmap' fills the places, and
-- the algebra folds them up at once.
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
import Control.Monad.ST (runST)
import Data.Bits (unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Exts (oneShot)
import Threefold.Contract
import Threefold.Places

-- | A layer: a version, and a number or an operation on what there is for each sub-packet. A
-- comparison is of two, and true if they compare like that.
data PacketF a
  = Literal !Int !Integer
  | Operator !Int !Operation [a]
  | Comparison !Int !Ordering a a
  deriving stock (Eq, Show)

instance Functor PacketF where
  fmap f = \case
    Literal version number -> Literal version number
    Operator version operation inner -> Operator version operation (map f inner)
    Comparison version order first second -> Comparison version order (f first) (f second)
  {-# INLINE fmap #-}

data Operation = Sum | Product | Least | Greatest
  deriving stock (Eq, Show)

-- | Layers all the way down.
newtype Packet = Packet (PacketF Packet)
  deriving stock (Eq, Show)

-- | What an algebra makes of a packet: that of its layer, once it is made of the sub-packets.
cata :: (PacketF a -> a) -> Packet -> a
cata algebra = go
  where
    go (Packet layer) = algebra (fmap go layer)
{-# INLINE cata #-}

-- | To leave nothing unknown is an algebra too.
instance NFData Packet where
  rnf = cata known
    where
      known = \case
        Literal _ _ -> ()
        Operator _ _ inner -> foldr seq () inner
        Comparison _ _ first second -> first `seq` second

-- | The sum of the versions.
versions :: PacketF Int -> Int
versions = \case
  Literal version _ -> version
  Operator version _ inner -> List.foldl' (+) version inner
  Comparison version _ first second -> version + first + second
{-# INLINE versions #-}

-- | What the operation makes of the values, as far as they are below the given number, which stands
-- for all that aren't. A packet around one of these is one of them too.
value :: (Integral n) => n -> PacketF n -> n
value most = \case
  Literal _ number -> fromInteger (min (toInteger most) number)
  Operator _ operation inner -> foldr (further operation) id inner (neutral operation)
  Comparison _ order first second
    | first >= most || second >= most -> most
    | compare first second == order -> 1
    | otherwise -> 0
  where
    neutral = \case
      Sum -> 0
      Product -> 1
      Least -> most
      Greatest -> 0
    -- One shot: a total is awaited once, so that this becomes a loop.
    further operation number others = oneShot $ \total ->
      if number >= most
        then most
        else
          others $! case operation of
            Sum -> min most (total + number)
            Product -> if number > 0 && total > most `quot` number then most else total * number
            Least -> min total number
            Greatest -> max total number
{-# INLINE value #-}

-- | The least number of more than 36 digits, which stands for all of them.
tooLarge :: Integer
tooLarge = 10 ^ (36 :: Int)

part1 :: Packet -> Int
part1 = cata versions

part2 :: Packet -> Either NoAnswer Integer
part2 transmission
  | small < word = Right (toInteger small)
  | large < tooLarge = Right large
  | otherwise = Left (NoAnswer "a packet's value has more than 36 digits")
  where
    small = cata (value word) transmission
    large = cata (value tooLarge) transmission
    word = 1_000_000_000_000_000_000 :: Int

mostDigits :: Int
mostDigits = 10000000

parse :: Text -> Either InvalidInput Packet
parse text = case bitsOf digits of
  Just bits
    | B.length digits > mostDigits -> wrong 1 "expected at most 10000000 digits"
    | Found found end <- packet bits 0,
      end >= 0 && onlyZeros digits bits end ->
      if B.null more then Right found else wrong 2 "expected a single line"
  _ -> wrong 1 "expected a packet in hexadecimal digits, and only zeros after it"
  where
    (digits, more) = B.break (== '\n') text
    wrong line' = Left . InvalidInput line'

-- | How many bits there are; and for each digit, the 64 bits from there on, as if zeros went on
-- forever.
data Bits = Bits !Int !(U.Vector Word64)

-- | A scan from behind, if all are hexadecimal digits.
bitsOf :: Text -> Maybe Bits
bitsOf digits = runST $ do
  words' <- M.unsafeNew (count + headers)
  let onto at later
        | at < 0 = Just . Bits (4 * count) <$> U.unsafeFreeze words'
        | not (isDigit byte) = pure Nothing
        | otherwise = M.unsafeWrite words' at word *> onto (at - 1) word
        where
          byte = fromIntegral (byteAt digits at) - 48
          digit = byte - 7 * byte `unsafeShiftR` 4
          word = digit `unsafeShiftL` 60 .|. later `unsafeShiftR` 4
  M.set (M.unsafeDrop count words') 0
  onto (count - 1) 0
  where
    count = B.length digits
    -- Enough to read a header that begins with the last bit.
    headers = 6
    -- A set of bytes, from 48 on.
    isDigit :: Word64 -> Bool
    isDigit byte = byte < 64 && odd (0x7e03ff `unsafeShiftR` fromIntegral byte :: Word64)

-- | The bits from a place on, at least 61, the first of them in the highest place.
ahead :: Bits -> Int -> Word64
ahead (Bits _ words') place =
  U.unsafeIndex words' (place `unsafeShiftR` 2) `unsafeShiftL` (place .&. 3)

-- | So many bits of a word, behind as many others.
field :: Int -> Int -> Word64 -> Int
field others count word = fromIntegral ((word `unsafeShiftL` others) `unsafeShiftR` (64 - count))

onlyZeros :: Text -> Bits -> Int -> Bool
onlyZeros digits bits place =
  ahead bits place == 0 && B.all (== '0') (B.drop (place `unsafeShiftR` 2 + 1) digits)

-- | What is there from some place on, and where it ends; a negative place where there is nothing.
data Found a = Found a !Int

malformed :: Found a
malformed = Found (error "nothing is there") (-1)

-- | What is there, and what is after it.
andThen :: Found a -> (a -> Int -> Found b) -> Found b
andThen (Found first end) next = if end < 0 then malformed else first `seq` next first end
{-# INLINE andThen #-}

-- | The packet that begins at a place.
packet :: Bits -> Int -> Found Packet
packet bits@(Bits end _) = go
  where
    go place
      | place >= end = malformed
      | kind == 4 = literal bits (place + 6) `andThen` (Found . Packet . Literal version)
      | field 6 1 header == 1 = counted (field 7 11 header) (place + 18) `andThen` operator
      | otherwise = within (place + 22 + field 7 15 header) (place + 22) `andThen` operator
      where
        header = ahead bits place
        version = field 0 3 header
        kind = field 3 3 header
        operator inner after = case (kind, inner) of
          (_, []) -> malformed
          (0, _) -> operation Sum
          (1, _) -> operation Product
          (2, _) -> operation Least
          (3, _) -> operation Greatest
          (5, [first, second]) -> comparison GT first second
          (6, [first, second]) -> comparison LT first second
          (_, [first, second]) -> comparison EQ first second
          _ -> malformed
          where
            operation what = Found (Packet (Operator version what inner)) after
            comparison order first = (`Found` after) . Packet . Comparison version order first

    counted :: Int -> Int -> Found [Packet]
    counted count place
      | count == 0 = Found [] place
      | otherwise = go place `before` counted (count - 1)

    within limit place
      | place < limit = go place `before` within limit
      | place == limit = Found [] place
      | otherwise = malformed

    before first others = first `andThen` \one -> (`andThen` (Found . (one :))) . others

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
      | place + 5 > end = malformed
      | field 0 1 (ahead bits place) == 1 = further (place + 5)
      | otherwise = Found number (place + 5)
