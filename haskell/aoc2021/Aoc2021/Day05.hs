-- | Hydrothermal Venture: a line is a fraction, the floor a power series.
--
-- Number the points of the floor row after row. The points of a line are then so many equal steps
-- apart: 1, the floor's side, or that and one more or less. As a power series in @z@, a line with step @d@ from
-- @a@ to @b@ is a fraction, as the sum of any geometric progression is:
--
-- > z^a + z^(a+d) + ... + z^b = (z^a - z^(b+d)) / (1 - z^d)
--
-- All lines with one step share a denominator, so their numerators, two terms each, are added and
-- divided once. The quotient @s = p / (1 - z^d)@ is the series with @s = p + z^d s@, told by itself.
-- The coefficients are taken from the field of two elements, where plus and minus are one and
-- 64 coefficients fit in a word: what is 64 or more places back is known when a word is made, and
-- the rest is settled within it, because squaring is additive in that field:
--
-- > 1 / (1 + z^d) = (1 + z^d) / (1 + z^2d)
--
-- Lines with a common point would cancel in that field. So those with one step are first sorted
-- into two layers, the points that one or more of them cover and those that two or more do, in
-- which nothing overlaps. How layers of different steps join is a semigroup, 'Cover'. On each floor
-- it has a neutral element, the cover of no lines.
module Aoc2021.Day05
  ( parse,
    part1,
    part2,
    Ends (..),
    Line (..),
    lineOn,
    Series,
    series,
    plus,
    delay,
    over,
    Cover (..),
    cover,
    crowded,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (foldM)
import Data.Bits (bit, popCount, shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import qualified Data.IntMap.Strict as IntMap
import Data.List.NonEmpty (NonEmpty (..))
import Data.Maybe (fromMaybe)
import Data.Semigroup (sconcat)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | The floor's side and its lines.
data Floor = Floor !Int ![Line]
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | A step, the first point and the last.
data Line = Line {step :: !Int, start :: !Int, stop :: !Int}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Floor -> Int
part1 (Floor side vents) = crowded (cover side (1 :| [side]) vents)

part2 :: Floor -> Int
part2 (Floor side vents) = crowded (cover side (1 :| [side, side + 1, side - 1]) vents)

-- | How many points are covered twice?
crowded :: Cover -> Int
crowded = U.foldl' (\total points -> total + popCount points) 0 . twice

-- | The points of a floor that are covered at least once, and at least twice.
data Cover = Cover {once :: !Series, twice :: !Series}
  deriving stock (Eq, Show)

instance Semigroup Cover where
  Cover a b <> Cover c d = Cover (U.zipWith (.|.) a c) (U.zipWith4 join a b c d)
    where
      join p q r s = q .|. s .|. (p .&. r)

-- | What the lines with those steps cover on a floor of that side.
cover :: Int -> NonEmpty Int -> [Line] -> Cover
cover side steps vents = sconcat (fmap (\d -> coverBy side d (filter ((== d) . step) vents)) steps)

-- | What lines with one step cover.
coverBy :: Int -> Int -> [Line] -> Cover
coverBy side d vents = Cover (layer 1) (layer 2)
  where
    layer depth = over d . series (side * side) $ do
      (at, before, after) <- zip3 (IntMap.keys ends) depths (drop 1 depths)
      [place at | (before < depth) /= (after < depth)]
    depths = scanl (+) (0 :: Int) (IntMap.elems ends)
    ends = IntMap.fromListWith (+) (concatMap numerator vents)
    numerator Line {start, stop} = [(key start, 1), (key (stop + d), -1)]
    -- Points one step apart are neighbours in the order of the keys.
    key at = let (steps, from) = at `quotRem` d in from `shiftL` 32 .|. steps
    place at = (at .&. (bit 32 - 1)) * d + at `shiftR` 32

-- | A coefficient for each point of the floor, from z^0 on, 64 in a word.
type Series = U.Vector Word64

-- | The sum of the given powers of z on a floor of so many points.
series :: Int -> [Int] -> Series
series points powers = U.accum xor (U.replicate size 0) (filter ((< size) . fst) (map term powers))
  where
    size = (points + 63) `shiftR` 6
    term power = (power `shiftR` 6, bit (power .&. 63))

plus :: Series -> Series -> Series
plus = U.zipWith xor

-- | The series times z^d.
delay :: Int -> Series -> Series
delay d s = U.generate (U.length s) (\at -> word s (64 * at - d))

-- | The series divided by 1 + z^d, for a positive d: word after word, each from those before and,
-- where d is below 64, from itself.
over :: Int -> Series -> Series
over d p = U.constructN (U.length p) $ \s ->
  let at = U.length s in within d ((p U.! at) `xor` word s (64 * at - d))
  where
    within back w
      | back < 64 = within (2 * back) (w `xor` (w `shiftL` back))
      | otherwise = w

-- | The 64 coefficients from that power on; those that are not known count as 0.
word :: Series -> Int -> Word64
word s power = (known at `shiftR` offset) .|. (known (at + 1) `shiftL` (64 - offset))
  where
    at = power `shiftR` 6
    offset = power .&. 63
    known = fromMaybe 0 . (s U.!?)
{-# INLINE word #-}

parse :: Text -> Either InvalidInput Floor
parse = fmap floorOf . foldM (\done (number, text) -> (: done) <$> parseLine number text) [] . numbered

parseLine :: Int -> Text -> Either InvalidInput Ends
parseLine number text
  | not (all spelled numbers) = wrong "expected a line's ends as x1,y1 -> x2,y2"
  | otherwise =
    traverse (natural 9999 number) numbers >>= \case
      [x1, y1, x2, y2] | let ends = Ends x1 y1 x2 y2, straight ends -> Right ends
      _ -> wrong "expected a horizontal, vertical or diagonal line"
  where
    numbers = concatMap point [from, B.drop 4 to]
    (from, to) = B.breakSubstring " -> " text
    point at = let (x, y) = B.break (== ',') at in [x, B.drop 1 y]
    spelled digits = not (B.null digits) && B.all isDigit digits
    wrong = Left . InvalidInput number

-- | A line's ends: x1, y1, x2 and y2.
data Ends = Ends !Int !Int !Int !Int
  deriving stock (Eq, Show)

-- | Is the line horizontal, vertical or diagonal?
straight :: Ends -> Bool
straight (Ends x1 y1 x2 y2) = x1 == x2 || y1 == y2 || abs (x2 - x1) == abs (y2 - y1)

-- | The smallest floor that holds lines with those ends, but with a side of at least 3, so that the
-- steps of the four directions differ.
floorOf :: [Ends] -> Floor
floorOf vents = Floor side (map (lineOn side) vents)
  where
    side = 1 + maximum (2 : concat [[x1, y1, x2, y2] | Ends x1 y1 x2 y2 <- vents])

-- | A straight line on a floor of that side. A point is one of step 1.
lineOn :: Int -> Ends -> Line
lineOn side (Ends x1 y1 x2 y2) = Line (if a == b then 1 else (b - a) `quot` steps) a b
  where
    steps = max (abs (x2 - x1)) (abs (y2 - y1))
    (a, b) = (min from to, max from to)
    (from, to) = (x1 + side * y1, x2 + side * y2)
