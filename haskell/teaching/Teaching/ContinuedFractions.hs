-- | Eigenvalues as lazy /continued fractions/, found by moving and turning a polynomial (Lagrange, 1769).
--
-- If x is a whole number and one over y, then y is a root of the polynomial moved by the whole number and read backwards. So a root is a stream of
-- whole numbers, which ends if the root is a fraction, and is made as far as an answer needs it. All roots stay real, so changes of sign count
-- those above 0 (Descartes), and the count says how many streams there are before one knows any of them: equal roots never separate. Two
-- convergents in a row enclose the number.
module Teaching.ContinuedFractions (Polynomial, times, characteristic, moved, above, roots, nearly, guessed, turned, convergents) where

import Data.Bits (shiftL, shiftR)
import Data.List (dropWhileEnd, foldl')
import GHC.Num (integerLog2)

-- | Coefficients, the leading one, which is not 0, first.
type Polynomial = [Integer]

-- | The product with a transposed matrix; powers of a symmetric one are symmetric.
times :: [[Integer]] -> [[Integer]] -> [[Integer]]
times one other = [[sum (zipWith (*) row column) | column <- other] | row <- one]

-- | The polynomial whose roots are a symmetric matrix' eigenvalues (Faddeev and Le Verrier).
characteristic :: [[Integer]] -> Polynomial
characteristic matrix = 1 : go 1 matrix
  where
    go k power
      | k > toInteger (length matrix) = []
      | otherwise = found : go (k + 1) (matrix `times` zipWith raised [0 ..] power)
      where
        found = negate (sum (zipWith (!!) power [0 ..])) `quot` k
        raised place row = let (before, rest) = splitAt place row in before <> (head rest + found : tail rest)

-- | The polynomial whose roots are all less by a number: divisions by x less that number leave its coefficients.
moved :: Integer -> Polynomial -> Polynomial
moved by = go []
  where
    go found [] = found
    go found (first : more) = let (quotient, rest) = divided first more in go (rest : found) quotient
    divided !rest [] = ([], rest)
    divided !rest (value : more) = let (quotient, end) = divided (rest * by + value) more in (rest : quotient, end)

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
roots = from doubled doubled

doubled :: [Integer]
doubled = iterate (* 2) 1

-- | The same, but after the first place a term that reaches a limit may be cut: whatever is left out, the last two convergents enclose the root.
nearly :: Integer -> Polynomial -> [[Integer]]
nearly limit = let (low, high) = span (< limit) doubled in from doubled (low <> take 1 high)

-- | Given which powers of two are tried in the first place and in others.
from :: [Integer] -> [Integer] -> Polynomial -> [[Integer]]
from powers later p = concatMap streams near <> [[number] | (number, count) <- far, _ <- [1 .. count]]
  where
    (near, far) = wholes powers (dropWhileEnd (== 0) p)
    streams (number, q) = replicate (zeros q) [number] <> map (number :) (beyond later (reverse (dropWhileEnd (== 0) q)))

-- | The same of roots that are above 1.
beyond :: [Integer] -> Polynomial -> [[Integer]]
beyond powers p = if count == 1 then [single powers p] else [further !! index | index <- [0 .. count - 1]]
  where
    count = above (moved 1 p)
    further = map next (from powers powers (moved 1 p))

next :: [Integer] -> [Integer]
next ~(place : more) = place + 1 : more

-- | The only one. A guess is proved by what is left: that is above 1, too.
single :: [Integer] -> Polynomial -> [Integer]
single powers p
  | null found || above (moved 1 rest) /= 1 = next (head (from powers powers (moved 1 p)))
  | otherwise = found <> single powers rest
  where
    found = guessed p
    rest = turned found p

-- | The polynomial of what is left of roots without their first terms, which all are one map: @x = (a y + b) / (c y + d)@, or @a / c@ and @1 / c@ of plus or minus @1 / (c y + d)@.
turned :: [Integer] -> Polynomial -> Polynomial
turned terms p = zipWith quot (moved (sign * d) (reverse (moved a (zipWith (*) p (iterate (* c) 1))))) (iterate (* (sign * c)) 1)
  where
    (a, b, c, d) = foldl' (\(!e, !f, !g, !h) term -> (e * term + f, e, g * term + h, g)) (1, 0, 0, 1) terms
    sign = b * c - a * d

-- | What the continued fraction of the largest root begins with, by Newton's method in doubles, from above or nearly so.
guessed :: Polynomial -> [Integer]
guessed p = common (middle - off, one) (middle + off, one)
  where
    size = maximum (map (integerLog2 . abs) (filter (/= 0) p))
    doubles = map (\value -> fromInteger (value `shiftR` max 0 (fromIntegral size - 500))) p :: [Double]
    step x = let (slope, value) = foldl' (\(!s, !v) c -> (s * x + v, v * x + c)) (0, 0) doubles in x - value / slope
    start = fromIntegral (length p) - doubles !! 1 / head doubles
    found = fst (head (dropWhile (\(x, y) -> abs (x - y) > 1e-14 * abs x) (take 60 (zip <*> tail $ iterate step start)) <> [(0, 0)]))
    one = shiftL 1 44
    middle = truncate (found * fromInteger one) :: Integer
    off = shiftR middle 46 + 2
    common (a, b) (c, d)
      | b > 0, d > 0, first > 0, first == fst other = first : common (b, rest) (d, snd other)
      | otherwise = []
      where
        (first, rest) = a `quotRem` b
        other = c `quotRem` d

-- | The whole numbers that are 0 to 1 below a root, or a root, each with the polynomial moved there. If the last power of two is reached, it and
-- how many roots are not below it.
wholes :: [Integer] -> Polynomial -> ([(Integer, Polynomial)], [(Integer, Int)])
wholes powers p = case (past, reverse reached) of
  ([], (half, upper) : rest) -> (within 0 p rest (fromZero upper), [(half, fromZero upper)])
  (_, found) -> (within 0 p found 0, [])
  where
    (reached, past) = span ((> 0) . fromZero . snd) (moves powers p)
    moves halves q = [(half, moved half q) | half <- halves]
    fromZero q = above q + zeros q
    -- By halves, given how many roots are further on.
    within place q halves more
      | fromZero q == more = []
      | (half, upper) : rest <- halves = within place q rest (fromZero upper) <> within (place + half) upper (moves (map fst rest) upper) more
      | otherwise = [(place, q)]

-- | The fractions that a continued fraction begins with. Two in a row differ by one over the product of their denominators.
convergents :: [Integer] -> [(Integer, Integer)]
convergents terms = zip (tail (along 0 1)) (tail (along 1 0))
  where
    along before first = let found = first : zipWith3 (\term one two -> term * one + two) terms found (before : found) in found
