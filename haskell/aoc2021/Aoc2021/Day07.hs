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
-- many, their positions, their squares), and crowds are a group: who is not left is on the right. A
-- crab joins a crowd once and is never looked at again; what remains are the crabs inside the
-- range, about half as many after each step.
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
    without,
    fuel,
    slope,
    leastFuel,
  )
where

import Control.Monad.ST (runST)
import Data.Bits (bit, unsafeShiftR, (.&.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Places (byteAt, natural, naturalAt)

-- | Twice the fuel for a distance d is @square * d^2 + step * d@.
data Cost = Cost {square, step :: !Int}
  deriving stock (Show)

linear, triangular :: Cost
linear = Cost {square = 0, step = 2}
triangular = Cost {square = 1, step = 1}

-- | How many crabs there are, and the sums of their positions and of the squares of these. (A
-- machine word has room for 4 * 10^9 crabs' positions, at most 10^9 each, even doubled.)
data Crowd = Crowd !Int !Int !Integer
  deriving stock (Eq, Show)

instance Semigroup Crowd where
  Crowd n s q <> Crowd n' s' q' = Crowd (n + n') (s + s') (q + q')

instance Monoid Crowd where
  mempty = Crowd 0 0 0

-- | A crowd when another one has left it.
without :: Crowd -> Crowd -> Crowd
without (Crowd n s q) (Crowd n' s' q') = Crowd (n - n') (s - s') (q - q')

-- | The crowd of these crabs. (Squares have 60 bits, whose halves are summed up apart.)
crowd :: U.Vector Int -> Crowd
crowd crabs = total (U.foldl' add (0, 0, 0) crabs)
  where
    add (!sums, !high, !low) p =
      (sums + p, high + (p * p) `unsafeShiftR` 30, low + (p * p) .&. (bit 30 - 1))
    total (sums, high, low) =
      Crowd (U.length crabs) sums (bit 30 * toInteger high + toInteger low)

-- | Twice the fuel that takes two crowds to a target, one from its left and one from its right.
fuel :: Cost -> Crowd -> Crowd -> Int -> Integer
fuel cost left right target =
  toInteger (square cost) * squares (left <> right)
    + toInteger (step cost) * (steps left - steps right)
  where
    squares (Crowd n s q) = toInteger n * c * c - 2 * c * toInteger s + q
    steps (Crowd n s _) = toInteger n * c - toInteger s
    c = toInteger target

-- | By how much that rises from a target to the next one, if so many of a crowd are not beyond it.
slope :: Cost -> Crowd -> Int -> Int -> Int
slope cost (Crowd n s _) left c =
  square cost * (n * (2 * c + 1) - 2 * s) + step cost * (2 * left - n)

-- | The least fuel that takes all crabs to one target.
leastFuel :: Cost -> U.Vector Int -> Integer
leastFuel cost crabs = search 0 (U.maximum crabs) mempty crabs `div` 2
  where
    everyone = crowd crabs
    search !from !to left@(Crowd n _ _) inside
      | from == to = fuel cost left (everyone `without` left) from
      | slope cost everyone (n + U.length near) middle >= 0 = search from middle left near
      | otherwise = search (middle + 1) to (left <> crowd near) far
      where
        middle = (from + to) `unsafeShiftR` 1
        (near, far) = split middle inside

-- | The crabs up to a place, and those beyond it. (Each is written at both ends of what is free,
-- and stays at one of them: which, would be a guess.)
split :: Int -> U.Vector Int -> (U.Vector Int, U.Vector Int)
split middle crabs = runST $ do
  parted <- M.unsafeNew (U.length crabs)
  let go !at !near !far
        | at == U.length crabs = U.splitAt near <$> U.unsafeFreeze parted
        | otherwise = do
          M.unsafeWrite parted near crab
          M.unsafeWrite parted far crab
          go (at + 1) (near + isNear) (far + isNear - 1)
        where
          crab = U.unsafeIndex crabs at
          isNear = negate ((crab - middle - 1) `unsafeShiftR` 63)
  go 0 0 (U.length crabs - 1)

farthest :: Int
farthest = 1000000000

parse :: Text -> Either InvalidInput (U.Vector Int)
parse text = runST $ do
  crabs <- M.unsafeNew (B.length text `quot` 2 + 1)
  let go !n !at = naturalAt farthest text at (pure slowly) $ \crab end -> do
        M.unsafeWrite crabs n crab
        if
            | byteAt text end == comma -> go (n + 1) (end + 1)
            | end == B.length text -> Right <$> U.unsafeFreeze (M.unsafeTake (n + 1) crabs)
            | otherwise -> pure slowly
  go 0 0
  where
    comma = 44
    slowly = do
      let (line, more) = B.break (== '\n') text
      crabs <- traverse (natural farthest 1) (if B.null line then [line] else B.split ',' line)
      if B.null more
        then Right (U.fromList crabs)
        else Left (InvalidInput 2 "expected no second line")

part1 :: U.Vector Int -> Integer
part1 = leastFuel linear

part2 :: U.Vector Int -> Integer
part2 = leastFuel triangular
