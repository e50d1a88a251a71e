{-# LANGUAGE PatternSynonyms #-}
{-# LANGUAGE ViewPatterns #-}

-- | Syntax Scoring: a line is a product in the polycyclic monoid.
--
-- Brackets are its generators. One that opens, with one that closes next to it, is the neutral
-- element if they are of the same kind, and zero if not. So in a product that isn't zero all
-- cancels but some brackets that close, and behind them some that open. That is all there is to
-- know about a piece of a line, any piece, and the line is the product of its brackets.
--
-- In a product for an incomplete line no bracket closes, and those that open are in want of
-- others. A corrupted line is zero, or else has a bracket that closes nothing. But zero
-- forgets, and here it matters which bracket was the first wrong one. So this zero remembers:
-- the kind of bracket that made it zero, and the closing ones before, for what stands before
-- the piece may show that one of them was wrong already. What comes after it changes nothing.
-- If all zeros are taken for one, this is the polycyclic monoid.
module Aoc2021.Day10
  ( parse,
    part1,
    part2,

    -- * The monoid
    Kind,
    Kinds (None, (:>)),
    list,
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

import Data.Bits (bit, unsafeShiftL, unsafeShiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Int (Int8)
import qualified Data.List as List
import Data.Maybe (fromMaybe, mapMaybe)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Places (byteAt, numbered)

-- | 1 to 4 for round, square, curly and angle brackets.
type Kind = Int

-- | A list of kinds, three bits each: the first ones in one word, the others in words of twenty.
data Kinds = Kinds !Int [Int]

infixr 5 :>

pattern None :: Kinds
pattern None <- (uncons -> Nothing) where None = Kinds 0 []

pattern (:>) :: Kind -> Kinds -> Kinds
pattern kind :> kinds <- (uncons -> Just (kind, kinds)) where (:>) = cons

{-# COMPLETE None, (:>) #-}

cons :: Kind -> Kinds -> Kinds
cons kind (Kinds word others)
  | word < bit 57 = Kinds (word `unsafeShiftL` 3 .|. kind) others
  | otherwise = Kinds kind (word : others)

uncons :: Kinds -> Maybe (Kind, Kinds)
uncons (Kinds 0 []) = Nothing
uncons (Kinds 0 (word : others)) = uncons (Kinds word others)
uncons (Kinds word others) = Just (word .&. 7, Kinds (word `unsafeShiftR` 3) others)

list :: Kinds -> [Kind]
list = List.unfoldr uncons

instance Eq Kinds where
  some == others = list some == list others

instance Show Kinds where
  show = show . list

instance Semigroup Kinds where
  some <> others = foldr (:>) others (list some)

-- | The brackets that close, the first one first; then those that open, the last one first, or
-- the kind that should not have closed.
data Syntax = Syntax [Kind] (Either Kind Kinds)
  deriving stock (Eq, Show)

instance Semigroup Syntax where
  zero@(Syntax _ (Left _)) <> _ = zero
  Syntax before (Right open) <> Syntax closed end = cancel open closed
    where
      cancel (kind :> outer) (other : others)
        | kind == other = cancel outer others
        | otherwise = Syntax before (Left other)
      cancel outer [] = Syntax before (fmap (<> outer) end)
      cancel None others = Syntax (before <> others) end

instance Monoid Syntax where
  mempty = Syntax [] (Right None)

opening, closing :: Kind -> Syntax
opening kind = Syntax [] (Right (kind :> None))
closing kind = Syntax [kind] (Right None)

-- | The product with one bracket more.
by :: Syntax -> Bracket -> Syntax
by zero@(Syntax _ (Left _)) _ = zero
by (Syntax before (Right open)) bracket
  | bracket > 0 = Syntax before (Right (bracket :> open))
  | otherwise = case open of
    None -> Syntax (before <> [kind]) (Right None)
    last' :> others
      | last' == kind -> Syntax before (Right others)
      | otherwise -> Syntax before (Left kind)
  where
    kind = negate bracket

-- | The product of a piece's brackets. (What comes next is chance. So it isn't asked whether a
-- bracket opens, or closes the last one: both are done, and one is taken. The rest is for 'by'.)
syntax :: Text -> Syntax
syntax piece = go 0 mempty
  where
    !table = meanings
    go !at before@(Syntax closed (Right (Kinds word others)))
      | at == B.length piece = before
      | rare == 0 = go (at + 1) (Syntax closed (Right (Kinds word' others)))
      | otherwise = go (at + 1) (before `by` bracket)
      where
        bracket = fromIntegral (U.unsafeIndex table (fromIntegral (byteAt piece at)))
        closes = bracket `unsafeShiftR` 63 -- all ones or all zeros
        rare = (word .&. 7 + bracket) .&. closes .|. word `unsafeShiftR` 57
        opened = word `unsafeShiftL` 3 .|. bracket
        word' = opened `xor` ((opened `xor` word `unsafeShiftR` 3) .&. closes)
    go _ zero = zero

-- | The first bracket that is wrong.
wrong :: Syntax -> Maybe Kind
wrong (Syntax (kind : _) _) = Just kind
wrong (Syntax [] end) = either Just (const Nothing) end

-- | The brackets that are missing at the end, in order.
missing :: Syntax -> Kinds
missing (Syntax [] (Right open)) = open
missing _ = None

-- | 1 to 4 for the kinds that open, -1 to -4 for those that close.
type Bracket = Int

part1 :: [Text] -> Int
part1 = sum . map points . mapMaybe (wrong . syntax)
  where
    points kind = [0, 3, 57, 1197, 25137] !! kind

part2 :: [Text] -> Either NoAnswer Integer
part2 notes
  | even (length scores) = Left (NoAnswer none)
  | otherwise = Right (List.sort scores !! (length scores `quot` 2))
  where
    none = "there is no middle one of an even number of incomplete lines"
    scores = filter (> 0) (map (score . missing . syntax) notes)

-- | Word by word, as five to the twentieth is far below the largest word.
score :: Kinds -> Integer
score (Kinds first others) = List.foldl' next 0 (first : others)
  where
    next total word = total * 5 ^ (20 :: Int) + toInteger (digits 0 word)
    digits !total 0 = total
    digits total word = digits (5 * total + word .&. 7) (word `unsafeShiftR` 3)

parse :: Text -> Either InvalidInput [Text]
parse text = case List.find (not . isRight . snd) (numbered text) of
  Just (number, _) -> Left (InvalidInput number ("expected 1 to " <> show longest <> " brackets"))
  Nothing -> Right (B.split '\n' text)
  where
    isRight line = areBrackets line && B.length line <= longest

areBrackets :: Text -> Bool
areBrackets line = go 0
  where
    !table = meanings
    go !at
      | U.unsafeIndex table (fromIntegral (byteAt line at)) /= 0 = go (at + 1)
      | otherwise = at == B.length line && at > 0

longest :: Int
longest = 1000

-- | What each byte means: 0 if it is no bracket.
meanings :: U.Vector Int8
meanings = U.generate 256 $ \byte ->
  fromMaybe 0 (lookup (toEnum byte) (zip "([{<)]}>" [1, 2, 3, 4, -1, -2, -3, -4]))
