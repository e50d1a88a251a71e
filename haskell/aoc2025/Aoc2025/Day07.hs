-- | Laboratories: one linear operator, over whole numbers that are cut off.
--
-- A row of splitters is a linear operator: what a splitter gets of the row above, it gives to both sides. That
-- works over any semiring, and whole numbers in which a limit stands for all that is larger are one, whatever the
-- limit. Cut off at 1, they are the Booleans and tell which splitters are met; cut off where a machine word ends, they
-- count timelines, and a count that reaches the limit is taken again without one.
module Aoc2025.Day07 (parse, part1, part2, Manifold (..), upTo, split) where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.List (scanl')
import Data.Maybe (fromMaybe)
import qualified Data.Vector as V
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Generic.Mutable as M
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)

-- | The number of columns, where the beam enters, and the columns of splitters in each row that has some.
data Manifold = Manifold {width, start :: !Int, splitters :: [U.Vector Int]}
  deriving stock (Eq, Generic, Show)
  deriving anyclass (NFData)

part1 :: Manifold -> Int
part1 manifold = sum (zipWith met (rowsOf (upTo 1) manifold) (splitters manifold))
  where
    met row columns = U.sum (gotten row columns)

part2 :: Manifold -> Integer
part2 manifold
  | few < limit = toInteger few
  | otherwise = V.sum (last (rowsOf (+) manifold))
  where
    few = U.foldl' (upTo limit) 0 (last (rowsOf (upTo limit) manifold))
    limit = maxBound `quot` 2

-- | How whole numbers that are cut off are added.
upTo :: Int -> Int -> Int -> Int
upTo limit a b = min limit (a + b)
{-# INLINE upTo #-}

-- | The row above the first splitters, and those below each row of them.
rowsOf :: (G.Vector v a, Num a) => (a -> a -> a) -> Manifold -> [v a]
rowsOf plus (Manifold columns from rows) = scanl' (split plus) (G.generate columns (\at -> if at == from then 1 else 0)) rows
{-# INLINE rowsOf #-}

-- | What splitters in some columns get of a row.
gotten :: (G.Vector v a) => v a -> U.Vector Int -> v a
gotten row columns = G.generate (U.length columns) (\at -> row G.! (columns U.! at))
{-# INLINE gotten #-}

-- | What splitters do to a row; none is beside another.
split :: (G.Vector v a, Num a) => (a -> a -> a) -> v a -> U.Vector Int -> v a
split plus = splits
  where
    splits row columns = G.modify (\after -> U.mapM_ (across row after) columns) row
    across row after column = do
      let !has = row G.! column
      M.write after column 0
      M.modify after (`plus` has) (column - 1)
      M.modify after (`plus` has) (column + 1)
{-# INLINE split #-}

parse :: Text -> Either InvalidInput Manifold
parse text = case B.split '\n' text of
  first : rows
    | B.length first <= 2000 && B.count 'S' first == 1 && B.count '.' first == width - 1 ->
      Manifold width (fromMaybe 0 (B.elemIndex 'S' first)) . filter (not . U.null) <$> traverse splits (zip [2 ..] rows)
    where
      width = B.length first
      free = B.replicate width '.'
      splits (number, row)
        | number <= 2000 && row == free = Right U.empty
        | number <= 2000 && B.length row == width && B.count '.' row + U.length columns == width && apart = Right columns
        | otherwise = Left (InvalidInput number "expected a row as long as the first, of . and of ^ apart from each other and the edges, at most 2000")
        where
          columns = U.filter (\at -> byteAt row at == 94) (U.enumFromN 1 (width - 2))
          apart = U.and (U.zipWith (\one next -> next - one > 1) columns (U.drop 1 columns))
  _ -> Left (InvalidInput 1 "expected a row of . with one S, at most 2000 long")
