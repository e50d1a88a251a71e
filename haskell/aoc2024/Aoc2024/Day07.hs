-- | Bridge Repair: a question about the result is pulled back through the operators, until it is one about the first number.
--
-- To ask something of @x + 3@ is to ask something else of @x@: the question takes the way back, by the operator's inverse. So each
-- number turns a question about what comes after it into one about what comes before; where there are several operators, the answers
-- are put together. Answers may be of any monoid: 'Any' asks whether, and laziness ends the search at the first yes; 'Data.Monoid.Sum' asks in how many ways.
module Aoc2024.Day07 (parse, part1, part2, Operator (..), plus, times, joined, Question, before, asked) where

import Control.DeepSeq (NFData)
import Control.Monad (guard)
import Data.List (foldl')
import Data.Monoid (Any (..))
import Data.Semigroup (Max (..))
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

data Equation = Equation !Int ![Int]
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Equation)
parse = whole (blockUpTo 9000 wrong (Equation <$> natural most <* tag ": " <*> valid (fitting <$> sepBy (natural 999) ' ')))
  where
    fitting numbers = numbers <$ guard (all (> 0) numbers && length numbers `elem` [2 .. 12])
    wrong = "expected a test value to 999999999999999 and 2 to 12 numbers from 1 to 999 as 45: 2 7 5, in at most 9000 lines"

most :: Int
most = 999999999999999

-- | What comes of a left and a right number; what has to be on the left for a result, if it can be, with that on the right.
data Operator = Operator {forth :: Int -> Int -> Int, back :: Int -> Int -> Maybe Int}

plus, times, joined :: Operator
plus = Operator (+) (\result right -> result - right <$ guard (result > right))
times = Operator (*) exactly
joined = Operator (\left right -> left * end right + right) (\result right -> guard (result > right) *> exactly (result - right) (end right))
  where
    end right
      | right < 10 = 10
      | right < 100 = 100
      | otherwise = 1000

exactly :: Int -> Int -> Maybe Int
exactly number by = case number `quotRem` by of
  (quotient, 0) -> Just quotient
  _ -> Nothing

-- | Some operators: how a function of one of them is taken to all, and the results put together.
type Operators = forall m. (Monoid m) => (Operator -> m) -> m

-- | What is asked of a number, and answered in a monoid.
type Question m = Int -> m

-- | The question about what is on the left of a number that amounts to one about what comes of both.
before :: (Monoid m) => Operators -> Int -> Question m -> Question m
before operators right question result = operators (\operator -> foldMap question (back operator result right))
{-# INLINE before #-}

-- | An answer for each way in which numbers make a value, joined. What is more than they can make is asked no more.
asked :: (Monoid m) => Operators -> m -> [Int] -> Question m
asked _ _ [] = const mempty
asked operators yes (first : others) = snd (foldl' next (first, \value -> if value == first then yes else mempty) others)
  where
    next (!largest, question) right = (larger, \value -> if value > larger then mempty else before operators right question value)
      where
        larger = min most (getMax (operators (\operator -> Max (forth operator largest right))))
{-# INLINE asked #-}

-- | The sum of the values that can come of their numbers.
total :: Operators -> V.Vector Equation -> Int
total operators = V.sum . V.map (\(Equation value numbers) -> if getAny (asked operators (Any True) numbers value) then value else 0)
{-# INLINE total #-}

part1 :: V.Vector Equation -> Int
part1 = total (\to -> to plus <> to times)

part2 :: V.Vector Equation -> Int
part2 = total (\to -> to times <> to joined <> to plus)
