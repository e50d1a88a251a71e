-- | Critical points: quadratic forms of f' and f'' count their roots, see "Teaching.RealRoots".
module Teaching.CriticalPoints (parse, part1, part2) where

import Control.Monad (guard)
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector as V
import Teaching.RealRoots
import Threefold.Contract
import Threefold.Reading

parse :: Text -> Either InvalidInput (V.Vector Polynomial)
parse = linesOf "expected 3 to 101 coefficients of at most 18 digits, the first of them not 0" . valid $ do
  found <- integer 999999999999999999 `sepBy` ' '
  pure (map toInteger found <$ guard (length found >= 3 && length found <= 101 && take 1 found /= [0]))

-- | How many critical points there are, and how many are minima: these alternate with maxima, and one is last if the slope ends above 0.
part1 :: V.Vector Polynomial -> Text
part1 polynomials = B.unwords (map (B.pack . show . V.sum) [V.map (points . derivative) polynomials, V.map (minima . derivative) polynomials])
  where
    minima slope = (changes slope + fromEnum (take 1 slope > [0])) `quot` 2

-- | How many minima the slope's square has where it is not 0. Half of its derivative is the slope times the slope's derivative.
part2 :: V.Vector Polynomial -> Int
part2 = V.sum . V.map (fooled . derivative)
  where
    fooled slope = (changes slope + changes (derivative slope) + 1) `quot` 2 - points slope
