-- | Binary Diagnostic: a carry-save monoid counts all places at once, and a rating is a fold
-- of a lazy trie.
--
-- Part 1 asks what can be added up. A 'Counter' holds 64 binary numbers on edge: its first
-- word has their lowest digits, the next one their second digits, and so on. Adding two
-- counters is addition on paper, with words as carries; that is a commutative monoid, and
-- counting a report is a 'foldMap'. The counts are compared with half the report in the same
-- way, all at once: 'Sides' is the monoid 'Ordering', 64 times over.
--
-- Part 2 asks for what the sifting goes through: the trie of all numbers, with the size of
-- either side at every fork. It is written down whole, and both ratings are the same fold of
-- it; as it is lazy, only the paths that they take are ever built.
module Aoc2021.Day03
  ( parse,
    part1,
    part2,
    Report (..),
    Counter,
    single,
    count,
    counts,
    Sides (..),
    against,
    Trie,
    trie,
    fold,
    larger,
    smaller,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits
  ( complement,
    finiteBitSize,
    popCount,
    shiftR,
    testBit,
    unsafeShiftL,
    unsafeShiftR,
    xor,
    (.&.),
    (.|.),
  )
import qualified Data.ByteString.Char8 as B
import Data.Maybe (fromMaybe)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, wordAt)

data Report = Report {width :: !Int, numbers :: !(U.Vector Word64)}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | How many numbers have a one, for each of 64 places: a word of lowest digits, then the
-- higher ones, as far as any is not 0. Strict, as a million additions should not wait.
data Counter = None | Digits !Word64 !Counter
  deriving stock (Eq, Show)

instance Semigroup Counter where
  (<>) = plus 0
    where
      plus !carry (Digits x xs) (Digits y ys) =
        let (digit, carry') = adder x y carry in Digits digit (plus carry' xs ys)
      plus carry None ys = increase carry ys
      plus carry xs None = increase carry xs
      increase 0 xs = xs
      increase carry None = Digits carry None
      increase carry (Digits x xs) = Digits (x `xor` carry) (increase (x .&. carry) xs)

instance Monoid Counter where
  mempty = None

-- | Each place counts its own bit.
single :: Word64 -> Counter
single word = digits word None

digits :: Word64 -> Counter -> Counter
digits 0 None = None
digits word higher = Digits word higher

-- | The counts, lowest place first.
counts :: Counter -> [Integer]
counts None = replicate 64 0
counts (Digits word higher) =
  [(if testBit word place then 1 else 0) + 2 * above | (place, above) <- zip [0 ..] (counts higher)]

-- | The 'foldMap', seven numbers at a time, and halves first, so that most additions are of short
-- counters.
count :: U.Vector Word64 -> Counter
count list = sevens 0 whole <> foldMap single (U.toList (U.drop (7 * whole) list))
  where
    whole = U.length list `quot` 7
    sevens from to = case to - from of
      0 -> mempty
      1 -> seven (U.unsafeIndex (U.unsafeDrop (7 * from) list))
      n -> let half = from + n `unsafeShiftR` 1 in sevens from half <> sevens half to

