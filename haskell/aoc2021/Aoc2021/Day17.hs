-- | Trick Shot: shots are counted by the Euler characteristic of their steps inside the target.
--
-- A path has one point more than it has edges, so to count paths is to count points less edges. A point is a step at
-- which a shot is inside the target, an edge joins two steps in a row. At step @t@ these shots are a rectangle of
-- velocities, as x allows a range of horizontal speeds and y one of vertical speeds, whatever the other does:
--
-- > points at t = |X t| |Y t|        edges after t = |X t ∩ X (t + 1)| |Y t ∩ Y (t + 1)|
module Aoc2021.Day17
  ( parse,
    part1,
    part2,
    Target (..),
    Range (..),
    Velocities (..),
    size,
    horizontal,
    vertical,
    euler,
  )
where

import Control.DeepSeq (NFData)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (integer, lineOf, natural, tag, valid, whole)

-- | All numbers from the first to the second.
data Range = Range !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | What is in both.
instance Semigroup Range where
  Range a b <> Range c d = Range (max a c) (min b d)

size :: Range -> Int
size (Range a b) = max 0 (b - a + 1)

-- | A rectangle: horizontal speeds, and vertical ones.
data Velocities = Velocities {-# UNPACK #-} !Range {-# UNPACK #-} !Range

-- | What is in both.
instance Semigroup Velocities where
  Velocities x y <> Velocities x' y' = Velocities (x <> x') (y <> y')

-- | Its xs and its ys.
data Target = Target !Range !Range
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The sum of the numbers up to that one.
triangle :: Int -> Int
triangle n = n * (n + 1) `quot` 2

-- | The last number whose triangle is not larger than that.
untriangle :: Int -> Int
untriangle total = (truncate (sqrt (fromIntegral (8 * total + 1)) :: Double) - 1) `quot` 2

-- | The vertical speeds with which a shot is in that range after so many steps, one or more.
vertical :: Range -> Int -> Range
vertical (Range low high) t = Range (fastest (low - 1) + 1) (fastest high)
  where
    fastest y = (y + triangle (t - 1)) `div` t

-- | The horizontal ones, to the right. A shot that isn't faster than @t@ is at rest by then.
horizontal :: Range -> Int -> Range
horizontal (Range low high) = \t -> Range (fastest before (low - 1) t + 1) (fastest within high t)
  where
    (before, within) = (untriangle (low - 1), untriangle high)
    fastest resting x t
      | resting < t = resting
      | otherwise = (x + triangle (t - 1)) `quot` t

-- | Points less edges: how many paths are there, of what is inside at each of so many steps?
euler :: (Semigroup a) => (a -> Int) -> (Int -> a) -> Int -> Int
euler measure inside final = go 1 (inside 1) 0
  where
    go !t !now !paths
      | t > final = paths
      | otherwise = let next = inside (t + 1) in go (t + 1) next (paths + measure now - measure (now <> next))
{-# INLINE euler #-}

-- | A shot upward comes back through the launch's height one faster than it left, and may be in the lowest row a step
-- later.
part1 :: Target -> Int
part1 (Target _ (Range bottom _)) = triangle (-bottom - 1)

part2 :: Target -> Int
part2 (Target xs ys@(Range bottom _)) = euler (\(Velocities x y) -> size x * size y) inside (-2 * bottom)
  where
    inside t = Velocities (across t) (vertical ys t)
    across = horizontal xs

limit :: Int
limit = 20000

parse :: Text -> Either InvalidInput Target
parse = whole (lineOf wrong (valid (target <$ tag "target area: x=" <*> to (natural limit) <* tag ", y=" <*> to (integer limit))))
  where
    wrong = "expected a target area as x=20..30, y=-10..-5, in which a shot can come to rest in time"
    to number = Range <$> number <* tag ".." <*> number
    target xs@(Range left right) ys@(Range bottom top)
      | 0 < left && left <= right && bottom <= top && top < 0 && rests = Just (Target xs ys)
      | otherwise = Nothing
      where
        rests = triangle (untriangle right) >= left && untriangle (left - 1) < -2 * bottom
