-- | Seven Segment Search: digits and wires are defined by one another, and laziness finds the
-- order.
--
-- What is 0? All of 8 but the wire d. What is d? What 3 and 4 share besides 1. What is 3? What all
-- patterns of five letters share, and 1. Written down like that, digit by digit and wire by wire,
-- these are seventeen definitions that form one knot: each says what something is, given the
-- others, and none says when. Whoever asks for 0 has d worked out, and 3, and 1, and so on down to
-- what is known by its size. As all is asked for in the end, the compiler can tie the knot itself:
-- the definitions become a row of bit operations, in an order that it has found, without a thunk.
--
-- A knot of patterns that no wiring makes can be tied as well. But if each wire is one letter, no
-- two the same, then the digits are those of this wiring, whatever they were defined from. So it
-- remains to see that they are the ten patterns.
module Aoc2021.Day08
  ( parse,
    part1,
    part2,

    -- * The knot
    Pattern,
    Patterns,
    patterns,
    Digits (..),
    inOrder,
    Wires (..),
    digits,
    knot,
    areWires,
  )
where

import Control.Monad (foldM, zipWithM_)
import Control.Monad.ST (runST)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Places (byteAt)

-- | A set of letters: bits 0 to 6 are a to g.
type Pattern = Word

(\\) :: Pattern -> Pattern -> Pattern
p \\ q = p .&. complement q

infixl 8 \\

-- | A set of patterns, as bits of two words: those without g, and those with it.
data Patterns = Patterns !Word !Word
  deriving stock (Eq, Show)

