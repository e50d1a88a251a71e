-- | Knights of the Dinner Table: seatings are a power of a matrix over an algebra in which no one sits twice.
--
-- Each guest is a [generator whose square is zero](https://en.wikipedia.org/wiki/Zeon_algebra_(mathematics) "zeon algebra"), with
-- happiness as coefficients, which are added along a row of guests and of which the sum is the greatest. Rows of n guests are the n-th power of the
-- matrix of neighbours: a row with someone twice vanishes. A power is the product of two halves. All its products are of n
-- generators (the algebra is [graded](https://en.wikipedia.org/wiki/Graded_ring)), so an element has only the coefficients of these.
module Aoc2015.Day13 (parse, part1, part2, Zeon, none, plus, weigh, guest, top, unit, Basis, basis) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (bit, clearBit, popCount, testBit)
import qualified Data.IntSet as IntSet
import Data.List (elemIndex, foldl')
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | How many guests, and what two of them feel next to each other, added up, row by row.
data Guests = Guests !Int !(U.Vector Int)
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | The coefficients of all products of so many generators, in the order of a basis; 'none', or near it, where there is none.
type Zeon = U.Vector Int

none :: Int
none = -1000000000000

parse :: Text -> Either InvalidInput Guests
parse text = whole (onward wrong ([], IntSet.empty) line') text >>= complete
  where
    line' seen = valid (new seen <$> name <*> change <* tag " happiness units by sitting next to " <*> name <* tag ".")
    name = valid (capital <$> word (\c -> 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'))
    capital letters = if byteAt letters 0 < 97 then Just letters else Nothing
    change = (tag " would gain " *> natural 99999) <|> (negate <$> (tag " would lose " *> natural 99999))
    new (names, pairs) from units to
      | a == b || IntSet.member pair pairs || max a b >= most = Nothing
      | otherwise = Just ((a, b, units), (all', IntSet.insert pair pairs))
      where
        (names', a) = numbered names from
        (all', b) = numbered names' to
        pair = most * a + b
    numbered known one = case elemIndex one known of
      Just a -> (known, a)
      Nothing -> (known <> [one], length known)
    complete likes
      | count < 3 || length likes < count * (count - 1) = Left (InvalidInput (length likes) missing)
      | otherwise = Right (Guests count (U.accum (+) (U.replicate (count * count) 0) (concat [[(count * a + b, u), (count * b + a, u)] | (a, b, u) <- likes])))
      where
        count = 1 + maximum [max a b | (a, b, _) <- likes]
    most = 14
    wrong = "expected what one of at most 14 guests would gain or lose, to 99999, next to another, each pair once, as Ann would gain 4 happiness units by sitting next to Ben."
    missing = "expected three guests or more, and what each of them would gain or lose next to each other one"

-- | The last guest closes the circle.
part1 :: Guests -> Int
part1 (Guests count together) = best (count - 1) (\a b -> together U.! (count * a + b)) (\a -> together U.! (count * a + count - 1))

-- | I do, and nobody minds.
part2 :: Guests -> Int
part2 (Guests count together) = best count (\a b -> together U.! (count * a + b)) (const 0)

-- | The best circle of so many guests and of one who closes it.
best :: Int -> (Int -> Int -> Int) -> (Int -> Int) -> Int
best count together closing = maximum [paired x y + together a b | (b, y) <- fmap U.reverse <$> other, (a, x) <- half]
  where
    (half, other) = (powers !! (count `quot` 2 - 1), powers !! ((count + 1) `quot` 2 - 1))
    powers = map (zip [0 ..]) (scanl step [guest sets 1 a (weigh (closing a) unit) | a <- guests] [2 ..])
    step row size = [guest sets size b (sum' b row) | b <- guests]
    sum' b row = foldl' (\so_far (a, x) -> so_far `plus` weigh (together a b) x) (weigh none (head row)) (zip [0 ..] row)
    guests = [0 .. count - 1]
    sets = basis count

-- | The sets of generators by size, and the place of each among those of its size. With one more generator, those with it come last.
data Basis = Basis !(V.Vector (U.Vector Int)) !(U.Vector Int)

basis :: Int -> Basis
basis count = foldl' more (Basis (V.singleton (U.singleton 0)) (U.singleton 0)) [0 .. count - 1]
  where
    more (Basis sized place) a = Basis (V.zipWith (\without with -> without <> U.map (+ bit a) with) without' (V.cons U.empty sized)) (place <> U.imap after place)
      where
        without' = V.snoc sized U.empty
        after set at = at + U.length (without' V.! (popCount set + 1))

-- | The one of the algebra, whose only product is of no generators.
unit :: Zeon
unit = U.singleton 0

plus :: Zeon -> Zeon -> Zeon
plus = U.zipWith max
{-# INLINE plus #-}

weigh :: Int -> Zeon -> Zeon
weigh units = U.map (+ units)
{-# INLINE weigh #-}

-- | A generator times an element, which is then of products of so many.
guest :: Basis -> Int -> Int -> Zeon -> Zeon
guest (Basis sized place) size a x = U.map (\set -> if testBit set a then x U.! (place U.! clearBit set a) else none) (sized V.! size)

-- | The coefficient of all generators in a product. The complements of sets in order are in the opposite order.
top :: Zeon -> Zeon -> Int
top x y = paired x (U.reverse y)

-- | The same with the second from its last coefficient on.
paired :: Zeon -> Zeon -> Int
paired x y = U.maximum (U.zipWith (+) x y)
