-- | Restroom Redoubt: robots with the same velocity share a time of their own, in which they move by one tile.
--
-- Seconds and columns are the same cyclic group, and to multiply by a velocity maps one to the other. So in its own time each velocity's robots go in single steps, and a step does to their number, sum and sum of squares
-- what (x + 1)² = x² + 2x + 1 says, but for those who leave on one side and come back on the other: a histogram knows them. What all robots' columns come to in a second is a sum over velocities, however many robots there are.
module Aoc2024.Day14 (parse, part1, part2, Moments (..), moments, moved, history, spreads, together) where

import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex)

-- | Columns and rows, each with velocities, which are at least 0.
type Robots = (U.Vector (Int, Int), U.Vector (Int, Int))

parse :: Text -> Either InvalidInput Robots
parse = fmap (\found -> (axis 101 column right found, axis 103 row down found)) . linesUpTo 50000 wrong robot
  where
    robot = (,,,) <$> (tag "p=" *> natural 100) <*> (tag "," *> natural 102) <*> (tag " v=" *> integer 999) <*> (tag "," *> integer 999)
    axis size place velocity = U.map (\each -> (place each, velocity each `mod` size)) :: U.Vector (Int, Int, Int, Int) -> U.Vector (Int, Int)
    (column, row, right, down) = (\(x, _, _, _) -> x, \(_, y, _, _) -> y, \(_, _, v, _) -> v, \(_, _, _, v) -> v)
    wrong = "expected a robot as p=7,8 v=9,-6 with a tile of 101 by 103, a velocity to 999, and 50000 robots at most"

part1 :: Robots -> Int
part1 (columns, rows) = product [U.length (U.filter (== side) sides) | side <- [0, 2, 6, 8]]
  where
    sides = U.zipWith (\column row -> 3 * half 101 column + half 103 row) columns rows
    half size (place, velocity) = fromEnum (compare ((place + 100 * velocity) `rem` size) (size `quot` 2))

part2 :: Robots -> Either NoAnswer Int
part2 (columns, rows) = together <$> closest (spreads 101 columns) <*> closest (spreads 103 rows)

-- | The second with these remainders by 101 and 103: 51 times 101 is 1 more than a multiple of 103.
together :: Int -> Int -> Int
together column row = column + 101 * (51 * (row - column) `mod` 103)

-- | The only second with the least spread.
closest :: U.Vector Int -> Either NoAnswer Int
closest found = if U.length (U.elemIndices least found) == 1 then Right (U.minIndex found) else Left (NoAnswer "no second stands out")
  where
    least = U.minimum found

-- | How many numbers there are, their sum, and that of their squares.
data Moments = Moments !Int !Int !Int
  deriving stock (Eq, Show)

instance Semigroup Moments where
  Moments n s q <> Moments n' s' q' = Moments (n + n') (s + s') (q + q')

instance Monoid Moments where
  mempty = Moments 0 0 0

-- | Of a number that is there so many times.
moments :: Int -> Int -> Moments
moments x count = Moments count (count * x) (count * x * x)

-- | Of numbers that are greater by 1.
moved :: Moments -> Moments
moved (Moments n s q) = Moments n (s + n) (q + 2 * s + n)

-- | Sum and sum of squares after 0, 1, 2, ... steps round a circle, where counts say how many are at each place. Who steps off the end would be
-- at its size, and is at 0.
history :: U.Vector Int -> U.Vector (Int, Int)
history counts = U.unfoldrN size step (size - 1, U.ifoldl' (\known x count -> known <> moments x count) mempty counts)
  where
    size = U.length counts
    step (end, now@(Moments _ s q)) = Just ((s, q), (end - 1, next))
      where
        !next = moved now <> moments size (negate count) <> moments 0 count
        -- unsafe: end goes down from size - 1, once for each element
        !count = unsafeIndex counts end

-- | The sum over all pairs of their squared distance in each second, on a circle of a prime size.
spreads :: Int -> U.Vector (Int, Int) -> U.Vector Int
spreads size robots = U.generate size (total 0 0 0 0)
  where
    counts = U.accumulate (+) (U.replicate (size * size) 0) (U.map (\(place, velocity) -> (size * velocity + place, 1)) robots)
    histories = U.concat [history (U.slice (size * velocity) size counts) | velocity <- [0 .. size - 1]]
    total !velocity !steps !s !q second
      | velocity == size = U.length robots * q - s * s
      | otherwise = total (velocity + 1) (if later < size then later else later - size) (s + s') (q + q') second
      where
        later = steps + second
        -- unsafe: steps are below the size, and there is a history of that length for each velocity
        (s', q') = unsafeIndex histories (size * velocity + steps)
