-- | The Treachery of Whales: the fuel is a sum of convex functions of the target.
--
-- Each crab prices every target: 2d or d^2 + d at distance d (twice the fuel, to stay whole).
-- Such a price is convex, its slope only rises. Convex functions are closed under addition,
-- so the fuel of all crabs is convex too, and where its slope changes sign is the least of
-- it: no more is asked of a cost, and both parts are one search.
--
-- The search halves the range of the target, and what is already decided becomes simple. A
-- crab that is left of all targets left over has the distance c - p there, one right of them
-- p - c: no kink any more, a polynomial in c. So a whole crowd on one side is three sums (how
-- many, their positions, their squares), and crowds are a monoid. A crab joins a crowd once and is
-- never looked at again; what remains are the crabs inside the range, about half as many after each
-- step.
module Aoc2021.Day07
  ( parse,
    part1,
    part2,

    -- * Convex costs
    Cost (..),
    linear,
    triangular,
    Crowd (..),
    crowd,
    fuel,
    leastFuel,
  )
where

import Control.Monad.ST (runST)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Short as S
import qualified Data.Vector.Unboxed as V
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract

-- | Twice the fuel for a distance d is @square * d^2 + step * d@.
data Cost = Cost {square :: !Integer, step :: !Integer}
  deriving stock (Show)

linear, triangular :: Cost
linear = Cost {square = 0, step = 2}
triangular = Cost {square = 1, step = 1}

-- | How many crabs there are, and the sums of their positions and of the squares of these.
data Crowd = Crowd !Integer !Integer !Integer
  deriving stock (Eq, Show)

instance Semigroup Crowd where
  Crowd n s q <> Crowd n' s' q' = Crowd (n + n') (s + s') (q + q')

instance Monoid Crowd where
  mempty = Crowd 0 0 0

-- | The crowd of these crabs. (Eight at a time, as the squares of so many fit in an Int.)
crowd :: V.Vector Int -> Crowd
crowd = go mempty
  where
    go !sums crabs
      | V.null crabs = sums
      | otherwise = go (sums <> eight) rest
      where
        (some, rest) = V.splitAt 8 crabs
        eight = Crowd (toInteger (V.length some)) (toInteger (V.sum some)) (toInteger (V.sum (V.map (^ (2 :: Int)) some)))

-- | Twice the fuel that takes two crowds to a target, one from its left and one from its right.
fuel :: Cost -> Crowd -> Crowd -> Integer -> Integer
fuel cost left right c = square cost * squares (left <> right) + step cost * (steps left - steps right)
  where
    squares (Crowd n s q) = n * c * c - 2 * c * s + q
    steps (Crowd n s _) = n * c - s

-- | The least fuel that takes all crabs to one target.
leastFuel :: Cost -> V.Vector Int -> Integer
leastFuel cost crabs = search (V.minimum crabs) (V.maximum crabs) mempty mempty crabs `div` 2
  where
    search from to left right inside
      | from == to = fuel cost left right (toInteger from)
      | rises = search from middle left right' insideLeft
      | otherwise = search (middle + 1) to left' right insideRight
      where
        middle = (from + to) `div` 2
        (insideLeft, insideRight) = V.partition (<= middle) inside
        left' = left <> crowd insideLeft
        right' = right <> crowd insideRight
        rises = here (middle + 1) >= here middle
        here = fuel cost left' right' . toInteger

farthest :: Int
farthest = 1000000000

parse :: Text -> Either InvalidInput (V.Vector Int)
parse text = case numbers line of
  Nothing -> Left (InvalidInput 1 ("expected a number from 0 to " <> show farthest))
  Just _ | B.length line < B.length text -> Left (InvalidInput 2 "expected no second line")
  Just crabs -> Right crabs
  where
    line = maybe text (`B.take` text) (B.elemIndex '\n' text)

-- | The numbers of a line, if it is nothing but numbers and commas between them. (A short string
-- is an array on the heap: to index it is cheaper by far.)
numbers :: Text -> Maybe (V.Vector Int)
numbers text = runST $ do
  found <- M.new (B.count ',' text + 1)
  let go !at !start !value !n
        | digit <= 9, value <= farthest = go (at + 1) start (10 * value + fromIntegral digit) n
        | at == start || value > farthest || digit /= comma = pure False
        | otherwise = M.write found n value *> if at == size then pure True else go (at + 1) (at + 1) 0 (n + 1)
        where
          !digit = if at < size then S.index line at - 48 else comma
  fine <- go 0 0 0 0
  if fine then Just <$> V.unsafeFreeze found else pure Nothing
  where
    line = S.toShort text
    size = S.length line
    comma = 252 -- read as a digit; the line's end counts as one

part1 :: V.Vector Int -> Integer
part1 = leastFuel linear

part2 :: V.Vector Int -> Integer
part2 = leastFuel triangular
