-- | Linear least squares: by Cayley and Hamilton's theorem the inverse is a polynomial, so nothing is eliminated.
--
-- With @S@ the sum of all @x x'@ and @B@ that of all @y x'@ a best matrix has @W S = B@. Faddeev and LeVerrier's recursion,
-- @M_1 = 1@, @c_k = tr (S M_k) / k@ and @M_(k+1) = c_k - S M_k@, makes the characteristic polynomial's coefficients. Those of a semidefinite @S@ are
-- above 0 up to the rank @r@, and 0 from there on: then @S M_r@ is @c_r@ on all that @S@ makes. Rows of @B@ are such, so @B M_r / c_r@ is a best
-- matrix, and as its rows are too, it is the smallest (Decell, 1965). No pivot is chosen and no case told apart: the rank is where the list ends.
module Teaching.Frechet2 (parse, part1, part2, Data (..), Matrix, moments, times, powers, best) where

import Control.DeepSeq (NFData)
import Control.Monad (replicateM)
import qualified Data.ByteString.Char8 as B
import Data.Ratio (denominator, numerator, (%))
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading hiding (rows)

type Matrix a = [[a]]

-- | For each number of x and of y what it is in all pairs, and the rows of a matrix.
data Data = Data {xs, ys :: ![U.Vector Int], tried :: !(Matrix Int)}
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Data
parse = whole $ do
  (pairs, inputs, outputs) <- lineOf "expected pairs 1 to 10000, x 1 to 30 and y 1 to 30, as pairs 5 x 2 y 1" (valid (sizes <$ tag "pairs " <*> natural 10_000 <* tag " x " <*> natural 30 <* tag " y " <*> natural 30))
  gap
  found <- replicateM pairs (lineOf "expected the numbers of x and those of y, from -9999 to 9999, as 1 2 | 3" ((U.++) <$> row inputs <* tag " | " <*> row outputs))
  gap
  matrix <- replicateM outputs (lineOf "expected as many numbers from -9999 to 9999 as x has" (row inputs))
  let (first, second) = splitAt inputs (columns (inputs + outputs) (U.concat found))
  pure (Data first second (map U.toList matrix))
  where
    gap = blank "expected an empty line"
    sizes pairs inputs outputs = if minimum [pairs, inputs, outputs] > 0 then Just (pairs, inputs, outputs) else Nothing
    row count = items count ' ' (integer 9999)
    columns count rows = [U.generate (U.length rows `quot` count) (\at -> rows U.! (at * count + column)) | column <- [0 .. count - 1]]

part1 :: Data -> Text
part1 given = shown (B.pack . show) (map (map (2 *)) (zipWith (zipWith (-)) (tried given `times` squares) products))
  where
    (squares, products) = moments given

part2 :: Data -> Text
part2 = shown fraction . best . moments
  where
    fraction value = B.pack (show (numerator value) <> if denominator value == 1 then "" else '/' : show (denominator value))

shown :: (a -> Text) -> Matrix a -> Text
shown entry = B.intercalate "\n" . map (B.unwords . map entry)

-- | The sums of all @x x'@ and all @y x'@.
moments :: Data -> (Matrix Int, Matrix Int)
moments given = (table (xs given), table (ys given))
  where
    table rows = [[U.sum (U.zipWith (*) row column) | column <- xs given] | row <- rows]

-- | The second matrix is symmetric.
times :: (Num a) => Matrix a -> Matrix a -> Matrix a
times rows symmetric = [[sum (zipWith (*) row column) | column <- symmetric] | row <- rows]

-- | The smallest @W@ with @W S = B@.
best :: (Matrix Int, Matrix Int) -> Matrix Rational
best (squares, products) = map (map (% below)) (map (map toInteger) products `times` polynomial)
  where
    (below, polynomial) = last ((1, map (map (const 0)) squares) : powers (map (map toInteger) squares))

-- | Coefficients of a semidefinite matrix's characteristic polynomial as long as they are above 0, each with a polynomial of the matrix: times that
-- it is the coefficient on all that the matrix makes, if the coefficient is the last.
powers :: Matrix Integer -> [(Integer, Matrix Integer)]
powers squares = takeWhile ((> 0) . fst) (go 1 (scalar 1))
  where
    size = length squares
    scalar c = [[if row == column then c else 0 | column <- [1 .. size]] | row <- [1 .. size]]
    go k polynomial
      | k > size = []
      | otherwise = (c, polynomial) : go (k + 1) (zipWith (zipWith (-)) (scalar c) next)
      where
        next = symmetric [[sum (zipWith (*) row column) | column <- take at polynomial] | (at, row) <- zip [1 ..] squares]
        c = trace next `quot` toInteger k
    trace matrix = sum (zipWith (!!) matrix [0 ..])
    -- From its rows up to the diagonal.
    symmetric rows = zipWith3 (\at row below -> row <> map (!! at) below) [0 ..] rows (tail (iterate tail rows))
