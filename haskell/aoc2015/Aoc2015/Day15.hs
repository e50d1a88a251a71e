-- | Science for Hungry People: scores are improving values, known by upper bounds that fall.
--
-- Of two such values the one with the higher bound is looked at more closely; if it is known
-- exactly, the other need not be. So the best of all mixes is written down as a maximum over all
-- of them, halving ranges of amounts, and lazy evaluation is branch and bound.
module Aoc2015.Day15 (parse, part1, part2, Five (..), Score (..), value, bound, best, cookies) where

import Control.DeepSeq (NFData)
import Data.Char (isAsciiLower, isAsciiUpper)
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Capacity, durability, flavor, texture and calories.
data Five = Five !Int !Int !Int !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput [Five]
parse = fmap V.toList . linesUpTo 5 wrong (Five <$ name <* tag ": capacity " <*> number <* tag ", durability " <*> number <* tag ", flavor " <*> number <* tag ", texture " <*> number <* tag ", calories " <*> natural 99)
  where
    number = integer 99
    name = word (\sign -> isAsciiLower sign || isAsciiUpper sign)
    wrong = "expected a line as Oats: capacity -1, durability 3, flavor 0, texture 2, calories 5, numbers up to 99, on at most 5 lines"

-- | At most so much, and what is known after a closer look; or exactly so much.
data Score = AtMost !Int Score | Exactly !Int
  deriving stock (Show)

bound :: Score -> Int
bound (AtMost most _) = most
bound (Exactly exactly) = exactly

value :: Score -> Int
value (AtMost _ closer) = value closer
value (Exactly exactly) = exactly

-- | The higher of two, of which no more is known than has to be.
best :: Score -> Score -> Score
best one other = if bound one >= bound other then higher one other else higher other one
  where
    higher (Exactly exactly) _ = Exactly exactly
    higher (AtMost most closer) lower = AtMost most (best closer lower)

-- | The best score of so many teaspoons, of just so many calories if these are given; -1 if there is none.
cookies :: Int -> Maybe Int -> [Five] -> Score
cookies teaspoons calories bag = go (zip3 bag (others max) (map fifth (others min))) teaspoons zero
  where
    -- Of each place, the extreme of what is further down in the bag.
    others extreme = drop 1 (scanr1 (along extreme) bag) ++ [zero]
    go [] _ totals = Exactly (score totals)
    go [(one, _, _), (other, _, _)] left totals = Exactly (two (fmap (subtract (fifth none)) calories) (fifth one - fifth other))
      where
        none = along (\total each -> total + left * each) totals other
        mixed amount = along (+) none (along (\each without -> amount * (each - without)) one other)
        two (Just wanted) more
          | more /= 0 = if wanted `rem` more == 0 && 0 <= amount && amount <= left then score (mixed amount) else -1
          | wanted /= 0 = -1
          where
            amount = wanted `quot` more
        two _ _ = highest 0 left
        -- As a product of linear functions, the score has one peak; where it is 0, the lowest total tells on which side.
        highest low high
          | low == high = score (mixed low)
          | mixed middle `below` mixed (middle + 1) = highest (middle + 1) high
          | otherwise = highest low middle
          where
            middle = (low + high) `quot` 2
        below x y = if score x == score y then lowest x < lowest y else score x < score y
    go ((one, most, least) : later) left totals = halves (if null later then left else 0) left
      where
        -- Those with an amount in a range of what is first in the bag.
        halves low high
          | not (maybe True possible calories) = Exactly (-1)
          | low == high = go later (left - low) (along (\total each -> total + low * each) totals one)
          | otherwise = AtMost (score upper) (best (halves low middle) (halves (middle + 1) high))
          where
            middle = (low + high) `quot` 2
            upper = along (+) totals (along (\each other -> left * other + (each - other) * (if each > other then high else low)) one most)
            fewest = fifth totals + left * least + (fifth one - least) * (if fifth one > least then low else high)
            possible wanted = fewest <= wanted && wanted <= fifth upper

zero :: Five
zero = Five 0 0 0 0 0

fifth :: Five -> Int
fifth (Five _ _ _ _ calories) = calories

along :: (Int -> Int -> Int) -> Five -> Five -> Five
along f (Five a b c d e) (Five a' b' c' d' e') = Five (f a a') (f b b') (f c c') (f d d') (f e e')
{-# INLINE along #-}

score :: Five -> Int
score (Five a b c d _) = max 0 a * max 0 b * max 0 c * max 0 d

-- | The lowest total of what counts.
lowest :: Five -> Int
lowest (Five a b c d _) = min (min a b) (min c d)

part1 :: [Five] -> Int
part1 = value . cookies 100 Nothing

part2 :: [Five] -> Either NoAnswer Int
part2 bag = case value (cookies 100 (Just 500) bag) of
  -1 -> Left (NoAnswer "no cookie has 500 calories")
  found -> Right found
