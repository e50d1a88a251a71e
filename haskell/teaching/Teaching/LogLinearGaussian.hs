-- | Gaussians as a log-linear family: sweeping leads from where data are added to where densities are multiplied.
--
-- A Gaussian is one symmetric matrix with a border. In one form it holds sums of 1, x and x x', and two groups of data together are a sum
-- of such matrices. In the other it holds the natural parameters, and a product of densities is a sum. Both
-- are the same semigroup, and "Teaching.Sweep" is the way over, for which no formula is written down: swept by the border alone the matrix
-- holds mean and covariance, by all places the parameters. Sweeping back is the way back.
module Teaching.LogLinearGaussian (parse, part1, part2, moments, parameters, product') where

import Control.Monad (foldM, guard, replicateM)
import Data.List (intercalate)
import qualified Data.List.NonEmpty as N
import Data.Maybe (fromMaybe)
import Data.Ratio (denominator, numerator)
import Data.Semigroup (sconcat)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Teaching.Sweep hiding (denominator)
import Threefold.Contract
import Threefold.Reading

type Group = V.Vector (U.Vector Int)

parse :: Text -> Either InvalidInput [Group]
parse = whole $ do
  (dimension, count) <- lineOf "expected a dimension from 1 to 20 and a number of groups from 1 to 5, with a space between" . valid $ do
    found <- (,) <$> natural 20 <* tag " " <*> natural 5
    pure (found <$ guard (fst found > 0 && snd found > 0))
  replicateM count (blank "expected an empty line" *> block (message dimension) (valid (vector dimension <$> sepBy (integer 999999999) ' ')))
  where
    message dimension = "expected " <> show dimension <> " numbers below 10^9 in size, with a space between two"
    vector dimension found = U.fromListN dimension found <$ guard (length found == dimension)

part1 :: [Group] -> Either NoAnswer String
part1 groups = intercalate "\n" . map written <$> densities groups
  where
    written it = fraction (sum (map (entry it 0) (places it))) <> " " <> fraction (sum (entry it <$> places it <*> places it) / 2)

part2 :: [Group] -> Either NoAnswer String
part2 groups = written . product' <$> densities groups
  where
    written it = unwords (map (fraction . entry it 0) (places it)) <> "\n" <> fraction (sum [entry it at at | at <- places it])

fraction :: Rational -> String
fraction value = show (numerator value) <> if denominator value == 1 then "" else "/" <> show (denominator value)

-- | All but the border.
places :: Tableau -> [Int]
places it = [1 .. V.length (entries it) - 1]

densities :: [Group] -> Either NoAnswer [Tableau]
densities groups = sequence [maybe (Left (NoAnswer ("group " <> show number <> " has no density"))) Right (parameters group) | (number, group) <- zip [1 :: Int ..] groups]

-- | The sums of 1, x and x x', with x in the border.
moments :: Group -> Tableau
moments group = tableau (V.toList (V.map (V.toList . V.map dot) (V.map (\column -> V.map (V.zip column) columns) columns)))
  where
    columns = V.cons (V.map (const 1) group) (V.generate (U.length (V.head group)) (\at -> V.map (toInteger . (U.! at)) group))
    dot = V.foldl' (\total (x, y) -> total + x * y) 0

-- | Minus the precision, with the precision times the mean in the border. Of mean moments, not of sums, so it is multiplied by their number.
parameters :: Group -> Maybe Tableau
parameters group = scaled (toInteger (V.length group)) <$> foldM (flip sweep) it (0 : places it)
  where
    it = moments group

-- | The product's covariance, with the mean in the border. No sweep fails, as all precisions are positive definite.
product' :: [Tableau] -> Tableau
product' found = fromMaybe added (foldM (flip sweepBack) added (places added))
  where
    added = sconcat (N.fromList found)
