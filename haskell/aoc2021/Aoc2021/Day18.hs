-- | Snailfish: the operands of a sum are two machines in conversation.
--
-- The rules always act on the leftmost place. So in a sum the left operand runs until it
-- rests, whatever the right one holds; then the right one runs until something spills over
-- to the left, and has to wait for the answer. All that ever passes between them are amounts.
-- To each other the operands are Mealy machines: a state, which hears an amount, and is
-- followed by a word and another state. Such machines are a coalgebra, and a sum is a
-- conversation of two.
--
-- What a machine says depends on what it has heard, and on nothing else. So the pairs of
-- operands that have one and the same conversation form a rectangle: all these on the left
-- with all those on the right. (The theory of communication lives on this.) Part 2 therefore
-- doesn't take its n² sums one by one. The left operands hear a word and are parted by what
-- they answer, the right ones hear each answer and are parted by theirs, and so on: a tree of
-- conversations unfolds, whose leaves are rectangles. The best sum in a rectangle is that of
-- its best two halves.
--
-- A machine's state is a list of regular numbers with their depths (which alone tell the
-- tree), or a zipper on it, open where the other operand is: nearly everything happens there.
module Aoc2021.Day18
  ( parse,
    part1,
    part2,

    -- * Numbers
    Leaves (..),
    fromList,
    toList,
    add,
    magnitude,

    -- * Machines
    Says (..),
    Zipper (..),
    leftOpens,
    leftHears,
    rightOpens,
    rightHears,

    -- * Rectangles
    largest,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (shiftR, (.&.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Unsafe as B
import Data.Char (isDigit)
import qualified Data.List as List
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

-- | Regular numbers, each with the number of pairs around it and its value.
data Leaves = End | Leaf !Int !Int !Leaves
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

fromList :: [(Int, Int)] -> Leaves
fromList = foldr (uncurry Leaf) End

toList :: Leaves -> [(Int, Int)]
toList End = []
toList (Leaf depth value after) = (depth, value) : toList after

part1 :: [Leaves] -> Int
part1 = magnitude 0 . List.foldl1' add

part2 :: [Leaves] -> Either NoAnswer Int
part2 numbers
  | null (drop 1 numbers) = Left (NoAnswer "there are no two numbers to add")
  | otherwise = Right (largest numbers)

-- | A pair's magnitude, from the leaves in it; it is itself so deep.
magnitude :: Int -> Leaves -> Int
magnitude = weighed 3 2

-- | The same with other weights for a pair's elements: if leaves come last one first, so do
-- elements.
weighed :: Int -> Int -> Int -> Leaves -> Int
weighed !one !other depth leaves = case element depth leaves of Element value _ -> value
  where
    element !at = \case
      End -> Element 0 End
      Leaf own value after | own <= at -> Element value after
      pair -> case element (at + 1) pair of
        Element first rest -> case element (at + 1) rest of
          Element second after -> Element (one * first + other * second) after

-- | An element's magnitude, and the leaves after it.
data Element = Element !Int !Leaves

-- | The sum of two numbers: what their conversation ends with.
add :: Leaves -> Leaves -> Leaves
add a b = case talked word left right of Halves (Zipper before _) after -> before `onto` after
  where
    Says said left = leftOpens a
    Says word right = rightOpens said b

-- | What is before the comma of a sum, and what after it.
data Halves = Halves !Zipper !Leaves

-- | Two halves after their conversation, in which the right one has just said a word.
talked :: Int -> Zipper -> Leaves -> Halves
talked word left right = case leftHears word left of
  Says reply left' -> case rightHears reply right of
    Says 0 right' -> Halves left' right'
    Says next right' -> talked next left' right'

-- | The largest magnitude that two of the numbers have as a sum.
largest :: [Leaves] -> Int
largest numbers =
  maximum
    [ talk word lefts rights
      | (said, lefts) <- parted leftOpens operands,
        (word, rights) <- parted (rightOpens said) operands
    ]
  where
    operands = zipWith Operand [0 ..] numbers

-- | The same of some left operands and some right ones that have said a word to them.
talk :: Int -> [Operand Zipper] -> [Operand Leaves] -> Int
talk word [Operand i left] [Operand j right]
  | i == j = 0
  | Halves left' right' <- talked word left right = leftSize left' + rightSize right'
talk word lefts rights =
  maximum
    [ if next == 0 then rectangle lefts' rights' else talk next lefts' rights'
      | (reply, lefts') <- parted (leftHears word) lefts,
        (next, rights') <- parted (rightHears reply) rights
    ]

-- | The same of operands whose conversation has ended.
rectangle :: [Operand Zipper] -> [Operand Leaves] -> Int
rectangle lefts rights =
  maximum (0 : [a + b | (a, i) <- best leftSize lefts, (b, j) <- best rightSize rights, i /= j])
  where
    -- Two are enough, since one of them may be the other side's best.
    best size = List.foldl' (\two (Operand i half) -> (size half, i) `among` two) []
    among new = \case
      first : others
        | new <= first, second <- maximum (new : others) -> second `seq` [first, second]
        | otherwise -> [new, first]
      [] -> [new]

-- | What a half adds to the magnitude, once it has heard all that it will.
leftSize :: Zipper -> Int
leftSize (Zipper reversed _) = 3 * weighed 2 3 1 reversed

rightSize :: Leaves -> Int
rightSize half = 2 * magnitude 1 half

-- | A number's place in the list, and its machine's state.
data Operand state = Operand !Int !state

-- | A word, and the state after it; the word 0 is silence.
data Says state = Says !Int !state
  deriving stock (Eq, Show)

-- | Operands that hear something, parted by what they say then.
parted :: (state -> Says state') -> [Operand state] -> [(Int, [Operand state'])]
parted hear = \case
  [Operand i state] | Says word state' <- hear state -> [(word, [Operand i state'])]
  operands -> groups (List.foldl' said [] operands)
  where
    said others (Operand i state) = case hear state of
      Says word state' -> Says word (Operand i state') : others
    groups [] = []
    groups (Says word operand : others) = go [operand] [] others
      where
        go same different = \case
          [] -> (word, same) : groups different
          it@(Says word' operand') : rest
            | word' == word -> go (operand' : same) different rest
            | otherwise -> go same (it : different) rest
{-# INLINE parted #-}

-- | The leaves before some place, last one first, and those after it. Whoever has heard
-- something has none after it.
data Zipper = Zipper !Leaves !Leaves
  deriving stock (Eq, Show)

-- | Leaves that come last one first, put in order before others.
onto :: Leaves -> Leaves -> Leaves
onto End after = after
onto (Leaf depth value before) after = before `onto` Leaf depth value after

-- | A number becomes the left half of a sum, and speaks first.
leftOpens :: Leaves -> Says Zipper
leftOpens leaves = case exploded 0 leaves of Exploded _ half word -> Says word (Zipper End half)

-- | A number becomes the right half of a sum, and hears something first.
rightOpens :: Int -> Leaves -> Says Leaves
rightOpens heard leaves = case exploded heard leaves of Exploded word half _ -> Says word half

-- | A left half hears an amount from the right, settles, and says how much spills over.
leftHears :: Int -> Zipper -> Says Zipper
leftHears heard = \case
  Zipper (Leaf depth value before) End -> go (run 0 before (Leaf depth (value + heard) End))
  Zipper before after -> go (run 0 before (toLast after))
  where
    toLast = \case
      End -> End
      Leaf depth value End -> Leaf depth (value + heard) End
      Leaf depth value more -> Leaf depth value (toLast more)
    go = \case
      Spilled _ right half -> go (run right End half)
      Settled right reversed -> Says right (Zipper reversed End)

-- | A right half hears an amount from the left, and runs until some spills over to the left.
rightHears :: Int -> Leaves -> Says Leaves
rightHears heard half = case run 0 End (toFirst heard half) of
  Spilled word _ half' -> Says word half'
  Settled _ reversed -> Says 0 (reversed `onto` End)

toFirst :: Int -> Leaves -> Leaves
toFirst _ End = End
toFirst more (Leaf depth value after) = Leaf depth (value + more) after

-- | A number goes a level down, with an amount added to its first leaf, and the pairs that
-- are too deep explode.
exploded :: Int -> Leaves -> Exploded
exploded = go End
  where
    go before !carried = \case
      End -> Exploded 0 (before `onto` End) carried
      Leaf 4 x (Leaf 4 y after) -> case before of
        End | Exploded _ half word <- go (Leaf 4 0 End) y after -> Exploded (carried + x) half word
        Leaf depth value others -> go (Leaf 4 0 (Leaf depth (value + carried + x) others)) y after
      Leaf depth value after -> go (Leaf (depth + 1) (value + carried) before) 0 after

-- | What it says to the left, the half, and what it says to the right.
data Exploded = Exploded !Int !Leaves !Int

-- | How a run ends: with an amount that spills over to the left, and all leaves after it; or
-- at rest, with the leaves last one first. In between is what has spilled over to the right.
data Run = Spilled !Int !Int !Leaves | Settled !Int !Leaves

-- | Splits what is too large, from left to right, and explodes at once what is too deep then.
run :: Int -> Leaves -> Leaves -> Run
run !right before = \case
  End -> Settled right before
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
      after' = Leaf 4 0 (toFirst high after)

parse :: Text -> Either InvalidInput [Leaves]
parse text = go [] (numbered text)
  where
    go numbers [] = Right (reverse numbers)
    go numbers ((at, line) : others) = case number line of
      Just leaves -> go (leaves : numbers) others
      Nothing -> Left (InvalidInput at wrong)
    wrong = "expected a pair of pairs and digits, nested at most four deep"

-- | The leaves of the number that is a line.
number :: Text -> Maybe Leaves
number line = element 0 0 0 End
  where
    -- A path's bits tell which elements are right ones, the innermost in the last bit.
    element :: Int -> Int -> Int -> Leaves -> Maybe Leaves
    element !at !depth !path before = case byte at of
      '[' | depth < 4 -> element (at + 1) (depth + 1) (2 * path) before
      digit
        | isDigit digit && depth > 0 ->
          done (at + 1) depth path (Leaf depth (fromEnum digit - fromEnum '0') before)
      _ -> Nothing
    done !at !depth !path before = case byte at of
      '\n' | depth == 0 && at == B.length line -> Just (before `onto` End)
      ',' | depth > 0 && path .&. 1 == 0 -> element (at + 1) depth (path + 1) before
      ']' | path .&. 1 == 1 -> done (at + 1) (depth - 1) (path `shiftR` 1) before
      _ -> Nothing
    byte at = if at < B.length line then toEnum (fromIntegral (B.unsafeIndex line at)) else '\n'
