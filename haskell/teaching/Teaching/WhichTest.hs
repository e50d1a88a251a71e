-- | Which test: Fisher's and Barnard's p of tables of two groups.
--
-- Barnard's p is the largest value of a polynomial. In /Bernstein's form/ its coefficients have a meaning: that of @k@ is the
-- probability of an extreme table if @k@ say yes, Fisher's question. They are control points, too: the polynomial lies within
-- their hull and ends where they do. To halve the interval is to take means of neighbours (de Casteljau), so the
-- search is an unfold: a lazy list of generations, in which only cells have halves that may rise above what is known. Each
-- generation encloses the answer, and 'rounded' asks for as many as it needs.
module Teaching.WhichTest (parse, part1, part2, Table (..), fisher, barnard, tails, halves) where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR)
import Data.List (foldl', intercalate, scanl', unfoldr)
import Data.Ratio ((%))
import qualified Data.Vector as V
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Teaching.Exact (Enclosure (..), exactly, rounded)
import Threefold.Contract
import Threefold.Reading (Reader, linesOf, natural, tag, valid)

-- | A table @Table a n b m@: of n and m people a and b said yes.
data Table = Table !Int !Int !Int !Int
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Table)
parse = linesOf "expected two groups of 1 to 5000 as 83/264 255/677" (table <$> people <* tag " " <*> people)
  where
    table (a, n) (b, m) = Table a n b m
    people :: Reader (Int, Int)
    people = valid (within <$> natural 5000 <* tag "/" <*> natural 5000)
    within yes all' = if yes <= all' && all' > 0 then Just (yes, all') else Nothing

part1 :: V.Vector Table -> String
part1 = intercalate "\n" . map (rounded 9 . pure . exactly . fisher) . V.toList

part2 :: V.Vector Table -> String
part2 = intercalate "\n" . map (rounded 6 . barnard) . V.toList

-- | The probability of tables with as many yes that are at most as probable.
fisher :: Table -> Rational
fisher (Table a n b m) = sum (filter (<= ways !! (a - first)) ways) % sum ways
  where
    k = a + b
    first = max 0 (k - m)
    ways = scanl' next (binomial n first * binomial m (k - first)) [first .. min n k - 1]
    next way x = way * toInteger ((n - x) * (k - x)) `quot` toInteger ((x + 1) * (m - k + x + 1))

binomial :: Int -> Int -> Integer
binomial n k = foldl' (\ways i -> ways * toInteger (n - i) `quot` toInteger (i + 1)) 1 [0 .. min k (n - k) - 1]

-- | Of all ways to choose k yes, how many are as extreme, with a larger share in the first group; and how many there are.
--
-- From x yes in the first group on they are; one more yes in all leaves x as it is, or moves it by one.
tails :: Table -> [(Integer, Integer)]
tails (Table a n b m) = [(tail', ways) | (_, _, tail', ways) <- scanl' next (1, 1, 0, 1) [1 .. n + m]]
  where
    -- The number of ways to have one less than x is kept, too.
    next :: (Int, Integer, Integer, Integer) -> Int -> (Int, Integer, Integer, Integer)
    next (!x, !before, !tail', !ways) k
      | x <= min n k && extreme x k = (x, before `times` (m - k + x) `over` (k - x + 1), more, ways')
      | otherwise = (x + 1, before', more - before', ways')
      where
        more = (tail' `times` (n + m - k + 1) + before `times` (n - x + 1)) `over` k
        before' = before `times` (n - x + 1) `over` x
        ways' = ways `times` (n + m - k + 1) `over` k
    extreme x k = distance x k > 0 && square (distance x k) * spread (a + b) >= square (distance a (a + b)) * spread k
    distance x k = toInteger (x * (n + m) - k * n)
    spread k = toInteger (k * (n + m - k))
    square d = d * d
    times value factor = value * toInteger factor
    over value divisor = value `quot` toInteger divisor

-- | Enclosures of the largest probability, over all shares of yes, of tables at least as extreme.
barnard :: Table -> [Enclosure]
barnard table@(Table a n b m)
  | a * m == b * n = [exactly 1]
  | otherwise = generations (2 ^^ negate bits) count (`shiftR` 1) words60 <> generations 1 0 (/ 2) fractions
  where
    upper = tails table
    both = zipWith (\(some, ways) (others, _) -> (some + others, ways)) upper (reverse upper)
    fractions = V.fromList (map (uncurry (%)) both)
    words60 = U.fromList [fromInteger (shiftL some bits `quot` ways) | (some, ways) <- both] :: U.Vector Int
    count = n + m + 1
    -- The sum of two control points fits into a word.
    bits = 60 :: Int

-- | What encloses the largest value of a polynomial, whose halves mirror each other, until rounding errs more.
--
-- Control points are in units, and by halving fall at most so many of them too low.
generations :: (G.Vector v a, Real a) => Rational -> Int -> (a -> a) -> v a -> [Enclosure]
generations unit wrong half points = go 1 0 [fst (halves half points)]
  where
    go !depth known cells
      | high - low <= 3 * err = [found]
      | otherwise = found : go (depth + 1) low (concatMap (both . halves half) (filter ((> low) . top) cells))
      where
        found = Enclosure low high
        low = maximum (known : [worth (max (G.head cell) (G.last cell)) | cell <- cells])
        high = maximum (low : map top cells)
        top cell = worth (G.maximum cell) + err
        err = if wrong > 0 then unit * fromIntegral (1 + depth * wrong :: Int) else 0
    worth = (* unit) . toRational
    both (left, right) = [left, right]
{-# INLINE generations #-}

-- | The control points of both halves, by de Casteljau.
halves :: (G.Vector v a, Num a) => (a -> a) -> v a -> (v a, v a)
halves half points = (G.fromListN count (map fst ends), G.fromListN count (reverse (map snd ends)))
  where
    count = G.length points
    ends = unfoldr next points
    -- Strict ends keep no round alive that is over.
    next now
      | G.null now = Nothing
      | !left <- G.head now, !right <- G.last now = Just ((left, right), G.zipWith mean now (G.tail now))
    mean one other = half (one + other)
{-# INLINE halves #-}
