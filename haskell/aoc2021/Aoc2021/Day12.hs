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
import Threefold.Bits (ones)
import Threefold.Contract
import Threefold.Places (numbered)

-- | In how many ways each small cave leads to each, directly or through one big cave: in rows by where they begin. The
-- first row is that of the start, and the first column that of the end.
type Ways n = V.Vector (V.Vector n)

-- | The coefficients of an element, one for each product of numbers. A product is a set of bits: the first is
-- @e@, and from 1 on they are the caves.
type Zeon n = Int -> n

-- | The product with a cave's number.
visit :: (Num n) => Int -> Zeon n -> Zeon n
visit cave x set
  | not (testBit set cave) = 0
  | testBit set 0 = x (clearBit set cave) + x (clearBit set 0)
  | otherwise = x (clearBit set cave)
{-# INLINE visit #-}

-- | By the caves where they end, the walks from the start: @v = start + v A@.
walks :: (Num n) => Ways n -> V.Vector (V.Vector n)
walks ways = found
  where
    found = V.generate caves (\n -> V.generate (bit (caves + 1)) (visit (n + 1) (arrivals ways found (n + 1))))
    caves = V.length ways - 1
{-# INLINE walks #-}

-- | What leads into a cave: a column of @start + v A@. A walk that ends in a cave has that cave in its set.
arrivals :: (Num n) => Ways n -> V.Vector (V.Vector n) -> Int -> Zeon n
arrivals ways found cave set
  | set == 0 = V.head ways V.! cave
  | otherwise = total (map (\from -> ways V.! from V.! cave * found V.! (from - 1) V.! set) (ones (fromIntegral (clearBit set 0))))
{-# INLINE arrivals #-}

total :: (Num n) => [n] -> n
total = List.foldl' (+) 0
{-# INLINE total #-}

-- | How many paths lead from the start to the end, with a second visit to spare or without?
paths :: (Num n) => Bool -> Ways n -> n
paths spare ways = total (map (arrivals ways (walks ways) 0) [0, if spare then 1 else 2 .. bit (V.length ways) - 1])
{-# SPECIALIZE paths :: Bool -> Ways Int -> Int #-}
{-# SPECIALIZE paths :: Bool -> Ways Integer -> Integer #-}

-- | The same in numbers of 64 bits if these are enough: a path chooses a way on from each cave at most, and once more from
-- one of them.
counted :: Bool -> Ways Integer -> Integer
counted spare ways
  | most <= toInteger (maxBound :: Int) = toInteger (paths spare (V.map (V.map fromInteger) ways) :: Int)
  | otherwise = paths spare ways
  where
    most = product (V.map (+ 1) onward) * (1 + sum onward)
    onward = V.map sum ways

part1 :: Ways Integer -> Integer
part1 = counted False

part2 :: Ways Integer -> Integer
part2 = counted True

parse :: Text -> Either InvalidInput (Ways Integer)
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
    few near = let (bigs, smalls) = Map.split betweenCases near in Map.size smalls <= 14 && Map.size bigs <= 90
    wrong = "expected a passage between two caves, one of them small; at most 12 small ones besides start and end, and 90 big ones"

small :: Text -> Bool
small = B.all isAsciiLower

-- | Sorts after the names of big caves, and before those of small ones.
betweenCases :: Text
betweenCases = "_"

matrix :: Map.Map Text (Set.Set Text) -> Ways Integer
matrix near = V.fromList [V.fromList [ways from to | to <- ends] | from <- starts]
  where
    (starts, ends) = (map cave ("start" : others), map cave ("end" : others))
    others = filter (`notElem` ["start", "end"]) (Map.keys (snd (Map.split betweenCases near)))
    cave name = let next = near Map.! name in (name, next, fst (Set.split betweenCases next))
    ways (_, next, bigs) (to, _, bigs') = toInteger (fromEnum (Set.member to next) + Set.size (Set.intersection bigs bigs'))
