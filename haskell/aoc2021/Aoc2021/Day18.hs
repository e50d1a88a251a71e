-- | Snailfish: the operands of a sum are two machines in conversation.
--
-- The rules act on the leftmost place, so the left operand runs until it rests, then the right one until something
-- spills over to the left, and so on in turn. All that passes between them is amounts: each is a
-- <https://en.wikipedia.org/wiki/Mealy_machine Mealy machine>, which hears a word, changes its state and says one. As
-- what it says depends on what it has heard alone, the pairs with one conversation are a rectangle, some left
-- operands with some right ones, and part 2 unfolds the tree of conversations instead of taking n² sums.
module Aoc2021.Day18
  ( parse,
    part1,
    part2,

    -- * Numbers
    Leaves (..),
    add,
    magnitude,

    -- * Machines
    Says (..),
    leftOpens,
    leftHears,
    rightOpens,
    rightHears,

    -- * Rectangles
    largest,
  )
where

import Control.Applicative (Alternative (..))
import Control.DeepSeq (NFData)
import Data.Bits (shiftR)
import Data.Char (digitToInt, isDigit)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.List as List
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (Reader, char, linesOf, tag)

-- | Regular numbers in a row, each with the number of pairs around it and its value; the depths determine the tree.
data Leaves = End | Leaf !Int !Int !Leaves
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: [Leaves] -> Int
part1 = magnitude . List.foldl1' add

part2 :: [Leaves] -> Either NoAnswer Int
part2 numbers
  | null (drop 1 numbers) = Left (NoAnswer "there are no two numbers to add")
  | otherwise = Right (largest numbers)

