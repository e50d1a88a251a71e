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
-- bag is a vector, and 'bind' a single pass over what goes where.
module Aoc2021.Day14
  ( parse,
    part1,
    part2,

    -- * Bags
    Bag (..),
    Arrow (..),
    bag,
    plus,
    bind,
    unit,
    andThen,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (bit, setBit, shiftR, testBit, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiUpper, ord)
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (numbered)

-- | How often each thing is there.
newtype Bag a = Bag (U.Vector Int)
  deriving stock (Eq, Show)

-- | How many kinds of things come out; and what becomes what, once for each thing that comes out.
data Arrow a b = Arrow !Int !(U.Vector Int) !(U.Vector Int)
  deriving stock (Eq, Show)

-- | The bag of some things, of so many kinds.
bag :: Int -> U.Vector Int -> Bag a
bag kinds things = Bag (U.unsafeAccumulate_ (+) (U.replicate kinds 0) things (U.replicate (U.length things) 1))

-- | Two bags poured together.
plus :: Bag a -> Bag a -> Bag a
plus (Bag a) (Bag b) = Bag (U.zipWith (+) a b)

-- | Each thing becomes a bag; all of these poured into one.
bind :: Bag a -> Arrow a b -> Bag b
bind (Bag counts) (Arrow kinds from into) =
  Bag (U.unsafeAccumulate_ (+) (U.replicate kinds 0) into (U.unsafeBackpermute counts from))

-- | Each thing becomes a bag of itself.
unit :: Int -> Arrow a a
unit kinds = Arrow kinds (U.enumFromN 0 kinds) (U.enumFromN 0 kinds)

-- | One arrow's bags, bound with the other.
andThen :: Arrow a b -> Arrow b c -> Arrow a c
andThen (Arrow _ from over) (Arrow kinds over' into) = Arrow kinds (U.map fst ends) (U.map snd ends)
  where
    ends = U.concatMap (\(a, b) -> U.map (\(_, c) -> (a, c)) (U.filter ((== b) . fst) onward)) (U.zip from over)
    onward = U.zip over' into

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
        halves = Bag (U.map (`shiftR` 1) counts)
        rests = Bag (U.map (.&. 1) counts)

    after pairs = List.foldl' bind pairs (replicate steps step) `bind` firstLetter

    -- A pair of letters is a number. The end of the polymer makes a pair with the last letter.
    polymer = bag kinds (U.zipWith pair template (U.snoc (U.tail template) end))
    pair left right = left * (end + 1) + right
    kinds = end * (end + 1)
    end = 1 + max (U.maximum template) (U.foldl' (\most (a, b, c) -> maximum [most, a, b, c]) 0 rules)

    step :: Arrow Pair Pair
    step = Arrow kinds (ruled <> ruled <> others) (lefts <> rights <> others)
    (ruled, lefts, rights) = U.unzip3 (U.map (\(a, b, c) -> (pair a b, pair a c, pair c b)) rules)
    others = U.findIndices id (U.replicate kinds True U.// [(known, False) | known <- U.toList ruled])

    firstLetter :: Arrow Pair Letter
    firstLetter = Arrow end (U.enumFromN 0 kinds) (U.generate kinds (`quot` (end + 1)))

-- | Letters get numbers in the order in which they are in the alphabet, those that occur.
parse :: Text -> Either InvalidInput Manual
parse text = case numbered text of
  (_, template) : rest
    | B.null template || not (B.all isAsciiUpper template) -> wrong 1 "expected a template of capital letters"
    | (_, gap) : _ <- rest, not (B.null gap) -> wrong 2 "expected an empty line after the template"
    | length (take 2 rest) < 2 -> wrong (1 + length rest) "expected an empty line and rules after the template"
    | otherwise -> manual template <$> readRules IntSet.empty (drop 1 rest)
  [] -> wrong 1 "expected a template of capital letters"

wrong :: Int -> String -> Either InvalidInput a
wrong number = Left . InvalidInput number

-- | The rules, for pairs that have none so far.
readRules :: IntSet.IntSet -> [(Int, Text)] -> Either InvalidInput [(Char, Char, Char)]
readRules _ [] = Right []
readRules known ((number, text) : rest)
  | B.length text /= 7 || B.take 4 (B.drop 2 text) /= " -> " || not (all isAsciiUpper [a, b, c]) =
    wrong number "expected a rule as AB -> C"
  | IntSet.member pair known = wrong number "expected a pair that has no rule so far"
  | otherwise = ((a, b, c) :) <$> readRules (IntSet.insert pair known) rest
  where
    (a, b, c) = (B.index text 0, B.index text 1, B.index text 6)
    pair = 32 * ord a + ord b

manual :: Text -> [(Char, Char, Char)] -> Manual
manual template rules =
  Manual
    (U.generate (B.length template) (rank . B.index template))
    (U.fromList [(rank a, rank b, rank c) | (a, b, c) <- rules])
  where
    rank letter = U.unsafeIndex ranks (ord letter - ord 'A')
    ranks = U.prescanl' (+) 0 (U.generate 26 (\letter -> if testBit used letter then 1 else 0)) :: U.Vector Int
    used = List.foldl' (\set (a, b, c) -> set `with` a `with` b `with` c) (B.foldl' with (0 :: Int) template) rules
    with set letter = setBit set (ord letter - ord 'A')
