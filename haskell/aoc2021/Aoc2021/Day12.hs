-- | Passage Pathing: small caves are numbers whose squares are zero.
--
-- A matrix of ways between small caves has powers that count walks. So that none visits a cave twice, each cave's
-- number @z@ is a factor of all ways that lead into it, these numbers commute, and @z^2 = 0@: a
-- [zeon algebra](https://arxiv.org/abs/1209.5072). For part 2 there is one number @e@ more, @z^2 = e z@ and @e^2 = 0@: a
-- second visit is paid for with @e@, which can be paid once. The sum of all powers is the solution of
-- @v = start + v A@. It is written down as that, and laziness finds the order of the coefficients.
module Aoc2021.Day12
  ( parse,
    part1,
    part2,
    Ways,
    Zeon,
    visit,
    walks,
    paths,
  )
where

import Control.Monad (foldM)
import Data.Bits (bit, clearBit, testBit)
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower, isAsciiUpper)
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import qualified Data.Set as Set
import qualified Data.Vector as V
import Threefold.Contract
import Threefold.Places (numbered)

-- | In how many ways each small cave leads to each, directly or through one big cave: in rows by where they begin. The
-- first row is that of the start, and the first column that of the end.
type Ways = V.Vector (V.Vector Integer)

-- | The coefficients of an element, one for each product of numbers. A product is a set of bits: the first is
-- @e@, and from 1 on they are the caves.
type Zeon = Int -> Integer

-- | The product with a cave's number.
visit :: Int -> Zeon -> Zeon
visit cave x set
  | not (testBit set cave) = 0
  | testBit set 0 = x (clearBit set cave) + x (clearBit set 0)
  | otherwise = x (clearBit set cave)

-- | By the caves where they end, the walks from the start: @v = start + v A@.
walks :: Ways -> [Zeon]
walks ways = found
  where
    found = [table (visit cave (arrivals (V.map (V.! cave) ways))) | cave <- [1 .. caves]]
    arrivals into = let before = combined (V.toList (V.tail into)) found in \set -> if set == 0 then V.head into else before set
    table x = (V.generate (bit (caves + 1)) x V.!)
    caves = V.length ways - 1

-- | The sum of elements, so many times each.
combined :: [Integer] -> [Zeon] -> Zeon
combined numbers elements = \set -> List.foldl' (\total (number, x) -> total + number * x set) 0 terms
  where
    terms = filter ((/= 0) . fst) (zip numbers elements)

-- | How many paths lead from the start to the end, with a second visit to spare or without?
paths :: Bool -> Ways -> Integer
paths spare ways = List.foldl' (+) (V.head toEnd) (map (combined (V.toList (V.tail toEnd)) (walks ways)) sets)
  where
    toEnd = V.map V.head ways
    sets = [0, if spare then 1 else 2 .. bit (V.length ways) - 1]

part1 :: Ways -> Integer
part1 = paths False

part2 :: Ways -> Integer
part2 = paths True

parse :: Text -> Either InvalidInput Ways
parse text = matrix <$> foldM passage (Map.fromList [("start", Set.empty), ("end", Set.empty)]) (numbered text)
  where
    passage near (number, line) = case B.split '-' line of
      [one, other]
        | all named [one, other] && one /= other && any small [one, other] && few near' -> Right near'
        where
          near' = link one other (link other one near)
      _ -> Left (InvalidInput number wrong)
    link one other = Map.insertWith Set.union one (Set.singleton other)
    named name = not (B.null name) && (small name || B.all isAsciiUpper name)
    few near = let (smalls, bigs) = List.partition small (Map.keys near) in length smalls <= 14 && length bigs <= 90
    wrong = "expected a passage between two caves, one of them small; at most 12 small ones besides start and end, and 90 big ones"

small :: Text -> Bool
small = B.all isAsciiLower

matrix :: Map.Map Text (Set.Set Text) -> Ways
matrix near = V.fromList [V.fromList [toInteger (ways from to) | to <- "end" : others] | from <- "start" : others]
  where
    others = filter (`notElem` ["start", "end"]) (filter small (Map.keys near))
    ways from to = fromEnum (Set.member to (near Map.! from)) + Set.size (bigs from `Set.intersection` bigs to)
    bigs cave = Set.filter (not . small) (near Map.! cave)
