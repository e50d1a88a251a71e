-- | Historian Hysteria: lists are measures, and how far apart two of them are is an integral.
--
-- A list is a mass of 1 at each of its numbers. On a line, to move one measure onto another by the shortest ways costs the
-- area between their cumulative sums. So nothing is sorted and nothing is paired: part 1 integrates twice, and part 2
-- integrates a density by the other measure.
module Aoc2024.Day01 (parse, part1, part2, Measure, measure, distance, integral) where

import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading

-- | How much lies at each place from 0 to 99999.
type Measure = U.Vector Int

parse :: Text -> Either InvalidInput (U.Vector (Int, Int))
parse text = case linesOf wrong ((,) <$> natural 99999 <* tag "   " <*> natural 99999) text of
  Right rows' | U.length rows' > longest -> tooLong
  Left (InvalidInput line _) | line > longest -> tooLong
  read' -> read'
  where
    wrong = "expected two numbers up to 99999 with three spaces between them, in at most 100000 lines"
    longest = 100000
    tooLong = Left (InvalidInput (longest + 1) wrong)

-- | A mass of 1 at each of the numbers.
measure :: U.Vector Int -> Measure
measure numbers = U.accumulate (+) (U.replicate 100000 0) (U.map (,1) numbers)

-- | The least that it costs to move one measure onto another one which is as large.
distance :: Measure -> Measure -> Int
distance one other = U.sum (U.map abs (U.scanl1' (+) (U.zipWith (-) one other)))

-- | The integral of a function by a measure with a mass of 1 at each of the numbers.
integral :: U.Vector Int -> (Int -> Int) -> Int
integral numbers function = U.sum (U.map function numbers)

part1 :: U.Vector (Int, Int) -> Int
part1 rows' = distance (measure left) (measure right)
  where
    (left, right) = U.unzip rows'

part2 :: U.Vector (Int, Int) -> Int
part2 rows' = integral left (\place -> place * density U.! place)
  where
    (left, right) = U.unzip rows'
    density = measure right
