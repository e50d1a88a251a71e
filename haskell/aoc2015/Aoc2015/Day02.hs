-- | I Was Told There Would Be No Math: all about a box are elementary symmetric polynomials, over three semirings.
--
-- They do not change when a box is turned. Over numbers the second is half the surface and the third the volume.
-- Where a sum is the least of its terms, the second is the smallest face; where, besides, a product
-- is a sum, it is half the shortest way around.
module Aoc2015.Day02 (parse, part1, part2, Semiring (..), Least (..), Tropical (..), second, third) where

import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading

-- | Two operations of which the second distributes over the first.
class Semiring a where
  plus, times :: a -> a -> a

instance Semiring Int where
  plus = (+)
  times = (*)

-- | The least of numbers above 0, and their product.
newtype Least = Least {least :: Int}
  deriving stock (Eq, Show)

instance Semiring Least where
  plus (Least a) (Least b) = Least (min a b)
  times (Least a) (Least b) = Least (a * b)

-- | The least of numbers, and their sum.
newtype Tropical = Tropical {tropical :: Int}
  deriving stock (Eq, Show)

instance Semiring Tropical where
  plus (Tropical a) (Tropical b) = Tropical (min a b)
  times (Tropical a) (Tropical b) = Tropical (a + b)

type Box a = (a, a, a)

-- | The sum of the products of two.
second :: (Semiring a) => Box a -> a
second (x, y, z) = (x `times` y) `plus` (y `times` z) `plus` (z `times` x)
{-# INLINE second #-}

-- | The product of all three.
third :: (Semiring a) => Box a -> a
third (x, y, z) = x `times` y `times` z
{-# INLINE third #-}

parse :: Text -> Either InvalidInput (U.Vector (Box Int))
parse = linesUpTo 100000 wrong ((,,) <$> side <* tag "x" <*> side <* tag "x" <*> side)
  where
    side = valid ((\length' -> if length' > 0 then Just length' else Nothing) <$> natural 1000)
    wrong = "expected three numbers as 2x3x4, from 1 to 1000, on at most 100000 lines"

part1 :: U.Vector (Box Int) -> Int
part1 = U.foldl' (\paper box -> paper + 2 * second box + least (second (each Least box))) 0

part2 :: U.Vector (Box Int) -> Int
part2 = U.foldl' (\ribbon box -> ribbon + 2 * tropical (second (each Tropical box)) + third box) 0

each :: (a -> b) -> Box a -> Box b
each f (x, y, z) = (f x, f y, f z)
