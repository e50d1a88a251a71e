-- | Red-Nosed Reports: the derivative of a product leaves each factor out once.
--
-- A report is a product of steps, each 1 or 0. Where a level is left out, the step over it is worth ε, whose square is 0. So what stands
-- at ε in the end is the number of ways to leave out just one level.
module Aoc2024.Day02 (parse, part1, part2, Dual (..), plus, times, ways) where

import Data.List (foldl')
import qualified Data.Vector as V
import Threefold.Contract
import Threefold.Reading

parse :: Text -> Either InvalidInput (V.Vector [Int])
parse = linesUpTo 100000 wrong (valid (short <$> sepBy (natural 99) ' '))
  where
    short levels = if null (drop 20 levels) then Just levels else Nothing
    wrong = "expected 1 to 20 levels up to 99 with a space between two, in at most 100000 lines"

-- | @Dual a b@ is a + bε.
data Dual = Dual !Int !Int
  deriving stock (Eq, Show)

plus, times :: Dual -> Dual -> Dual
plus (Dual a b) (Dual c d) = Dual (a + c) (b + d)
times (Dual a b) (Dual c d) = Dual (a * c) (a * d + b * c)

-- | The last two levels, and the ways up to each.
data Ways = Ways !Int {-# UNPACK #-} !Dual !Int {-# UNPACK #-} !Dual

-- | In how many ways do the levels that are kept rise (or fall) by 1 to 3 each, with none left out, and with one?
ways :: Bool -> [Int] -> Dual
ways rising levels = end (foldl' next (Ways edge (Dual 0 0) edge (Dual 1 0)) levels)
  where
    next (Ways a fromA b fromB) c = Ways b fromB c (plus (times (step b c) fromB) (times (over a c) fromA))
    end (Ways _ fromA _ fromB) = plus fromB (times (Dual 0 1) fromA)
    step a b = Dual (right a b) 0
    over a b = Dual 0 (right a b)
    right a b
      | a == edge || (by > 0 && by < 4) = 1
      | otherwise = 0
      where
        by = if rising then b - a else a - b
    edge = -1 -- before the first level: any step from there is right

part1 :: V.Vector [Int] -> Int
part1 = V.length . V.filter (\levels -> any (\rising -> safe (ways rising levels)) [True, False])
  where
    safe (Dual whole' _) = whole' > 0

part2 :: V.Vector [Int] -> Int
part2 = V.length . V.filter (\levels -> any (\rising -> safe (ways rising levels)) [True, False])
  where
    safe (Dual _ missing) = missing > 0
