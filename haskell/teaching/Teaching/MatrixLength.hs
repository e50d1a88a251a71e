-- | How long is a matrix? Squares of singular values are lazy /continued fractions/, found by moving and turning a polynomial (Lagrange, 1769).
--
-- If x is a whole number and one over y, then y is a root of the polynomial moved by the whole number and read backwards. So a root is a stream of
-- whole numbers, which ends if the root is a fraction, and is made as far as an answer needs it. All roots stay real, so changes of sign count
-- those above 0 (Descartes), and the count says how many streams there are before one knows any of them: equal roots never separate. Two
-- convergents in a row enclose the number.
module Teaching.MatrixLength (parse, part1, part2, Polynomial, characteristic, moved, above, roots, convergents, enclosed) where

import Control.Monad (guard)
import qualified Data.ByteString.Char8 as B
import Data.List (dropWhileEnd, transpose)
import Data.Ratio ((%))
import Teaching.Exact (Enclosure (..), rounded)
import Threefold.Contract
import Threefold.Reading

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
    shorter = if length matrix < length (head matrix) then matrix else transpose matrix
    values = roots (characteristic shorter)
    norms norm = [Enclosure (norm lows % unit) (norm highs % unit) | unit <- map (10 ^) (iterate (* 2) (12 :: Int)), let (lows, highs) = unzip (map (enclosed unit) values)]

-- | Coefficients, the leading one, which is not 0, first.
type Polynomial = [Integer]

-- | The polynomial whose roots are the squares of the singular values (Faddeev and Le Verrier).
characteristic :: [[Integer]] -> Polynomial
characteristic rows = 1 : go 1 gram
  where
    gram = rows `times` rows
    -- The product with a transposed matrix; powers of a symmetric one are symmetric.
    times one other = [[sum (zipWith (*) row column) | column <- other] | row <- one]
    go k power
      | k > toInteger (length rows) = []
      | otherwise = found : go (k + 1) (gram `times` zipWith raised [0 ..] power)
      where
        found = negate (sum (zipWith (!!) power [0 ..])) `quot` k
        raised place row = let (before, rest) = splitAt place row in before <> (head rest + found : tail rest)

-- | The polynomial whose roots are all less by a number.
moved :: Integer -> Polynomial -> Polynomial
moved by = go []
  where
    go found [] = found
    go found p = let sums = scanl1 (\total value -> total * by + value) p in go (last sums : found) (init sums)

-- | How many roots are above 0, where all are real.
above :: Polynomial -> Int
above p = length (filter id (zipWith (/=) signs (drop 1 signs)))
  where
    signs = map (> 0) (filter (/= 0) p)

-- | How many are 0.
zeros :: Polynomial -> Int
zeros = length . takeWhile (== 0) . reverse

-- | Each root that is above 0, as a continued fraction.
roots :: Polynomial -> [[Integer]]
roots p = concatMap streams (wholes (dropWhileEnd (== 0) p))
  where
    streams (number, q) = replicate (zeros q) [number] <> [number : further !! index | index <- [0 .. above turned - 1]]
      where
        -- One over the rest is above 1.
        turned = moved 1 (reverse (dropWhileEnd (== 0) q))
        further = [place + 1 : more | ~(place : more) <- roots turned]

-- | The whole numbers that are 0 to 1 below a root, or a root, each with the polynomial moved there.
wholes :: Polynomial -> [(Integer, Polynomial)]
wholes p = within 0 p (reverse (takeWhile ((> 0) . fromZero . snd) (moves (iterate (* 2) 1) p))) 0
  where
    moves halves q = [(half, moved half q) | half <- halves]
    fromZero q = above q + zeros q
    -- By halves, given how many roots are beyond.
    within from q halves beyond
      | fromZero q == beyond = []
      | (half, upper) : rest <- halves = within from q rest (fromZero upper) <> within (from + half) upper (moves (map fst rest) upper) beyond
      | otherwise = [(from, q)]

-- | The fractions that a continued fraction begins with.
convergents :: [Integer] -> [Rational]
convergents terms = zipWith (%) (tail (along 0 1)) (tail (along 1 0))
  where
    along before first = let found = first : zipWith3 (\term one two -> term * one + two) terms found (before : found) in found

-- | A number's square root between two whole ones, in units of which there are so many in 1.
enclosed :: Integer -> [Integer] -> (Integer, Integer)
enclosed unit = narrow . convergents
  where
    squares = fromInteger (unit * unit)
    narrow (one : more@(other : _))
      | abs (one - other) * squares > 1 = narrow more
      | otherwise = ends (min one other) (max one other)
    narrow found = ends (sum found) (sum found)
    ends low high = (root (floor (low * squares)), root (ceiling (high * squares)) + 1)

-- | A whole number's square root, cut off: Heron's steps from above.
root :: Integer -> Integer
root 0 = 0
root square = head [x | (x, y) <- zip steps (tail steps), y >= x]
  where
    steps = iterate (\x -> (x + square `quot` x) `quot` 2) (head (dropWhile ((<= square) . (^ (2 :: Int))) (iterate (* 2) 1)))
