-- | Syntax Scoring: a line is a product in the polycyclic monoid.
--
-- Brackets are its generators. One that opens, with one that closes next to it, is the neutral element
-- if they are of the same kind, and zero if not. So in a product that isn't zero all cancels but some
-- brackets that close, and behind them some that open. That is all there is to know about a piece of a
-- line, any piece, and the line is the product of its brackets.
--
-- In a product for an incomplete line no bracket closes, and those that open are in want of others. A
-- corrupted line is zero, or else has a bracket that closes nothing. But zero forgets, and here it matters
-- which bracket was the first wrong one. So this zero remembers: the kind of bracket that made it zero,
-- and the closing ones before, for what stands before the piece may show that one of them was
-- wrong already. What comes after it changes nothing. If all zeros are taken for one, this is the
-- polycyclic monoid.
module Aoc2021.Day10
  ( parse,
    part1,
    part2,

    -- * The monoid
    Kind,
    Kinds (..),
    Syntax (..),
    Bracket,
    opening,
    closing,
    by,
    syntax,
    wrong,
    missing,
  )
where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Unsafe as B (unsafeIndex)
import Data.Int (Int8)
import qualified Data.List as List
import Data.Maybe (fromMaybe, mapMaybe)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract

-- | 1 to 4 for round, square, curly and angle brackets.
type Kind = Int

-- | A list of kinds, none of which is a box of its own.
data Kinds = None | !Kind :> Kinds
  deriving stock (Eq, Show)

infixr 5 :>

instance Semigroup Kinds where
  (kind :> kinds) <> others = kind :> (kinds <> others)
  None <> others = others

-- | The brackets that close, the first one first; then those that open, the last one first, or
-- the kind that should not have closed.
data Syntax = Syntax Kinds (Either Kind Kinds)
  deriving stock (Eq, Show)

instance Semigroup Syntax where
  zero@(Syntax _ (Left _)) <> _ = zero
  Syntax before (Right open) <> Syntax closed end = cancel open closed
    where
      cancel (kind :> outer) (other :> others)
        | kind == other = cancel outer others
        | otherwise = Syntax before (Left other)
      cancel outer None = Syntax before (fmap (<> outer) end)
      cancel None others = Syntax (before <> others) end

instance Monoid Syntax where
  mempty = Syntax None (Right None)

opening, closing :: Kind -> Syntax
opening kind = Syntax None (Right (kind :> None))
closing kind = Syntax (kind :> None) (Right None)

-- | The product with one bracket more.
by :: Syntax -> Bracket -> Syntax
by zero@(Syntax _ (Left _)) _ = zero
by (Syntax before (Right open)) bracket
  | bracket > 0 = Syntax before (Right (fromIntegral bracket :> open))
  | otherwise = case open of
    None -> Syntax (before <> (kind :> None)) (Right None)
    last' :> others
      | last' == kind -> Syntax before (Right others)
      | otherwise -> Syntax before (Left kind)
  where
    kind = negate (fromIntegral bracket)
{-# INLINE by #-}

-- | The product of a piece, which is followed by a line's end, and what comes after that.
syntax :: Brackets -> (Syntax, Brackets)
syntax brackets = go 0 None None
  where
    go !at before !open
      | bracket == lineEnd = (Syntax before (Right open), U.unsafeDrop (at + 1) brackets)
      | otherwise = case Syntax before (Right open) `by` bracket of
        Syntax before' (Right open') -> go (at + 1) before' open'
        zero -> (zero, U.unsafeDrop (skip at + 1) brackets)
      where
        bracket = U.unsafeIndex brackets at
    skip at = if U.unsafeIndex brackets at == lineEnd then at else skip (at + 1)

-- | The first bracket that is wrong.
wrong :: Syntax -> Maybe Kind
wrong (Syntax (kind :> _) _) = Just kind
wrong (Syntax None end) = either Just (const Nothing) end

-- | The brackets that are missing at the end, in order.
missing :: Syntax -> Kinds
missing (Syntax None (Right open)) = open
missing _ = None

-- | 1 to 4 for the kinds that open, -1 to -4 for those that close.
type Bracket = Int8

lineEnd :: Int8
lineEnd = 0

type Brackets = U.Vector Bracket

-- | Each line is followed by its end.
newtype Lines = Lines Brackets
  deriving newtype (NFData)

syntaxes :: Lines -> [Syntax]
syntaxes (Lines brackets) = List.unfoldr line brackets
  where
    line rest = if U.null rest then Nothing else Just (syntax rest)

part1 :: Lines -> Int
part1 = sum . map points . mapMaybe wrong . syntaxes
  where
    points kind = [0, 3, 57, 1197, 25137] !! kind

part2 :: Lines -> Either NoAnswer Integer
part2 notes
  | even (length scores) = Left (NoAnswer "there is no middle one of an even number of incomplete lines")
  | otherwise = Right (List.sort scores !! (length scores `quot` 2))
  where
    scores = filter (> 0) (map (score 0 . missing) (syntaxes notes))
    score total None = total
    score total (kind :> kinds) = score (5 * total + toInteger kind) kinds

parse :: Text -> Either InvalidInput Lines
parse text = go 0 0 1
  where
    go !at !start !number
      | bracket == lineEnd && at > start =
        if at == B.length text then Right (Lines brackets) else go (at + 1) (at + 1) (number + 1)
      | bracket == lineEnd || bracket == stray || at - start == longest =
        Left (InvalidInput number ("expected 1 to " <> show longest <> " brackets"))
      | otherwise = go (at + 1) start number
      where
        bracket = U.unsafeIndex brackets at
    brackets = U.generate (B.length text + 1) $ \at ->
      if at == B.length text then lineEnd else U.unsafeIndex meanings (fromIntegral (B.unsafeIndex text at))

longest :: Int
longest = 1000

stray :: Bracket
stray = 5

-- | What each byte means.
meanings :: Brackets
meanings = U.generate 256 $ \byte ->
  fromMaybe stray (lookup (toEnum byte) (zip "\n([{<)]}>" [lineEnd, 1, 2, 3, 4, -1, -2, -3, -4]))
