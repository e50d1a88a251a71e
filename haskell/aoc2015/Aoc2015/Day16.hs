-- | Aunt Sue: predicates are contravariant, and a monoid.
--
-- A test of a number becomes one of a number that may be unknown, and that one of an aunt, each
-- time by a function the other way round: from aunts to numbers, by 'contramap'. All tests of
-- an aunt together are a 'foldMap', for a predicate and another make one that wants both.
module Aoc2015.Day16 (parse, part1, part2, Aunt (..), Fact (..), remembered, unlessUnknown, tape, exact, ranges) where

import Control.DeepSeq (NFData)
import Data.Functor.Contravariant (Predicate (..), contramap)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | The place of a thing among all ten, and how many there are.
data Fact = Fact !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

data Aunt = Aunt !Fact !Fact !Fact
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput [Aunt]
parse = whole (onward wrong 1 (\number -> (,number + 1) <$> aunt number))
  where
    wrong = "expected three different things of an aunt as Sue 1: cats: 2, cars: 0, trees: 5, aunts numbered from 1, numbers up to 99999"

aunt :: Int -> Reader Aunt
aunt number = valid (different <$ tag "Sue " <*> natural 99999 <* tag ": " <*> fact <* tag ", " <*> fact <* tag ", " <*> fact)
  where
    different found one@(Fact a _) two@(Fact b _) three@(Fact c _)
      | found == number && a /= b && a /= c && b /= c = Just (Aunt one two three)
      | otherwise = Nothing

fact :: Reader Fact
fact = Fact <$> valid (place <$> word (/= ':')) <* tag ": " <*> natural 99999
  where
    place :: Text -> Maybe Int
    place = \case
      "children" -> Just 0
      "cats" -> Just 1
      "samoyeds" -> Just 2
      "pomeranians" -> Just 3
      "akitas" -> Just 4
      "vizslas" -> Just 5
      "goldfish" -> Just 6
      "trees" -> Just 7
      "cars" -> Just 8
      "perfumes" -> Just 9
      _ -> Nothing

-- | What is remembered of an aunt about a thing.
remembered :: Int -> Aunt -> Maybe Int
remembered thing (Aunt (Fact a x) (Fact b y) (Fact c z))
  | thing == a = Just x
  | thing == b = Just y
  | thing == c = Just z
  | otherwise = Nothing

-- | What is unknown speaks for nobody and against nobody.
unlessUnknown :: Predicate a -> Predicate (Maybe a)
unlessUnknown (Predicate holds) = Predicate (maybe True holds)

-- | Does all that is remembered of an aunt pass the tests, one for each thing?
tape :: [Predicate Int] -> Predicate Aunt
tape tests = mconcat [contramap (remembered thing) (unlessUnknown test) | (thing, test) <- zip [0 ..] tests]

-- | The tests of part 1, and those of part 2.
exact, ranges :: [Predicate Int]
exact = map (Predicate . (==)) [3, 7, 2, 3, 0, 0, 5, 3, 2, 1]
ranges = zipWith test [(==), (>), (==), (<), (==), (==), (<), (>), (==), (==)] [3, 7, 2, 3, 0, 0, 5, 3, 2, 1]
  where
    test compares told = contramap (`compares` told) (Predicate id)

part1 :: [Aunt] -> Either NoAnswer Int
part1 = giver (tape exact)

part2 :: [Aunt] -> Either NoAnswer Int
part2 = giver (tape ranges)

giver :: Predicate Aunt -> [Aunt] -> Either NoAnswer Int
giver fits aunts = case [number | (number, one) <- zip [1 ..] aunts, getPredicate fits one] of
  [number] -> Right number
  _ -> Left (NoAnswer "not exactly one aunt fits")