-- | Two elements in a row that are equally deep are a pair.
magnitude :: Leaves -> Int
magnitude = go End
  where
    go (Leaf depth left others) (Leaf depth' right after)
      | depth == depth' = go others (Leaf (depth - 1) (3 * left + 2 * right) after)
    go before (Leaf depth value after) = go (Leaf depth value before) after
    go before End = case before of Leaf _ value _ -> value; End -> 0

-- | Leaves that come last one first, put in order before others.
onto :: Leaves -> Leaves -> Leaves
onto End after = after
onto (Leaf depth value before) after = before `onto` Leaf depth value after

-- | The sum of two numbers: what their conversation ends with.
add :: Leaves -> Leaves -> Leaves
add a b = talk word left right
  where
    Says said left = leftOpens a
    Says word right = rightOpens said b
    talk heard before after = case leftHears heard before of
      Says reply before' -> case rightHears reply after of
        Says 0 after' -> before' `onto` after'
        Says next after' -> talk next before' after'

-- | The largest magnitude that two of the numbers have as a sum.
largest :: [Leaves] -> Int
largest numbers =
  maximum
    [ talks word lefts rights
      | (said, lefts) <- grouped leftOpens operands,
        (word, rights) <- grouped (rightOpens said) operands
    ]
  where
    operands = zipWith Operand [0 ..] numbers

-- | The same of some left operands and some right ones that have said a word to them.
talks :: Int -> [Operand] -> [Operand] -> Int
talks word lefts rights =
  maximum
    [ if next == 0 then rectangle lefts' rights' else talks next lefts' rights'
      | (reply, lefts') <- grouped (leftHears word) lefts,
        (next, rights') <- grouped (rightHears reply) rights
    ]

-- | The same of operands whose conversation has ended. On each side the best two are enough, since only one of them can
-- be the other side's number.
rectangle :: [Operand] -> [Operand] -> Int
rectangle lefts rights =
  maximum (0 : [3 * a + 2 * b | (a, i) <- best (`onto` End) lefts, (b, j) <- best id rights, i /= j])
  where
    best order operands = take 2 (List.sortBy (flip compare) [(magnitude (order half), i) | Operand i half <- operands])

-- | A number's place in the list, and its machine's state.
data Operand = Operand !Int !Leaves

-- | A word, and the state after it; the word 0 is silence.
data Says = Says !Int !Leaves
  deriving stock (Eq, Show)

-- | Operands that hear something, by what they say then.
grouped :: (Leaves -> Says) -> [Operand] -> [(Int, [Operand])]
grouped hear operands =
  IntMap.toList . IntMap.fromListWith (<>) $
    [(word, [Operand i state']) | Operand i state <- operands, let Says word state' = hear state]

-- | A number becomes the left half of a sum, settles but for its last leaf, and speaks first. Such a half's leaves come
-- last one first.
leftOpens :: Leaves -> Says
leftOpens number = case exploded 0 number of
  Exploded _ (Leaf depth value others) word
    | Says more others' <- settled 0 End (others `onto` End) -> Says word (Leaf depth (value + more) others')
  Exploded _ End word -> Says word End

-- | A number becomes the right half of a sum, and hears something first.
rightOpens :: Int -> Leaves -> Says
rightOpens heard number = case exploded heard number of Exploded word half _ -> Says word (half `onto` End)

-- | A left half hears an amount from the right, settles, and says how much spills over.
leftHears :: Int -> Leaves -> Says
leftHears heard = \case
  Leaf depth value others -> settled 0 others (Leaf depth (value + heard) End)
  End -> Says 0 End

settled :: Int -> Leaves -> Leaves -> Says
settled right before after = case run right before after of
  Rested right' half -> Says right' half
  Spilled _ right' half -> settled right' End half

-- | A right half hears an amount from the left, and runs until some spills over to the left.
rightHears :: Int -> Leaves -> Says
rightHears heard half = case run 0 End (onFirst heard half) of
  Rested _ half' -> Says 0 (half' `onto` End)
  Spilled word _ half' -> Says word half'

onFirst :: Int -> Leaves -> Leaves
onFirst _ End = End
onFirst more (Leaf depth value after) = Leaf depth (value + more) after

-- | What it says to the left, the half, last leaf first, and what it says to the right.
data Exploded = Exploded !Int !Leaves !Int

-- | A number goes a level down, with an amount added to its first leaf, and the pairs that are too deep explode.
exploded :: Int -> Leaves -> Exploded
exploded = go End
  where
    go before !carried = \case
      End -> Exploded 0 before carried
      Leaf 4 x (Leaf 4 y after) -> case before of
        End | Exploded _ half word <- go (Leaf 4 0 End) y after -> Exploded (carried + x) half word
        Leaf depth value others -> go (Leaf 4 0 (Leaf depth (value + carried + x) others)) y after
      Leaf depth value after -> go (Leaf (depth + 1) (value + carried) before) 0 after

-- | How a run ends: with an amount that spills over to the left, or at rest, with the leaves last one first. In between
-- is what has spilled over to the right.
data Run = Spilled !Int !Int !Leaves | Rested !Int !Leaves

-- | Splits what is too large, from left to right, and explodes at once what is too deep then.
run :: Int -> Leaves -> Leaves -> Run
run !right before = \case
  End -> Rested right before
  Leaf depth value after
    | value < 10 -> run right (Leaf depth value before) after
    | depth < 4 -> run right before (Leaf (depth + 1) low (Leaf (depth + 1) high after))
    | otherwise -> case before of
      End -> Spilled low right' after'
      Leaf depth' value' others -> run right' others (Leaf depth' (value' + low) after')
    where
      low = value `shiftR` 1
      high = value - low
      right' = case after of End -> right + high; _ -> right
      after' = Leaf 4 0 (onFirst high after)

parse :: Text -> Either InvalidInput [Leaves]
parse = fmap V.toList . linesOf "expected a pair of pairs and digits, nested at most four deep" (($ End) <$> pair 1)

-- | What a pair puts before other leaves, if its own are so deep.
pair :: Int -> Reader (Leaves -> Leaves)
pair depth = (.) <$ tag "[" <*> element <* tag "," <*> element <* tag "]"
  where
    element = Leaf depth . digitToInt <$> char isDigit <|> if depth < 4 then pair (depth + 1) else empty
