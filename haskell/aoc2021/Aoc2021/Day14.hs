-- | Extended Polymerization: a step is a bind in the monad of bags.
--
-- A bag is a list whose order is forgotten: it knows how often it has what. Like lists, bags are a
-- [monad](https://en.wikipedia.org/wiki/Monad_(functional_programming)): each thing becomes a bag of things, and all these are
-- poured into one. A rule @AB -> C@ makes a bag of two pairs from one, @AC@ and @CB@; to bind with the rules is a step, and to
-- bind with “the first letter of” counts letters. Things are numbered, so that a bag is a vector of counts, and trillions
-- of pairs are a hundred numbers.
module Aoc2021.Day14
  ( parse,
    part1,
    part2,
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
import Data.Bits (bit, shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiUpper)
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (Reader, blank, char, lineOf, onward, tag, valid, whole, word)
import Threefold.Unsafe (unsafeIndex)

-- | How often each thing is there.
newtype Bag a = Bag (U.Vector Int)
  deriving stock (Eq, Show)

-- | A function from things to bags: how many kinds of things come out; and what becomes what, once for each thing that
-- comes out.
data Arrow a b = Arrow !Int !(U.Vector Change)
  deriving stock (Eq, Show)

-- | From what, in the upper half of a word, and into what.
type Change = Int

becomes :: Int -> Int -> Change
becomes from into = from `shiftL` 32 .|. into

ends :: Change -> (Int, Int)
ends change = (change `shiftR` 32, change .&. (bit 32 - 1))

-- | The bag of some things, of so many kinds.
bag :: Int -> U.Vector Int -> Bag a
bag kinds things = Bag (U.accumulate (+) (U.replicate kinds 0) (U.map (,1) things))

-- | Two bags poured together.
plus :: Bag a -> Bag a -> Bag a
plus (Bag a) (Bag b) = Bag (U.zipWith (+) a b)

-- | Each thing becomes a bag; all of these poured into one.
bind :: Bag a -> Arrow a b -> Bag b
bind (Bag counts) (Arrow kinds changes) =
  -- unsafe: an arrow goes from what may be in the bag into one of its kinds
  Bag (U.unsafeAccumulate (+) (U.replicate kinds 0) (U.map poured changes))
  where
    poured change = let (from, into) = ends change in (into, unsafeIndex counts from) -- unsafe: as above

-- | Each thing becomes a bag of itself.
unit :: Int -> Arrow a a
unit kinds = Arrow kinds (U.generate kinds (\thing -> thing `becomes` thing))

-- | One arrow's bags, bound with the other.
andThen :: Arrow a b -> Arrow b c -> Arrow a c
andThen (Arrow _ changes) (Arrow kinds others) = Arrow kinds (U.concatMap onto changes)
  where
    onto change = U.map (becomes from . snd . ends) (U.filter ((== over) . fst . ends) others)
      where
        (from, over) = ends change

data Pair

data Letter

-- | How many letters there are, which are numbers from 0; the template, and the rules, each a pair and what comes between.
data Manual = Manual !Int !(U.Vector Int) !(U.Vector (Int, Int, Int))
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Manual -> Int
part1 = spread 10

part2 :: Manual -> Int
part2 = spread 40

-- | By how much does the most frequent letter outnumber the rarest, after so many steps?
spread :: Int -> Manual -> Int
spread steps (Manual end template rules) = maximum letters - minimum letters
  where
    letters = filter (> 0) (U.toList counts)
    Bag counts = List.foldl' bind polymer (replicate steps step) `bind` firstLetter

    -- A pair of letters is a number. The end of the polymer makes a pair with the last letter.
    polymer = bag pairs (U.zipWith pair template (U.snoc (U.tail template) end))
    pair left right = left * (end + 1) + right
    pairs = end * (end + 1)

    step :: Arrow Pair Pair
    step = Arrow pairs (U.concat [U.map first rules, U.map second rules, U.filter (stays . fst . ends) itself])
    first (a, b, c) = pair a b `becomes` pair a c
    second (a, b, c) = pair a b `becomes` pair c b
    stays = not . (ruled U.!)
    ruled = U.replicate pairs False `U.update` U.map (\(a, b, _) -> (pair a b, True)) rules
    Arrow _ itself = unit pairs

    firstLetter :: Arrow Pair Letter
    firstLetter = Arrow end (U.generate pairs (\p -> p `becomes` (p `quot` (end + 1))))

longest :: Int
longest = 2000

parse :: Text -> Either InvalidInput Manual
parse = whole (manual <$> template <* blank "expected an empty line after the template" <*> rules)
  where
    template = lineOf ("expected a template of 1 to " <> show longest <> " capital letters") (valid (short <$> word isAsciiUpper))
    short letters = if B.length letters <= longest then Just letters else Nothing
    rules = onward "expected a rule as AB -> C, for a pair that has none so far" IntSet.empty rule

-- | A rule for a pair that is not among these yet, and those with it.
rule :: IntSet.IntSet -> Reader ((Char, Char, Char), IntSet.IntSet)
rule known = valid (new <$> capital <*> capital <* tag " -> " <*> capital)
  where
    capital = char isAsciiUpper
    new a b c
      | IntSet.member pair known = Nothing
      | otherwise = Just ((a, b, c), IntSet.insert pair known)
      where
        pair = 256 * fromEnum a + fromEnum b

-- | Letters get numbers in the order in which they are in the alphabet, those that occur.
manual :: Text -> [(Char, Char, Char)] -> Manual
manual template found = Manual (U.sum used) (U.map rank letters) (U.map (\(a, b, c) -> (rank a, rank b, rank c)) rules)
  where
    rules = U.fromList found
    letters = U.generate (B.length template) (B.index template)
    used = U.replicate 26 0 `U.update` U.map ((,1) . place) (U.concat [letters, as, bs, cs])
    (as, bs, cs) = U.unzip3 rules
    rank = (numbers U.!) . place
    numbers = U.prescanl' (+) 0 used
    place letter = fromEnum letter - fromEnum 'A'
