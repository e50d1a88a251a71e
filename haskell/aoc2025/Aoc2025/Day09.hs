-- | Movie Theater: what is inside a loop is an integral of its corners.
--
-- Let each corner be a mass of 1 or -1, by turns along the loop. Integrated along both axes, they
-- are 1 inside and 0 outside: the mixed derivative of a shape is at its corners. Integrated once more,
-- what is outside tells how much of it any rectangle has. Moved outwards by half a tile, the loop has
-- all its own tiles inside, and lines that faced each other on neighbouring tiles cancel out.
module Aoc2025.Day09 (parse, part1, part2, Tile, Rows, integral, between, outline) where

import Data.Bits (shiftL, (.&.), (.|.))
import Data.Int (Int32)
import qualified Data.IntSet as IntSet
import Data.List (foldl')
import Data.Maybe (isJust)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (natural, onward, tag, valid, whole)

type Tile = (Int, Int)

type Rows = [U.Vector Int32]

type Sums = V.Vector (U.Vector Int32)

parse :: Text -> Either InvalidInput (U.Vector Tile)
parse text = do
  red <- whole (onward wrongTile (0 :: Int, []) tile) text
  let count = length red
      closes = turns (drop (count - 2) red <> take 2 red)
      loop = U.fromListN count red
  if closes && isSimple loop then Right loop else Left (InvalidInput count wrongLoop)
  where
    tile (count, before) = valid ((\x y -> next count ((x, y) : before)) <$> natural 99999 <* tag "," <*> natural 99999)
    next count tiles
      | count < 5000 && turns tiles = Just (head tiles, (count + 1, take 2 tiles))
      | otherwise = Nothing
    wrongTile = "expected two numbers as 1,2, from 0 to 99999, where the line before turns, at most 5000 in all"
    wrongLoop = "expected a loop that turns at each red tile and does not meet itself"

-- | Does a line go straight from each tile to the next, and turn there?
turns :: [Tile] -> Bool
turns tiles = all isJust steps && and (zipWith (/=) steps (drop 1 steps))
  where
    steps = zipWith upright tiles (drop 1 tiles)
    upright (x, y) (x', y')
      | (x == x') == (y == y') = Nothing
      | otherwise = Just (x == x')

-- | Does each line meet only the two that it follows and is followed by?
isSimple :: U.Vector Tile -> Bool
isSimple red = sum (map meetings [0 .. count - 1]) == count
  where
    count = U.length red
    lows = U.zipWith (\(x, y) (x', y') -> (min x x', min y y', max x x', max y y')) red (turned 1 red)
    sides = U.fromListN count (map (lows U.!) (leftToRight (U.map (\(x, _, _, _) -> x) lows)))
    meetings at = go (at + 1) (0 :: Int)
      where
        (_, low, right, high) = sides U.! at
        go !next !found
          | next == count || x > right = found
          | otherwise = go (next + 1) (if y <= high && low <= y' then found + 1 else found)
          where
            (x, y, _, y') = sides U.! next

turned :: (U.Unbox a) => Int -> U.Vector a -> U.Vector a
turned by red = U.drop by red U.++ U.take by red

-- | The places of numbers, those of the least first.
leftToRight :: U.Vector Int -> [Int]
leftToRight numbers = map (.&. 16383) (IntSet.toAscList (IntSet.fromList (zipWith (\at x -> x `shiftL` 14 .|. at) [0 ..] (U.toList numbers))))

area :: Tile -> Tile -> Int
area (x, y) (x', y') = (abs (x - x') + 1) * (abs (y - y') + 1)
{-# INLINE area #-}

-- | Tiles with none further out, on the left and below, say, against those on the right and above.
part1 :: U.Vector Tile -> Int
part1 red = maximum [U.maximum (U.map (area one) (stairs up (U.reverse sorted))) | up <- [1, -1], one <- U.toList (stairs (-up) sorted)]
  where
    sorted = U.fromListN (U.length red) (map (red U.!) (leftToRight (U.map fst red)))
    stairs up tiles = U.map fst (U.filter (\((_, y), before) -> up * y > before) (U.zip tiles (U.prescanl' (\most (_, y) -> max most (up * y)) minBound tiles)))

-- | Tiles far to the left come first, as their rows are long; what is found leaves out tiles on the right that reach too little.
part2 :: U.Vector Tile -> Int
part2 red = foldl' among 0 [True, False]
  where
    (places, starts, rows) = outline red
    inside = integral id rows
    outside = V.fromList (integral (\winding -> if winding == 0 then 1 else 0) inside)
    crosses = U.zipWith (cross starts (V.fromList inside)) red places
    among found up = fst (foldl' with (found, U.enumFromN 0 (U.length red)) (leftToRight (U.map fst red)))
      where
        high one = let (_, _, down, top) = crosses U.! one in if up then top else down
        with (best, rights) one
          | right * high one <= best = (best, rights)
          | more > best = (more, U.filter (\other -> let (left, _, down, top) = crosses U.! other in left * (if up then down else top) > more) rights)
          | otherwise = (best, rights)
          where
            (x, y) = red U.! one
            (_, right, down, top) = crosses U.! one
            more = U.foldl' larger best rights
            larger most other
              | size > most && meet && between outside (places U.! one) (places U.! other) == 0 = size
              | otherwise = most
              where
                (x', y') = red U.! other
                (left, _, down', top') = crosses U.! other
                size = area (x, y) (x', y')
                meet = x <= x' && x' - x < min right left && y' - y < min top down' && y - y' < min down top'

-- | How many tiles from one on are inside: to the left, to the right, down and up?
cross :: (U.Vector Int, U.Vector Int) -> Sums -> Tile -> Tile -> (Int, Int, Int, Int)
cross (xs, ys) inside (x, y) (column, row) = (x + 1 - xs U.! along (-1) column, xs U.! (along 1 column - 1) - x, y + 1 - ys U.! across (-1) row, ys U.! (across 1 row - 1) - y)
  where
    level = inside V.! row
    along step !at = if level U.! at == 0 then at else along step (at + step)
    across step !at = if (inside V.! at) U.! column == 0 then at else across step (at + step)

-- | Sums of something from the first row and column up to each place.
integral :: (Int32 -> Int32) -> Rows -> Rows
integral of' rows = drop 1 (scanl below (U.map (const 0) (head rows)) rows)
  where
    below above row = U.zipWith (+) above (U.postscanl' (+) 0 (U.map of' row))
{-# INLINE integral #-}

-- | The sum over the places from one to another, of sums from the first on; none is in the first row or column.
between :: Sums -> Tile -> Tile -> Int32
between sums (x, y) (x', y') = to (max y y') - to (min y y' - 1)
  where
    to at = let row = sums V.! at in row U.! max x x' - row U.! (min x x' - 1)
{-# INLINE between #-}

-- | Where the red tiles are among rows and columns that begin at each corner around all red and green tiles; where these
-- rows begin; and the corners as masses.
outline :: U.Vector Tile -> (U.Vector Tile, (U.Vector Int, U.Vector Int), Rows)
outline red = (U.zip (place column cornerX columns) (place row cornerY rows), (xs, ys), masses)
  where
    (columns, rows) = U.unzip red
    after = turned 1 red
    before = turned (U.length red - 1) red
    left = U.sum (U.zipWith (\(x, y) (x', y') -> x * y' - x' * y) red after) > 0
    cornerX = U.zipWith3 (\x (_, from) (_, to) -> if (to > from) == left then x + 1 else x) columns before after
    cornerY = U.zipWith3 (\y (from, _) (to, _) -> if (to > from) == left then y else y + 1) rows before after
    (xs, column) = numbered cornerX
    (ys, row) = numbered cornerY
    place = U.zipWith3 (\number corner tile -> number - (corner - tile))
    width = U.length xs + 1
    flat = U.accum (+) (U.replicate ((U.length ys + 1) * width) 0) (zip (U.toList (U.zipWith (\x y -> y * width + x) column row)) (cycle [1, -1]))
    masses = [U.slice (at * width) width flat | at <- [0 .. U.length ys]]

-- | Different numbers in order, and the place of each number among them, from 1.
numbered :: U.Vector Int -> (U.Vector Int, U.Vector Int)
numbered numbers = (U.map fst (U.filter snd (U.zip sorted new)), U.update_ numbers order (U.postscanl' (+) 0 (U.map fromEnum new)))
  where
    order = U.fromListN (U.length numbers) (leftToRight numbers)
    sorted = U.backpermute numbers order
    new = U.zipWith (/=) sorted (U.cons (-1) sorted)