patterns :: [Pattern] -> Patterns
patterns = List.foldl' with (Patterns 0 0)
{-# INLINE patterns #-}

-- | One more. (To ask whether it has a g would be to guess.)
with :: Patterns -> Pattern -> Patterns
with (Patterns low high) p = Patterns (low .|. to (1 - g)) (high .|. to g)
  where
    g = p `unsafeShiftR` 6
    to = (`unsafeShiftL` fromIntegral (p .&. 63))
{-# INLINE with #-}

has :: Patterns -> Pattern -> Bool
has some p = some `with` p == some
{-# INLINE has #-}

-- | What the patterns of each size share; all letters where none is of that size.
shared :: Patterns -> Int -> Pattern
shared (Patterns low high) = \size -> 127 \\ (lacked `unsafeShiftR` (8 * size))
  where
    lacked = add 64 high (add 0 low 0) -- what some of them lack, eight bits for each size
    add !g !rest !before
      | rest == 0 = before
      | otherwise = add g (rest .&. (rest - 1)) (before .|. lacks)
      where
        p = g + fromIntegral (countTrailingZeros rest)
        lacks = (127 - p) `unsafeShiftL` (8 * popCount p)
{-# INLINE shared #-}

-- | The patterns of the digits from 0 to 9.
data Digits
  = Digits !Pattern !Pattern !Pattern !Pattern !Pattern !Pattern !Pattern !Pattern !Pattern !Pattern
  deriving stock (Eq, Show)

inOrder :: Digits -> [Pattern]
inOrder (Digits p0 p1 p2 p3 p4 p5 p6 p7 p8 p9) = [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9]
{-# INLINE inOrder #-}

-- | The letters of the wires from a to g.
data Wires = Wires !Pattern !Pattern !Pattern !Pattern !Pattern !Pattern !Pattern

-- | The digits, if these are the patterns seen.
digits :: Patterns -> Maybe Digits
digits seen
  | areWires wires && patterns (inOrder defined) == seen = Just defined
  | otherwise = Nothing
  where
    (defined, wires) = knot (shared seen)
{-# INLINE digits #-}

-- | Is each of the seven one letter, and no two the same?
areWires :: Wires -> Bool
areWires (Wires a b c d e f g) =
  all single [a, b, c, d, e, f, g] && a .|. b .|. c .|. d .|. e .|. f .|. g == 127
  where
    single wire = wire /= 0 && wire .&. (wire - 1) == 0
{-# INLINE areWires #-}

-- | The digits and the wires, by what patterns of each size share.
knot :: (Int -> Pattern) -> (Digits, Wires)
knot common =
  (Digits zero one two three four five six seven eight nine, Wires a b c d e f g)
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

-- | Of each display, the patterns seen, as two words, and the four shown, in one.
type Notes = U.Vector (Word, Word, Word)

parse :: Text -> Either InvalidInput Notes
parse text = runST $ do
  notes <- M.unsafeNew (B.length text `quot` shortest + 1)
  let line !number !start
        | start > B.length text = Right <$> U.unsafeFreeze (M.unsafeTake (number - 1) notes)
        | otherwise = display text start wrong $ \(Patterns low high) shown end -> do
          M.unsafeWrite notes (number - 1) (low, high, shown)
          line (number + 1) (end + 1)
        where
          wrong = pure (Left (InvalidInput number expected))
  line 1 0
  where
    shortest = 33 -- of all lines: ten patterns have 13 letters at least, the four shown have 4
    expected = "expected ten different patterns of letters a to g, a bar, and four of the ten"

-- | What the line at a place says is seen and shown, and where it ends.
display :: Text -> Int -> result -> (Patterns -> Word -> Int -> result) -> result
display text start wrong found = seen (1 :: Int) (patterns []) start
  where
    seen !n !before !from = word from $ \p end ->
      if
          | p == 0 || before `has` p || byteAt text end /= space -> wrong
          | n < 10 -> seen (n + 1) (before `with` p) (end + 1)
          | byteAt text (end + 1) /= bar || byteAt text (end + 2) /= space -> wrong
          | otherwise -> shown (1 :: Int) (before `with` p) 0 (end + 3)
    shown !n !known !before !from = word from $ \p end ->
      let now = before `unsafeShiftL` 7 .|. p
          after = if n < 4 then space else newline
       in if
              | not (known `has` p) || byteAt text end /= after -> wrong
              | n < 4 -> shown (n + 1) known now (end + 1)
              | otherwise -> found known now end
    -- The letters from a place on, each for the first time, and the place behind them.
    word from next = letters 0 from
      where
        letters !p !at
          | letter <= 6 && p .&. bit' == 0 = letters (p .|. bit') (at + 1)
          | otherwise = next p at
          where
            letter = fromIntegral (byteAt text at) - 97 :: Word
            bit' = 1 `unsafeShiftL` fromIntegral letter
    {-# INLINE word #-}
    newline = 10
    space = 32
    bar = 124
{-# INLINE display #-}

-- | The four patterns in a word.
each :: Word -> [Pattern]
each shown = [at 21, at 14, at 7, at 0]
  where
    at place = shown `unsafeShiftR` place .&. 127
{-# INLINE each #-}

part1 :: Notes -> Int
part1 = U.foldl' (\n (_, _, shown) -> n + sum (map easy (each shown))) 0
  where
    easy p = 0x9c `unsafeShiftR` popCount p .&. 1 -- bits 2, 3, 4 and 7

part2 :: Notes -> Either NoAnswer Int
part2 notes = runST $ do
  numbers <- M.new 128 -- of the patterns of one display after another
  let add !total !at
        | at == U.length notes = pure (Right total)
        | Just known <- digits (Patterns low high) = do
          zipWithM_ (M.unsafeWrite numbers . fromIntegral) (inOrder known) [0 :: Int ..]
          let next number p = (10 * number +) <$> M.unsafeRead numbers (fromIntegral p)
          value <- foldM next 0 (each shown)
          add (total + value) (at + 1)
        | otherwise = pure (Left (NoAnswer none))
        where
          (low, high, shown) = U.unsafeIndex notes at
  add 0 0
  where
    none = "no wiring makes the ten digits of a display's ten patterns"
