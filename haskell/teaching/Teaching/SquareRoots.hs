-- | Square roots, as powers in the ring of numbers @p + q √n@.
--
-- What is a step of Heron's rule, from @p / q@ to the mean of @p / q@ and @n q / p@? The ratio of the two parts of
-- @(p + q √n)²@. So Heron's rule is squaring, the ratios in between are the other powers, and we take the first
-- that is close enough. √n lies between @n q / p@ and @p / q@: where both are cut off alike, it is, too.
module Teaching.SquareRoots (Surd (..), power, norm, ends, heron, cut, parse, part1, part2) where

import Data.List (minimumBy)
import Data.Ord (comparing)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (linesOf, natural, tag, valid)

-- | The number @p + q √n@: n, p and q, all positive.
data Surd = Surd !Integer !Integer !Integer
  deriving stock (Eq, Show)

-- | The product of two numbers that have the same n.
instance Semigroup Surd where
  Surd n a b <> Surd _ c d = Surd n (ac + n * bd) ((a + b) * (c + d) - ac - bd)
    where
      !ac = a * c
      !bd = b * d

-- | The power of an exponent from 1 on. All factors but squares are small.
power :: Int -> Surd -> Surd
power 1 x = x
power exponent x = if even exponent then square else square <> x
  where
    !square = half <> half
    !half = power (exponent `quot` 2) x

-- | The product with @p - q √n@.
norm :: Surd -> Integer
norm (Surd n p q) = p * p - n * q * q

-- | What √n lies between, each times a number and cut off.
ends :: Integer -> Surd -> (Integer, Integer)
ends scale (Surd n p q) = (scale * n * q `quot` p, scale * p `quot` q)

parse :: Text -> Either InvalidInput (U.Vector (Int, Int))
parse = linesOf wrong (valid (inRange <$> natural (10 ^ (18 :: Int) - 1) <* tag " " <*> natural 10_000_000))
  where
    inRange n place = if n >= 1 && place >= 10 then Just (n, place) else Nothing
    wrong = "expected a number from 1 to 999999999999999999 and a place from 10 to 10000000, as 2 100"

part1 :: U.Vector (Int, Int) -> Int
part1 = U.sum . U.map (subtract 1 . length . heron . fst)

-- | What Heron's rule in whole numbers goes through, from the least power of two that is not below the root.
heron :: Int -> [Int]
heron n = map snd (takeWhile (uncurry (>)) (zip (maxBound : falling) falling))
  where
    falling = iterate (\x -> (x + n `quot` x) `quot` 2) (until (\x -> x * x >= n) (* 2) 1)

part2 :: U.Vector (Int, Int) -> String
part2 = concatMap (lastTen . uncurry cut) . U.toList
  where
    lastTen = drop 1 . show . (10_000_000_000 +) . (`rem` 10_000_000_000)

-- | The root of a number times a power of ten, cut off.
cut :: Int -> Int -> Integer
cut number place = head [low | x <- iterate (\x -> x <> x) (power (enough first) first), let (low, high) = ends scale x, low == high]
  where
    scale = 10 ^ place
    floored = toInteger (last (heron number))
    first = minimumBy (comparing (abs . norm)) [Surd (toInteger number) p 1 | p <- [floored, floored + 1]]
    -- As (p - q √n) / (p + q √n) is taken to a power, each one more adds as many digits. A guess: the ends decide.
    enough x@(Surd n p _) = max 1 (ceiling ((fromIntegral place + 20) / digits)) :: Int
      where
        digits = logBase 10 ((fromInteger p + sqrt (fromInteger n)) ^ (2 :: Int) / fromInteger (abs (norm x))) :: Double
