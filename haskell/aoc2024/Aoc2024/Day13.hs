-- | Claw Contraption: Euclid's algorithm makes better buttons out of two.
--
-- To press B once and A back twice is a button, too. Two buttons are as good as one and the difference of both, so Euclid's algorithm goes
-- on until one does not move the claw along X any more: their [Hermite normal form](https://en.wikipedia.org/wiki/Hermite_normal_form). How
-- often to press the first is then said by X alone, and the second by Y, if it moves at all. If not, it costs or saves tokens where the
-- claw is: all ways to the prize are one way and any number of the second's presses, so the cheapest is the first or the last.
module Aoc2024.Day13 (parse, part1, part2, Button (..), Machine (..), normal, tokens) where

import Control.DeepSeq (NFData)
import Control.Monad (guard)
import qualified Data.List as List
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Along X and along Y, for how many presses of A and of B.
data Button = Button {across :: !Int, along :: !Int, ofA :: !Int, ofB :: !Int}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | Two buttons, and where the prize is.
data Machine = Machine !Button !Button !Int !Int
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput [Machine]
parse = whole (blocks (machine <$> button "A" (tag "Button A: X+") <*> button "B" (tag "Button B: X+") <*> lineOf "expected Prize: X=56, Y=78 with numbers to 999999" (pair (tag "Prize: X=") (tag ", Y=") (natural 999999))))
  where
    machine (ax, ay) (bx, by) (x, y) = Machine (Button ax ay 1 0) (Button bx by 0 1) x y
    button name begin = lineOf ("expected Button " <> name <> ": X+12, Y+34 with numbers from 1 to 99") (pair begin (tag ", Y+") move)
    {-# INLINE button #-}
    move = valid ((\number -> number <$ guard (number > 0)) <$> natural 99)
    {-# INLINE move #-}
    pair first second number = (,) <$> (first *> number) <*> (second *> number)
    {-# INLINE pair #-}

-- | The first button, and so many times the second.
plus :: Button -> Int -> Button -> Button
plus (Button x y a b) n (Button x' y' a' b') = Button (x + n * x') (y + n * y') (a + n * a') (b + n * b')

-- | Two buttons that reach what these do; the second does not move along X.
normal :: Button -> Button -> (Button, Button)
normal one other
  | across other == 0 = (one, other)
  | otherwise = normal other (plus one (negate (across one `quot` across other)) other)

part1 :: [Machine] -> Integer
part1 = total . map (tokens 100)

part2 :: [Machine] -> Integer
part2 machines = total [tokens maxBound (Machine a b (x + far) (y + far)) | Machine a b x y <- machines]
  where
    far = 10000000000000

-- | Nothing limits how many machines there are, so a sum may have more than 64 bits.
total :: [Int] -> Integer
total = List.foldl' (\sum' number -> sum' + toInteger number) 0

-- | What the prize costs at least, with so many presses of A and B at most; 0 if it can't be won.
tokens :: Int -> Machine -> Int
tokens most (Machine a b x y)
  | across step * times /= x || rest /= still * along loop || low > high = 0
  | otherwise = min (cost low) (cost high)
  where
    (step, loop) = normal a b
    times = x `quot` across step
    there = plus (Button 0 0 0 0) times step
    rest = y - along there
    still = if along loop == 0 then 0 else rest `quot` along loop
    -- How often the second may be pressed: as Y says, or else as often as there are presses of A and B to give.
    (low, high)
      | along loop == 0 = both (within ofA) (within ofB)
      | fits ofA && fits ofB = (still, still)
      | otherwise = (1, 0)
    both (low1, high1) (low2, high2) = (max low1 low2, min high1 high2)
    fits presses = let count = presses there + still * presses loop in 0 <= count && count <= most
    within presses
      | presses loop > 0 = (negate (presses there `div` presses loop), (limit - presses there) `div` presses loop)
      | otherwise = (negate ((limit - presses there) `div` negate (presses loop)), presses there `div` negate (presses loop))
    limit = min most x
    cost n = let way = plus there n loop in 3 * ofA way + ofB way
