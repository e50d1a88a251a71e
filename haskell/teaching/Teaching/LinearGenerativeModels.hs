-- | Linear generative models: a number is what all its enclosures say, and whether it is a fraction is asked of a polynomial.
--
-- Variances are lazy continued fractions ("Teaching.ContinuedFractions"). Each precision is a /level/: what all of them are between, the largest first, made once for all
-- functions that look at it; what rises in all of them is a map over levels. A level either tells a sum from a fraction, or tells a factor
-- whose roots are added up, as only then is the sum a fraction.
module Teaching.LinearGenerativeModels (parse, part1, part2, Level, levels, left, product') where

import Control.Monad (guard)
import Data.List (foldl', sortOn, transpose)
import Data.Ord (Down (..))
import Data.Ratio (denominator, numerator, (%))
import Teaching.ContinuedFractions
import Teaching.Exact hiding (exp)
import Threefold.Contract
import Threefold.Reading hiding (rows)
import Prelude hiding (pi)

parse :: Text -> Either InvalidInput (Int, [[Integer]])
parse = whole $ do
  hidden <- lineOf "expected a number of hidden variables from 0 to 999" (natural 999)
  (,) hidden <$> onward message (0 :: Int, Nothing) (datum hidden)
  where
    message = "expected numbers below 1000 in size, more than hidden variables, as many as in the first datum"
    datum hidden (count, width) = valid $ do
      found <- integer 999 `sepBy` ' '
      pure $ do
        let here = length found
        guard (here > hidden && here <= 1000 && maybe True (== here) width && count < (if here > 20 then 20 else 1000))
        Just (map toInteger found, (count + 1, Just here))

part1 :: (Int, [[Integer]]) -> Either NoAnswer String
part1 (hidden, rows)
  | hidden >= length polynomial - 1 = Left (NoAnswer "without noise there is no density")
  | otherwise = Right (rounded 6 [Enclosure (share * low) (share * high) | Enclosure low high <- left polynomial found hidden] <> " " <> rounded 6 (enclosures likelihood))
  where
    (unit, polynomial) = spectrum rows
    found = levels polynomial
    count = length (head rows)
    share = unit / fromIntegral (count - hidden)
    likelihood = fromRational (toInteger (length rows) % (-2)) * (fromIntegral count * (1 + ln (2 * pi)) + ln kept + fromIntegral (count - hidden) * ln noise)
    kept = along (\values -> product (take hidden values) * unit ^ hidden) found
    noise = along (\values -> sum (drop hidden values) * share) found

part2 :: (Int, [[Integer]]) -> Int
part2 (_, rows) = length (takeWhile (not . keeps) [0 ..])
  where
    polynomial = snd (spectrum rows)
    found = levels polynomial
    twentieth = negate (sum (take 1 (drop 1 polynomial))) % 20
    keeps hidden = head [high <= twentieth | Enclosure low high <- left polynomial found hidden, low > twentieth || high <= twentieth]

-- | The variances along the principal axes that are not 0: a unit, and the polynomial whose roots they are in it.
spectrum :: [[Integer]] -> (Rational, Polynomial)
spectrum rows = (common % (count ^ (3 :: Int)), reverse (dropWhile (== 0) (reverse (characteristic (map (map (`quot` common)) products)))))
  where
    count = toInteger (length rows)
    sums = map sum (transpose rows)
    away = map (zipWith (\total value -> count * value - total) sums) rows
    side = if length rows < length sums then away else transpose away
    products = side `times` side
    common = max 1 (foldl' gcd 0 (concat products))

-- | What each root is between, the largest first.
type Level = [Enclosure]

-- | Ever narrower: the ends' difference is at most 2^-bits times the lower one.
levels :: Polynomial -> [Level]
levels polynomial = [sortOn (\(Enclosure _ high) -> Down high) (map (narrowed bits . convergents) streams) | bits <- precisions]
  where
    streams = roots polynomial
    narrowed bits ((p, q) : more@((r, s) : _))
      | min (p * s) (q * r) < 2 ^ bits = narrowed bits more
      | otherwise = Enclosure (min (p % q) (r % s)) (max (p % q) (r % s))
    narrowed _ ended = exactly (uncurry (%) (last ended))

-- | A function that rises in each of the roots.
along :: ([Rational] -> Rational) -> [Level] -> Exact
along f found = Exact [Enclosure (f [low | Enclosure low _ <- level]) (f [high | Enclosure _ high <- level]) | level <- found]

-- | What all roots but some of the largest add up to, exactly, if it is a fraction.
left :: Polynomial -> [Level] -> Int -> [Enclosure]
left polynomial found hidden = concat (zipWith (\total level -> total : maybe [] (pure . exactly) (proved polynomial hidden level)) (enclosures (along (sum . drop hidden) found)) found)

-- | That sum, if a factor's roots are seen to be these.
proved :: Polynomial -> Int -> Level -> Maybe Rational
proved polynomial hidden level = do
  border <- if null others then Nothing else Just (head others)
  let (equal, below) = if border `elem` kept then span (== border) others else ([], others)
      edge = maximum (0 : [high | Enclosure _ high <- below])
      factor = product' [(low + high) / 2 | Enclosure low high <- below]
  guard (and [low == high | Enclosure low high <- equal])
  guard (and [low > edge | Enclosure low _ <- kept <> equal])
  guard (divides factor polynomial && beyond edge factor == 0)
  Just (sum [low | Enclosure low _ <- equal] - fromInteger (sum (take 1 (drop 1 factor))))
  where
    (kept, others) = splitAt hidden level

-- | How many roots are above a place?
beyond :: Rational -> Polynomial -> Int
beyond place polynomial = above (moved (numerator place) (zipWith (*) polynomial (iterate (* denominator place) 1)))

-- | The polynomial with these roots and the leading coefficient 1, if it is rounded.
product' :: [Rational] -> Polynomial
product' = map round . foldr (\root found -> zipWith (-) (found <> [0]) (0 : map (root *) found)) [1]

-- | Both begin with 1.
divides :: Polynomial -> Polynomial -> Bool
divides factor = go
  where
    go rest
      | length rest < length factor = all (== 0) rest
      | otherwise = go (drop 1 (zipWith (-) rest (map (head rest *) factor <> repeat 0)))
