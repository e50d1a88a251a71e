-- | Historian Hysteria: lists are measures, and how far apart two of them are is an integral.
--
-- A list is a mass of 1 at each of its numbers. On a line, to move one measure onto another by the shortest ways costs the
-- area between their cumulative sums. So nothing is sorted and nothing is paired: part 1 integrates twice, and part 2
-- integrates a density by the other measure.
module Aoc2024.Day01 (parse, part1, part2, Measure, difference, distance, integral) where

import Data.Int (Int32)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading

-- | How much lies at each place from 0 to 99999, or is missing.
type Measure = U.Vector Int32

parse :: Text -> Either InvalidInput (U.Vector (Int, Int))
parse = linesUpTo 100000 wrong ((,) <$> natural 99999 <* tag "   " <*> natural 99999)
  where
    wrong = "expected two numbers up to 99999 with three spaces between them, in at most 100000 lines"

-- | A mass of 1 at each of some numbers, and of -1 at each of others.
difference :: U.Vector Int -> U.Vector Int -> Measure
difference one other = U.accumulate (+) (U.replicate 100000 0) (U.map (,1) one <> U.map (,-1) other)

-- | The least that it costs to move what there is too much of to where as much is missing.
distance :: Measure -> Int
distance = U.sum . U.map abs . U.scanl1' (+) . U.map fromIntegral

-- | The integral of a function by a measure with a mass of 1 at each of the numbers.
integral :: U.Vector Int -> (Int -> Int) -> Int
integral numbers function = U.sum (U.map function numbers)

part1 :: U.Vector (Int, Int) -> Int
part1 = distance . uncurry difference . U.unzip

part2 :: U.Vector (Int, Int) -> Int
part2 rows' = integral left (\place -> place * fromIntegral (density U.! place))
  where
    (left, right) = U.unzip rows'
    density = difference right U.empty
