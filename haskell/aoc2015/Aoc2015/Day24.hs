-- | It Hangs in the Balance: a search is a lazy list, and how branches are joined says in which order.
--
-- Groups with a package and groups without it are two lists. Joined by '<>' they come as they are found, which is right where any
-- group will do; joined by a merge the best comes first. Both are monoids, so the search is written once and is told which.
module Aoc2015.Day24 (parse, part1, part2, Group (..), Package, merge, chosen) where

import Data.Bits (setBit, testBit)
import Data.List (sortOn)
import Data.Ord (Down (..))
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading

-- | The product of the weights, and which packages: in this order the best is the least.
data Group = Group !Integer !Int
  deriving stock (Eq, Ord, Show)

-- | A number and a weight.
type Package = (Int, Int)

parse :: Text -> Either InvalidInput (U.Vector Int)
parse = linesUpTo 32 wrong weight
  where
    weight = valid ((\found -> if found > 0 then Just found else Nothing) <$> natural 999)
    wrong = "expected a weight from 1 to 999, on at most 32 lines"

-- | The groups of so many packages with a weight, each kind once, with a way to join two lists; the heaviest package is the first.
chosen :: ([Group] -> [Group] -> [Group]) -> [Package] -> Int -> Int -> [Group]
chosen join = from 1 0
  where
    from found members _ 0 weight = [Group found members | weight == 0]
    from _ _ [] _ _ = []
    from found members ((number, heaviest) : others) size weight
      | heaviest * size < weight = []
      | heaviest > weight = from found members others size weight
      | otherwise = with `join` from found members (dropWhile ((== heaviest) . snd) others) size weight
      where
        with = from (found * toInteger heaviest) (setBit members number) others (size - 1) (weight - heaviest)

-- | Two lists that ascend as one.
merge :: (Ord a) => [a] -> [a] -> [a]
merge (a : as) (b : bs) = if a <= b then a : merge as (b : bs) else b : merge (a : as) bs
merge as bs = as <> bs

without :: [Package] -> Group -> [Package]
without packages (Group _ members) = filter (not . testBit members . fst) packages

-- | Can packages be put into groups of a weight? One of them has the heaviest.
divides :: Int -> [Package] -> Bool
divides _ [] = True
divides share ((_, heaviest) : others) =
  or [divides share (without others group) | size <- [0 .. length others], group <- chosen (<>) others size (share - heaviest)]

leastProduct :: Int -> U.Vector Int -> Either NoAnswer Integer
leastProduct groups weights
  | possible, Group found _ : _ <- filter (divides share . without packages) (concatMap best [1 .. length packages]) = Right found
  | otherwise = Left (NoAnswer "the packages can't be put into groups as heavy")
  where
    (share, over) = U.sum weights `quotRem` groups
    packages = zip [0 ..] (sortOn Down (U.toList weights))
    best size = chosen merge packages size share
    possible = over == 0 && U.all (<= share) weights && not (any tooFew [2 .. U.foldl' max 0 weights])
    -- what is no multiple of a divisor is made of packages, one of which is none
    tooFew divisor = share `rem` divisor > 0 && U.length (U.filter ((> 0) . (`rem` divisor)) weights) < groups

part1 :: U.Vector Int -> Either NoAnswer Integer
part1 = leastProduct 3

part2 :: U.Vector Int -> Either NoAnswer Integer
part2 = leastProduct 4
