-- | How long is a matrix? Squares of singular values are lazy continued fractions ("Teaching.ContinuedFractions").
module Teaching.MatrixLength (parse, part1, part2, levels) where

import Control.Monad (guard)
import qualified Data.ByteString.Char8 as B
import Data.List (sort, transpose)
import Data.Ratio ((%))
import Teaching.ContinuedFractions
import Teaching.Exact (Enclosure (..), rounded)
import Threefold.Contract
import Threefold.Reading hiding (rows)

parse :: Text -> Either InvalidInput [[Integer]]
parse = whole (onward "expected at most 30 rows, each of as many numbers, 1 to 30, of at most 18 digits" (0 :: Int, Nothing) form)
  where
    form (rows, width) = valid $ do
      found <- integer 999999999999999999 `sepBy` ' '
      pure $ do
        guard (rows < 30 && length found <= 30 && maybe True (== length found) width)
        Just (map toInteger found, (rows + 1, Just (length found)))

part1 :: [[Integer]] -> Text
part1 matrix = B.unwords (map (B.pack . show) [sum (map (^ (2 :: Int)) (concat matrix)), longest matrix, longest (transpose matrix)])
  where
    longest = maximum . map (sum . map abs)

part2 :: [[Integer]] -> String
part2 matrix = rounded 9 (norms (maximum . (0 :))) <> " " <> rounded 9 (norms sum)
  where
    found = levels matrix
    norms norm = [Enclosure (norm lows % unit) (norm highs % unit) | (unit, values) <- found, let (lows, highs) = unzip values]

-- | What the singular values that are not 0 are between, in ever smaller units, of which there are so many in 1.
levels :: [[Integer]] -> [(Integer, [(Integer, Integer)])]
levels matrix = [(unit, map (enclosed unit) (nearly (unit * unit) polynomial)) | unit <- map (10 ^) (iterate (* 2) (12 :: Int))]
  where
    polynomial = characteristic (shorter `times` shorter)
    shorter = if length matrix < length (head matrix) then matrix else transpose matrix

-- | A number's square root between two whole ones, in units of which there are so many in 1.
enclosed :: Integer -> [Integer] -> (Integer, Integer)
enclosed unit = narrow . convergents
  where
    narrow ((p, q) : more@((r, s) : _))
      | q * s < unit * unit = narrow more
      | otherwise = let [low, high] = sort [units p q, units r s] in (root low, root (high + 1) + 1)
    narrow ended = let (p, q) = last ended in (root (units p q), root (units p q + 1) + 1)
    units p q = p * unit * unit `quot` q

-- | A whole number's square root, cut off: Heron's steps from above.
root :: Integer -> Integer
root 0 = 0
root square = head [x | (x, y) <- zip steps (tail steps), y >= x]
  where
    steps = iterate (\x -> (x + square `quot` x) `quot` 2) (head (dropWhile ((<= square) . (^ (2 :: Int))) (iterate (* 2) 1)))
