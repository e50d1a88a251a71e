-- | Seven Segment Search: digits and wires are defined by one another, and
-- [lazy evaluation](https://wiki.haskell.org/Lazy_evaluation) finds the order.
--
-- What is 0? All of 8 but the wire d. What is d? What 3 and 4 share besides 1. What is 3? 1, and what all patterns
-- of five letters share. These are seventeen definitions that refer to each other, forward and backward, and none
-- says when: asked for 0, the program works out d, for that 3 and 4, and so on down to what is known by its size.
module Aoc2021.Day08
  ( parse,
    part1,
    part2,
    Pattern,
    Patterns,
    single,
    members,
    Knot (..),
    knot,
    areWires,
    decoded,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (replicateM)
import Data.Bits
import qualified Data.List as List
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Bits (ones)
import Threefold.Contract
import Threefold.Reading (Reader, char, folding, linesOf, tag, valid)

-- | A set of letters: bits 0 to 6 are a to g.
type Pattern = Int

-- | A set of patterns, a bit for each: those below 64, and the others.
data Patterns = Patterns !Word64 !Word64
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

instance Semigroup Patterns where
  Patterns a b <> Patterns c d = Patterns (a .|. c) (b .|. d)

instance Monoid Patterns where
  mempty = Patterns 0 0

single :: Pattern -> Patterns
single p = if p < 64 then Patterns (bit p) 0 else Patterns 0 (bit (p - 64))

members :: Patterns -> [Pattern]
members (Patterns low high) = ones low <> map (+ 64) (ones high)
{-# INLINE members #-}

size :: Patterns -> Int
size (Patterns low high) = popCount low + popCount high

-- | The patterns noted, and those shown.
data Display = Display !Patterns [Pattern]
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Display)
parse = linesOf wrong . valid $ display <$> note 10 mempty <* tag "|" <*> replicateM 4 (char (== ' ') *> letters)
  where
    wrong = "expected ten different patterns of letters a to g, a bar, and four of the ten"
    display noted shown
      | size noted == 10 && noted <> foldMap single shown == noted = Just (Display noted shown)
      | otherwise = Nothing

-- | So many words more, with a space after each.
note :: Int -> Patterns -> Reader Patterns
note 0 known = pure known
note more known = letters <* char (== ' ') >>= \p -> note (more - 1) (known <> single p)

-- | A word of different letters.
letters :: Reader Pattern
letters = valid (notEmpty <$> folding add 0)
  where
    add set letter
      | 'a' <= letter && letter <= 'g' && not (testBit set n) = Just (setBit set n)
      | otherwise = Nothing
      where
        n = fromEnum letter - 97
    notEmpty set = if set /= 0 then Just set else Nothing
{-# INLINE letters #-}

part1 :: V.Vector Display -> Int
part1 displays = length [() | Display _ shown <- V.toList displays, p <- shown, popCount p `elem` [2, 3, 4, 7]]

part2 :: V.Vector Display -> Either NoAnswer Int
part2 = maybe (Left (NoAnswer none)) (Right . sum) . traverse value . V.toList
  where
    none = "no wiring makes the ten digits of a display's ten patterns"

value :: Display -> Maybe Int
value (Display noted shown) = number <$> decoded noted
  where
    number digits = List.foldl' (\before p -> 10 * before + length (takeWhile (/= p) digits)) 0 shown

-- | The patterns of the digits from 0 to 9, if these ten are they.
decoded :: Patterns -> Maybe [Pattern]
decoded noted
  | areWires wires && foldMap single digits == noted = Just digits
  | otherwise = Nothing
  where
    Knot digits wires = knot (shared U.!)
    -- What the patterns of each size share; all letters where none is of that size.
    shared = U.accum (.&.) (U.replicate 8 127) (map (\p -> (popCount p, p)) (members noted))

-- | Is each of these one letter, and no two the same? Then the digits are those of this wiring, whatever patterns
-- they were defined from.
areWires :: [Pattern] -> Bool
areWires wires = all ((== 1) . popCount) wires && List.foldl' (.|.) 0 wires == 127

-- | The digits from 0 to 9, and the wires from a to g.
data Knot = Knot [Pattern] [Pattern]

-- | Given what the patterns of each size share.
knot :: (Int -> Pattern) -> Knot
knot common = Knot [zero, one, two, three, four, five, six, seven, eight, nine] [a, b, c, d, e, f, g]
  where
    zero = eight \\ d
    one = common 2
    two = eight \\ b \\ f
    three = one .|. common 5
    four = common 4
    five = eight \\ c \\ e
    six = eight \\ c
    seven = one .|. a
    eight = common 7
    nine = eight \\ e

    a = common 3 \\ four
    b = four \\ three
    c = one \\ common 6
    d = three .&. four \\ one
    e = eight \\ three \\ four
    f = one .&. common 6
    g = three \\ four \\ common 3
{-# INLINE knot #-}

(\\) :: Pattern -> Pattern -> Pattern
p \\ q = p .&. complement q

infixl 8 \\
