-- | Extended Polymerization: a step is a bind in the monad of bags.
--
-- A bag is a list whose order is forgotten: it knows how often it has what. Like lists, bags are a
-- monad; where each thing becomes a bag of things, all these are poured into one. A rule @AB -> C@
-- makes a bag of two pairs from one, @AC@ and @CB@. To bind with the rules is a step, for all
-- pairs of a polymer at once, and to bind with “the first letter of” counts letters.
--
-- With lists that would be just as right, and nobody could wait for it. In a bag it doesn't matter
-- how many there are: trillions of pairs are a hundred numbers. Forgetting the order is allowed
-- because to forget is a morphism of monads, which is one of the laws.
--
-- What is bound with is an 'Arrow', a function from things to bags. Things are numbered, so that a
-- bag is a vector, and 'bind' a single pass over what becomes what.
module Aoc2021.Day14
  ( parse,
    part1,
    part2,

    -- * Bags
    Bag (..),
    Arrow (..),
    becomes,
    ends,
    bag,
    plus,
    bind,
    unit,
    andThen,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad.ST (runST)
import Data.Bits (bit, setBit, testBit, unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (ord)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)

-- | How often each thing is there.
newtype Bag a = Bag (U.Vector Int)
  deriving stock (Eq, Show)

-- | How many kinds of things come out; and what becomes what, once for each thing that comes out.
data Arrow a b = Arrow !Int !(U.Vector Change)
  deriving stock (Eq, Show)

-- | From what, in the upper half of a word, and into what.
type Change = Int

becomes :: Int -> Int -> Change
becomes from into = from `unsafeShiftL` 32 .|. into

ends :: Change -> (Int, Int)
ends change = (change `unsafeShiftR` 32, change .&. (bit 32 - 1))

-- | The bag of some things, of so many kinds.
bag :: Int -> U.Vector Int -> Bag a
bag kinds things = Bag (U.unsafeAccumulate (+) (U.replicate kinds 0) (U.map (,1) things))

-- | Two bags poured together.
plus :: Bag a -> Bag a -> Bag a
plus (Bag a) (Bag b) = Bag (U.zipWith (+) a b)

-- | Each thing becomes a bag; all of these poured into one.
bind :: Bag a -> Arrow a b -> Bag b
bind (Bag counts) (Arrow kinds changes) = runST $ do
  poured <- M.replicate kinds 0
  let pour (from, into) = M.unsafeModify poured (+ U.unsafeIndex counts from) into
  U.forM_ changes (pour . ends)
  Bag <$> U.unsafeFreeze poured

-- | Each thing becomes a bag of itself.
unit :: Int -> Arrow a a
unit kinds = Arrow kinds (U.generate kinds (\thing -> thing `becomes` thing))

-- | One arrow's bags, bound with the other.
andThen :: Arrow a b -> Arrow b c -> Arrow a c
andThen (Arrow _ changes) (Arrow kinds others) = Arrow kinds (U.concatMap onward changes)
  where
    onward change = U.map (becomes from . snd . ends) (U.filter ((== over) . fst . ends) others)
      where
        (from, over) = ends change

data Pair

data Letter

-- | The template and the rules, each a pair and what comes between; letters are numbers from 0.
data Manual = Manual !(U.Vector Int) !(U.Vector (Int, Int, Int))
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Manual -> Integer
part1 = spread 10

part2 :: Manual -> Integer
part2 = spread 40

-- | By how much does the most frequent letter outnumber the rarest, after so many steps?
spread :: Int -> Manual -> Integer
spread steps (Manual template rules) = maximum letters - minimum letters
  where
    letters = filter (> 0) (grown polymer)

    -- How often each letter is in what becomes of some pairs, at most 2^40 of each. As binding is
    -- linear, a bag that might outgrow machine words is bound by halves.
    grown pairs@(Bag counts)
      | U.sum counts < bit 23 = let Bag found = after pairs in map toInteger (U.toList found)
      | otherwise = zipWith (\half rest -> 2 * half + rest) (grown halves) (grown rests)
      where
        halves = Bag (U.map (`unsafeShiftR` 1) counts)
        rests = Bag (U.map (.&. 1) counts)

    after pairs = List.foldl' bind pairs (replicate steps step) `bind` firstLetter

    -- A pair of letters is a number. The end of the polymer makes a pair with the last letter.
    polymer = bag kinds (U.zipWith pair template (U.snoc (U.unsafeTail template) end))
    pair left right = left * (end + 1) + right
    kinds = end * (end + 1)
    end = 1 + U.foldl' (\most (a, b, c) -> most `max` a `max` b `max` c) (U.maximum template) rules

    step :: Arrow Pair Pair
    step = Arrow kinds (U.concat [U.map first rules, U.map second rules, U.filter stays itself])
    first (a, b, c) = pair a b `becomes` pair a c
    second (a, b, c) = pair a b `becomes` pair c b
    stays change = not (U.unsafeIndex ruled (fst (ends change)))
    ruled = U.unsafeUpdate (U.replicate kinds False) (U.map (\(a, b, _) -> (pair a b, True)) rules)
    Arrow _ itself = unit kinds

    firstLetter :: Arrow Pair Letter
    firstLetter = Arrow end (U.generate kinds (\p -> p `becomes` (p `quot` (end + 1))))

-- | Letters get numbers in the order in which they are in the alphabet, those that occur.
parse :: Text -> Either InvalidInput Manual
parse text
  | gap == 0 || byteAt text gap /= newline = wrong 1 "expected a template of capital letters"
  | byteAt text (gap + 1) /= newline = wrong 2 "expected an empty line after the template"
  | start > B.length text =
    wrong (B.length text - gap + 1) "expected an empty line and rules after the template"
  | otherwise = manual <$> readRules text start
  where
    start = gap + 2
    gap = letters 0
    letters !at = if isLetter (letterAt text at) then letters (at + 1) else at
    template = letterAt text
    manual rules = Manual (U.generate gap (rank . template)) (U.map ranked rules)
      where
        ranked (a, b, c) = (rank a, rank b, rank c)
        rank = U.unsafeIndex (U.prescanl' (+) 0 (U.generate 26 (fromEnum . testBit used)))
        used = U.foldl' (\set (a, b, c) -> set `setBit` a `setBit` b `setBit` c) usedFirst rules
        usedFirst = U.foldl' (\set at -> set `setBit` template at) (0 :: Int) (U.enumFromN 0 gap)

wrong :: Int -> String -> Either InvalidInput a
wrong number = Left . InvalidInput number

-- | The rules from a place on, for pairs that have none so far.
readRules :: Text -> Int -> Either InvalidInput (U.Vector (Int, Int, Int))
readRules text start = runST $ do
  rules <- M.unsafeNew (26 * 26 `min` (B.length text `quot` 8 + 1))
  known <- M.replicate (32 * 26) False
  let rule !n
        | at > B.length text = Right <$> U.unsafeFreeze (M.unsafeTake n rules)
        | not isRule = pure (wrong (n + 3) "expected a rule as AB -> C")
        | otherwise = do
          isKnown <- M.unsafeRead known pair
          M.unsafeWrite known pair True
          if isKnown
            then pure (wrong (n + 3) "expected a pair that has no rule so far")
            else M.unsafeWrite rules n (a, b, c) *> rule (n + 1)
        where
          at = start + 8 * n
          (a, b, c) = (letterAt text at, letterAt text (at + 1), letterAt text (at + 6))
          pair = 32 * a + b
          isRule = all isLetter [a, b, c] && arrow && byteAt text (at + 7) == newline
          arrow = is 2 ' ' && is 3 '-' && is 4 '>' && is 5 ' '
          is place byte = byteAt text (at + place) == fromIntegral (ord byte)
  rule 0

-- | The number of a letter in the alphabet, from 0; something else for other bytes.
letterAt :: Text -> Int -> Int
letterAt text at = fromIntegral (byteAt text at) - ord 'A'
{-# INLINE letterAt #-}

isLetter :: Int -> Bool
isLetter letter = letter >= 0 && letter < 26

newline :: Word8
newline = 10
