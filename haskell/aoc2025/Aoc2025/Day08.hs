-- | Playground: circuits are partitions, which are a lattice, and to hang a string is a join.
--
-- Strings may be joined in any order, and one within a block changes nothing. So all short
-- strings are hung unsorted. Where the last of them matters, a pivot splits the list: either the
-- shorter ones suffice, or they are hung, and of the others only those between two blocks are left.
module Aoc2025.Day08 (parse, part1, part2, Boxes, Partition, string, discrete, hang, rank, least, final) where

import Control.Monad.ST (ST)
import Data.Array (accumArray, elems)
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import Data.List (sortOn)
import Data.Ord (Down (..))
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Reading (linesUpTo, natural, tag)

type Boxes = U.Vector (Int, Int, Int)

-- | Of each box, the first one in its block.
type Partition = U.Vector Int

-- | A squared distance, a box and a later one: the order of strings is that of these numbers.
type Strings = U.Vector Int

parse :: Text -> Either InvalidInput Boxes
parse = linesUpTo 10000 wrong ((,,) <$> natural 99999 <* tag "," <*> natural 99999 <* tag "," <*> natural 99999)
  where
    wrong = "expected three numbers as 1,2,3, from 0 to 99999, on at most 10000 lines"

part1 :: Boxes -> Int
part1 boxes = product (take 3 (sortOn Down (U.toList (U.filter (> 0) (sizes circuits)))))
  where
    wanted = min 1000 (U.length boxes * (U.length boxes - 1) `quot` 2)
    found = head (filter ((>= wanted) . U.length) (map (short boxes) (iterate (* 4) (max 1 (2 * wanted)))))
    circuits = hang (least wanted found) (discrete boxes)

part2 :: Boxes -> Either NoAnswer Int
part2 boxes
  | U.length boxes == 1 = Left (NoAnswer "a single box needs no string")
  | rank circuits == 1 = Right (answer (final (discrete boxes) shortest))
  | otherwise = Right (answer (final circuits (between boxes circuits)))
  where
    shortest = short boxes (4 * U.length boxes)
    circuits = hang shortest (discrete boxes)
    answer string = let (one, other) = ends string in x (boxes U.! one) * x (boxes U.! other)
    x (at, _, _) = at

-- | All strings up to a length for which evenly spread boxes have about so many: the boxes at the ends are in the same
-- cell of a plane, or in neighbouring ones.
short :: Boxes -> Int -> Strings
short boxes pairs = U.fromList (from 0)
  where
    from !at
      | at == count = []
      | otherwise = run (at + 1) (starts U.! (cell + 2)) (run (starts U.! (cell + width - 1)) (starts U.! (cell + width + 2)) (from (at + 1)))
      where
        (!x, !y, !z, !one) = sorted U.! at
        cell = cellOf x y
        run !next to others
          | next == to = others
          | apart <= reach * reach = let !short' = string apart one other in short' : run (next + 1) to others
          | otherwise = run (next + 1) to others
          where
            (x', y', z', other) = sorted U.! next
            apart = distance (x, y, z) (x', y', z')
    count = U.length boxes
    span' = 1 + U.maximum (U.map (\(x, y, z) -> x `max` y `max` z) boxes)
    reach = 1 + floor (0.78 * fromIntegral span' * (fromIntegral pairs / fromIntegral count ** 2) ** (1 / 3 :: Double))
    width = span' `quot` reach + 3
    cellOf x y = (x `quot` reach + 1) * width + y `quot` reach + 1
    cells = elems (accumArray (flip (:)) [] (0, width * width) [(cellOf x y, box) | (box, (x, y, _)) <- zip [0 ..] (U.toList boxes)])
    starts = U.fromListN (width * width + 2) (scanl (+) 0 (map length cells)) :: U.Vector Int
    sorted = U.map (\box -> let (x, y, z) = boxes U.! box in (x, y, z, box)) (U.fromListN count (concat cells))

-- | All strings between two blocks; one end at least is not in the largest.
between :: Boxes -> Partition -> Strings
between boxes names = U.concat [U.map (to one) (U.filter (apart one) all') | one <- U.toList all', names U.! one /= largest]
  where
    all' = U.enumFromN 0 (U.length boxes)
    largest = U.maxIndex (sizes names)
    apart one other = names U.! other == largest || one < other && names U.! one /= names U.! other
    to one other = string (distance (boxes U.! one) (boxes U.! other)) one other

distance :: (Int, Int, Int) -> (Int, Int, Int) -> Int
distance (x, y, z) (x', y', z') = (x' - x) * (x' - x) + (y' - y) * (y' - y) + (z' - z) * (z' - z)
{-# INLINE distance #-}

string :: Int -> Int -> Int -> Int
string apart one other = apart `shiftL` 28 .|. min one other `shiftL` 14 .|. max one other

ends :: Int -> (Int, Int)
ends joined = (joined `shiftR` 14 .&. 16383, joined .&. 16383)

-- | So many of the least.
least :: Int -> Strings -> Strings
least wanted strings
  | U.length strings <= wanted = strings
  | U.length below >= wanted = least wanted below
  | otherwise = below U.++ U.take 1 strings U.++ least (wanted - U.length below - 1) above
  where
    pivot = U.head strings
    (below, above) = U.unstablePartition (< pivot) (U.tail strings)

-- | The string at which a partition becomes one block, of strings that make it so.
final :: Partition -> Strings -> Int
final circuits strings
  | rank shorter == 1 = final circuits below
  | rank longer == 1 = pivot
  | otherwise = final longer above
  where
    relevant = U.filter (\joined -> let (one, other) = ends joined in circuits U.! one /= circuits U.! other) strings
    pivot = U.minimum (U.take 8 relevant)
    (below, above) = (U.filter (< pivot) relevant, U.filter (> pivot) relevant)
    shorter = hang below circuits
    longer = hang (U.singleton pivot) shorter

-- | All boxes alone.
discrete :: Boxes -> Partition
discrete boxes = U.enumFromN 0 (U.length boxes)

-- | How many blocks are there?
rank :: Partition -> Int
rank = U.length . U.filter id . U.imap (==)

-- | How large is the block that is named after each box? 0 where none is.
sizes :: Partition -> U.Vector Int
sizes names = U.accumulate (+) (U.map (const 0) names) (U.map (,1) names)

-- | The join of a partition and of strings.
hang :: Strings -> Partition -> Partition
hang strings = U.modify (\names -> U.mapM_ (join names . ends) strings >> flatten names)
  where
    join names (one, other) = do
      a <- leader names one
      b <- leader names other
      M.write names (max a b) (min a b)
    flatten names = mapM_ (\box -> leader names box >>= M.write names box) [0 .. M.length names - 1]
    leader :: M.MVector s Int -> Int -> ST s Int
    leader names box = do
      next <- M.read names box
      if next == box
        then pure box
        else do
          after <- M.read names next
          M.write names box after
          leader names after
