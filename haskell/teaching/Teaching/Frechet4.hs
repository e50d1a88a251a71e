-- | The determinant and its gradient: a matrix is a /linear relation/, and pivots only exchange its coordinates.
--
-- Values y and unknowns x with @y = M x@ are a space of pairs, and M is one table of it. An exchange lets a value and an unknown change places, and what is
-- then in the table are, but for signs and a common denominator, minors of M: the space's /Plücker coordinates/ (Tucker, 1960, calls it a
-- principal pivot transform). So all are whole numbers. Exchanges are involutions, and in different rows and columns they
-- commute. After all n the table reads @x = G' y / det M@. G is made of minors as well, so it does not mind that the last pivot, det M, may be 0.
module Teaching.Frechet4 (parse, part1, part2, Row, Table (..), exchange, determinant, gradient) where

import Control.Monad (replicateM)
import qualified Data.ByteString.Char8 as B
import Data.List (delete)
import qualified Data.Map as M
import qualified Data.Vector as V
import Threefold.Contract
import Threefold.Reading hiding (rows)

type Row = V.Vector Integer

parse :: Text -> Either InvalidInput [Row]
parse = whole $ do
  first <- row "1 to 200" (<= 200)
  rest <- replicateM (V.length first - 1) (row (show (V.length first)) (== V.length first))
  pure (first : rest)
  where
    row count fits = lineOf ("expected a row of " <> count <> " numbers from -99 to 99") (valid (fit fits <$> sepBy (integer 99) ' '))
    fit fits found = if fits (length found) then Just (V.fromList (map toInteger found)) else Nothing

part1 :: [Row] -> Integer
part1 = determinant

part2 :: [Row] -> Text
part2 = B.intercalate "\n" . map (B.unwords . map (B.pack . show)) . gradient

-- | Rows of whole numbers, all of them over a common denominator. A row is not made before one looks at it.
data Table = Table {denominator :: !Integer, rows :: !(V.Vector Row)}
  deriving stock (Eq, Show)

-- | What is the value of a row, and what is the unknown of a column, change places.
exchange :: (Int, Int) -> Table -> Table
exchange (row, column) (Table below table) = Table pivot (V.imap exchanged table)
  where
    own = table V.! row
    pivot = own V.! column
    exchanged at other
      | at == row = own V.// [(column, below)]
      | otherwise = forced (V.izipWith entry own other)
      where
        factor = other V.! column
        entry place a b
          | place == column = negate factor
          | otherwise = (pivot * b - factor * a) `quot` below
    forced found = V.foldl' (flip seq) () found `seq` found

-- | Exchanges for all values but one, the place that is left, and all places; there are none if the rank is less.
exchanges :: [Row] -> Maybe (Table, (Int, Int), [(Int, Int)])
exchanges matrix = go (Table 1 (V.fromList matrix)) [] places places
  where
    places = zipWith const [0 ..] matrix
    go table done [row] [column] = Just (table, (row, column), (row, column) : done)
    go table done free columns = case [(row, column) | row <- free, column <- columns, rows table V.! row V.! column /= 0] of
      [] -> Nothing
      place@(row, column) : _ -> go (exchange place table) (place : done) (delete row free) (delete column columns)

determinant :: [Row] -> Integer
determinant matrix = case exchanges matrix of
  Nothing -> 0
  Just (table, (row, column), places) -> sign places * (rows table V.! row V.! column)

-- | How fast the determinant grows with each entry.
gradient :: [Row] -> [[Integer]]
gradient matrix = case exchanges matrix of
  Nothing -> map (map (const 0) . V.toList) matrix
  Just (table, place, places) ->
    let found = rows (exchange place table)
        columns = M.fromList places
        at = M.fromList [(column, row) | (row, column) <- places]
     in [[sign places * (found V.! row V.! column) | row <- M.elems at] | column <- M.elems columns]

-- | That of the permutation which takes rows to columns.
sign :: [(Int, Int)] -> Integer
sign places = if even inversions then 1 else -1
  where
    inversions = length [() | (a, b) <- places, (c, d) <- places, a < c, b > d]
