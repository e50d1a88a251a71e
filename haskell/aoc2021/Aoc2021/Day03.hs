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
import Data.Bits (bit, clearBit, complement, popCount, shiftR, testBit, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (folding, linesOf, valid)

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

-- | The 'foldMap', from the left.
count :: U.Vector Word64 -> Counter
count = U.foldl' (\counter word -> single word <> counter) mempty

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
    places = bit width - 1
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
widest = 32

-- | A one before the digits tells how many they are.
parse :: Text -> Either InvalidInput Report
parse text = Report width <$> linesOf wrong (valid (alone <$> folding digit 1)) text
  where
    width = B.length (B.takeWhile (/= '\n') text)
    wrong = "expected 1 to " <> show widest <> " binary digits, as many on every line"
    alone number
      | width `elem` [1 .. widest] && number `shiftR` width == 1 = Just (clearBit number width)
      | otherwise = Nothing
    digit number byte
      | number < bit widest && (byte == '0' || byte == '1') = Just (2 * number + if byte == '1' then 1 else 0)
      | otherwise = Nothing
