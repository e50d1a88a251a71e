-- | Timing is Everything: residue classes are a semilattice.
--
-- A disc tells the time's class modulo its positions. What two classes tell together is their meet, a class again or no
-- time at all, and nothing is known of a time modulo 1. So all that is known is a 'foldMap', which answers with its
-- least member. A meet is found by Bézout's identity.
module Aoc2016.Day15 (parse, part1, part2, Times (..)) where

import Control.DeepSeq (NFData)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | The positions of a disc, and the one at which it is when a ball dropped at time 0 comes.
data Disc = Disc !Int !Int
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput [Disc]
parse = whole (onward wrong (1, 1) disc)
  where
    wrong = "expected Disc #1 has 5 positions; at time=0, it is at position 4. and a product below 2^58"
    disc (number, several) = do
      _ <- valid (only (== number) <$ tag "Disc #" <*> natural 99)
      positions <- tag " has " *> natural 9999
      start <- valid (only (< positions) <$ tag " positions; at time=0, it is at position " <*> natural 9999)
      product' <- valid (only (< 2 ^ (58 :: Int)) (several * toInteger positions) <$ tag ".")
      pure (Disc positions (start + number), (number + 1, product'))
    only may value = if may value then Just value else Nothing

part1 :: [Disc] -> Either NoAnswer Int
part1 discs = case foldMap passing discs of
  Times first _ -> Right first
  Never -> Left (NoAnswer "the discs never let a ball through together")

part2 :: [Disc] -> Either NoAnswer Int
part2 discs = part1 (discs <> [Disc 11 (length discs + 1)])

-- | When is a disc's slot where it has to be?
passing :: Disc -> Times
passing (Disc positions offset) = Times (negate offset `mod` positions) positions

-- | The first from 0 on, and how far apart they are, from 1 on, which is more than the first; or none.
data Times = Times !Int !Int | Never
  deriving stock (Eq, Show)

-- | The times in both. They are at most as far apart as a product that is below 2^62, so the square of the lesser one is, too.
instance Semigroup Times where
  one@(Times first apart) <> other@(Times first' apart')
    | apart < apart' = other <> one
    | (steps, 0) <- (first' - first) `quotRem` common = Times (first + steps `mod` own * inverse `mod` own * apart) (own * apart)
    where
      (common, inverse, _) = bezout apart apart'
      own = apart' `quot` common
  _ <> _ = Never

instance Monoid Times where
  mempty = Times 0 1

-- | The greatest common divisor, and the numbers of each that make it.
bezout :: Int -> Int -> (Int, Int, Int)
bezout a 0 = (a, 1, 0)
bezout a b = (common, y, x - a `quot` b * y)
  where
    (common, x, y) = bezout b (a `rem` b)