-- | What seven numbers add up to, by adders of three words that give two.
seven :: (Int -> Word64) -> Counter
seven at = digits ones (digits twos (digits fours None))
  where
    (low, carry) = adder (at 0) (at 1) (at 2)
    (low', carry') = adder (at 3) (at 4) (at 5)
    (ones, carry'') = adder low low' (at 6)
    (twos, fours) = adder carry carry' carry''
{-# INLINE seven #-}

adder :: Word64 -> Word64 -> Word64 -> (Word64, Word64)
adder x y z = (half `xor` z, x .&. y .|. half .&. z)
  where
    half = x `xor` y
{-# INLINE adder #-}

-- | How a number of each place compares with another: a bit in one of the words says which
-- side wins, in neither that they are equal so far.
data Sides = Sides {greater, less :: !Word64}
  deriving stock (Eq, Show)

instance Semigroup Sides where
  Sides g l <> Sides g' l' = Sides (g .|. open .&. g') (l .|. open .&. l')
    where
      open = complement (g .|. l)

instance Monoid Sides where
  mempty = Sides 0 0

-- | Every place's count against one number, the highest digits first.
against :: Counter -> Int -> Sides
against None 0 = mempty
against None n = against (Digits 0 None) n
against (Digits word higher) n = (higher `against` shiftR n 1) <> digit
  where
    digit = if testBit n 0 then Sides 0 (complement word) else Sides word 0

part1 :: Report -> Either NoAnswer Integer
part1 Report {width, numbers}
  | popCount (gamma .|. epsilon) < width = Left (NoAnswer "a place has as many ones as zeros")
  | otherwise = Right (toInteger gamma * toInteger epsilon)
  where
    ones = count numbers
    Sides more fewer = (ones <> ones) `against` U.length numbers
    places = complement 0 `shiftR` (finiteBitSize (0 :: Word64) - width)
    gamma = more .&. places
    epsilon = fewer .&. places

-- | Numbers by their bits, from some place down. Where all agree there is no fork.
data Trie
  = Leaf !Word64
  | -- | The numbers with a zero and how many they are, then those with a one.
    Fork !Int Trie !Int Trie

-- | The trie of some numbers, at least one, that agree in all but so many lowest places.
trie :: Int -> U.Vector Word64 -> Trie
trie places list
  | places == 0 || U.length list == 1 = Leaf (U.head list)
  | U.null ones || U.null zeros = trie place list
  | otherwise = Fork (U.length zeros) (trie place zeros) (U.length ones) (trie place ones)
  where
    place = places - 1
    (ones, zeros) = U.unstablePartition (`testBit` place) list

fold :: (Word64 -> r) -> ((Int, r) -> (Int, r) -> r) -> Trie -> r
fold leaf fork = go
  where
    go (Leaf value) = leaf value
    go (Fork m zeros n ones) = fork (m, go zeros) (n, go ones)

-- | What is on the larger side, the ones' if they are even.
larger :: (Int, r) -> (Int, r) -> r
larger (m, zeros) (n, ones) = if n >= m then ones else zeros

-- | What is on the smaller side, the zeros' if they are even.
smaller :: (Int, r) -> (Int, r) -> r
smaller (m, zeros) (n, ones) = if m <= n then zeros else ones

part2 :: Report -> Integer
part2 Report {width, numbers} = rating larger * rating smaller
  where
    rating choose = fold toInteger choose everything
    everything = trie width numbers

widest :: Int
widest = 64

parse :: Text -> Either InvalidInput Report
parse text
  | width < 1 || width > widest = wrong 1
  | U.length numbers == rows = Right (Report width numbers)
  | otherwise = wrong (U.length numbers + 1)
  where
    width = fromMaybe (B.length text) (B.elemIndex '\n' text)
    rows = (B.length text + 1 + width) `quot` (width + 1)
    -- As far as they are right.
    numbers = U.unfoldrN rows row 0
    row from
      | to <= B.length text && byteAt text to == 10 = (,to + 1) <$> number text from to
      | otherwise = Nothing
      where
        to = from + width
    wrong line = Left (InvalidInput line "expected 1 to 64 binary digits, as many on every line")

-- | The number that the digits between two places spell.
number :: Text -> Int -> Int -> Maybe Word64
number text from to = go from 0 0
  where
    go !at !value !wrong
      | at + 8 <= to =
        let eight = wordAt text at `xor` 0x3030303030303030
         in go (at + 8) (value `unsafeShiftL` 8 .|. gathered eight) (wrong .|. eight)
      | at < to =
        let digit = fromIntegral (byteAt text at) `xor` 48
         in go (at + 1) (value `unsafeShiftL` 1 .|. digit .&. 1) (wrong .|. digit)
      | wrong .&. complement 0x0101010101010101 == 0 = Just value
      | otherwise = Nothing
    -- The eight lowest bits of bytes, moved to the highest byte.
    gathered eight = (eight * 0x8040201008040201) `unsafeShiftR` 56
{-# INLINE number #-}
