-- | Statistics in one sentence: a measure on a monoid, and what makes its powers easy.
--
-- A measure gives each value a weight, and a map of values pushes it forward: that is a functor. Where values are combined, as by
-- the greater of two or by a sum, measures are a ring: the weight of a product is the product of the weights. The law of
-- a statistic of n draws is an n-th power there. A homomorphism into an easier ring takes the work out of it: summing up to each value makes
-- the ring of the maximum a ring of functions, in which powers are taken value by value, and inclusion and exclusion lead back; writing a measure as one
-- integer, its weights far enough from each other, makes the ring of sums the ring of integers (Kronecker).
module Teaching.Pushforward (parse, part1, part2, Measure, push, upTo, exactly, powerOfMax, powerOfSum, middle, mode, range) where

import Control.DeepSeq (NFData)
import Control.Monad (guard)
import Data.Bits (shiftL, shiftR, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.List (nub, scanl', tails)
import qualified Data.Map.Strict as Map
import Data.Ratio (denominator, numerator, (%))
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

type Measure = Map.Map Int Integer

data Question = Question {draws :: !Int, statistics :: [Text], weights :: Measure}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Question
parse text = do
  ((n, names), rows') <- whole ((,) <$> lineOf first asked <*> onward row 1 value) text
  Right (Question n names (Map.fromListWith (+) rows'))
  where
    first = "expected 1 to 60 draws, and different ones of max, mean, median, mode and range"
    row = "expected a value from -100 to 100 and a weight from 1 to 1000, on at most 60 lines"
    asked = valid $ do
      n <- natural 60 <* tag " "
      names <- word (/= ' ') `sepBy` ' '
      pure ((n, names) <$ guard (n > 0 && nub names == names && all (`Map.member` laws) names))
    value :: Int -> Reader ((Int, Integer), Int)
    value number = valid $ do
      (x, weight) <- (,) <$> integer 100 <* tag " " <*> natural 1000
      pure (((x, toInteger weight), number + 1) <$ guard (weight > 0 && number <= 60))

part1 :: Question -> Text
part1 = answered $ \unit law ->
  let most = maximum law
      value = fst (Map.findMin (Map.filter (== most) law))
   in B.unwords [fraction (toInteger value % unit), fraction (most % sum law)]

part2 :: Question -> Text
part2 = answered $ \unit law ->
  let moment power = sum [weight * toInteger value ^ (power :: Int) | (value, weight) <- Map.toList law]
   in fraction ((moment 2 * moment 0 - moment 1 ^ (2 :: Int)) % (moment 0 * unit) ^ (2 :: Int))

answered :: (Integer -> Measure -> Text) -> Question -> Text
answered written (Question n names measure) = B.intercalate ", " [written (toInteger (unit n)) (law n measure) | name <- names, let (unit, law) = laws Map.! name]

fraction :: Rational -> Text
fraction x = B.pack (show (numerator x) <> if denominator x == 1 then "" else '/' : show (denominator x))

-- | Each statistic's unit, which divides one, and its law in that unit.
laws :: Map.Map Text (Int -> Int, Int -> Measure -> Measure)
laws =
  Map.fromList
    [ ("max", (const 1, powerOfMax)),
      ("mean", (id, powerOfSum)),
      ("median", (const 2, middle)),
      ("mode", (const 1, mode)),
      ("range", (const 1, range))
    ]

push :: (Int -> Int) -> Measure -> Measure
push = Map.mapKeysWith (+)

-- | What is at most each value.
upTo :: Measure -> Measure
upTo = snd . Map.mapAccum (\below weight -> let sum' = below + weight in (sum', sum')) 0

-- | The inverse of 'upTo'.
exactly :: Measure -> Measure
exactly = snd . Map.mapAccum (\below sum' -> (sum', sum' - below)) 0

-- | The measure of the greatest of n.
powerOfMax :: Int -> Measure -> Measure
powerOfMax n = exactly . fmap (^ n) . upTo

-- | Of the greatest less the least: what is drawn from a value on, without what is drawn from the next on.
range :: Int -> Measure -> Measure
range n measure = Map.unionsWith (+) (zipWith3 least (Map.keys measure) (from <> [Map.empty]) (drop 1 from <> [Map.empty]))
  where
    from = map (powerOfMax n . Map.fromDistinctAscList) (init (tails (Map.toAscList measure)))
    least low these others = push (subtract low) (Map.unionWith (+) these (negate <$> others))

-- | Of the sum of n. A measure is the number that it is at @2^width@, the weights above the least value as digits.
powerOfSum :: Int -> Measure -> Measure
powerOfSum n measure = Map.fromDistinctAscList (filter ((> 0) . snd) (zip [n * least ..] (digits (n * (most - least) + 1) power)))
  where
    (least, most) = (fst (Map.findMin measure), fst (Map.findMax measure))
    width = length (takeWhile (> 0) (iterate (`shiftR` 1) (sum measure ^ n)))
    power = sum [weight `shiftL` (width * (value - least)) | (value, weight) <- Map.toList measure] ^ n
    digits count number
      | count == 1 = [number]
      | otherwise = digits half (number .&. (1 `shiftL` (width * half) - 1)) <> digits (count - half) (number `shiftR` (width * half))
      where
        half = count `quot` 2

-- | Of the sum of the two in the middle, of which one counts twice if n is odd. Twice the lower one, where the samples whose upper one
-- is another have moved on.
middle :: Int -> Measure -> Measure
middle n measure = Map.unionWith (+) (push (* 2) lower) (if odd n then Map.empty else Map.fromListWith (+) moved)
  where
    lower = exactly (atMost <$> upTo measure)
    atMost below = sum (drop ((n + 1) `quot` 2) (zipWith3 (\ways low high -> ways * low * high) (choices n) (powers below) (reverse (powers (sum measure - below)))))
    powers x = scanl' (*) 1 (replicate n x)
    half = n `quot` 2
    lows = Map.toAscList (powerOfMax half measure)
    highs = push negate (powerOfMax half (push negate measure))
    moved = do
      (low, below) <- lows
      (high, above) <- Map.toAscList (snd (Map.split low highs))
      let both = choices n !! half * below * above
      [(low + high, both), (2 * low, -both)]

-- | Of the most frequent one, the least of several: smaller ones come less often than it, greater ones at most as often. An exponential
-- series, cut off, counts the sequences of one value, and a product those of several.
mode :: Int -> Measure -> Measure
mode n measure = Map.unionsWith (+) (map coming [1 .. n])
  where
    tables = map table (Map.elems measure)
    table weight = V.generate (n + 1) (\end -> V.fromList (zipWith (*) (choices end) (iterate (* weight) 1)))
    coming often = Map.fromDistinctAscList (zip (Map.keys measure) (zipWith3 together tables smaller greater))
      where
        rest = n - often
        one = V.generate (rest + 1) (\end -> if end == 0 then 1 else 0)
        smaller = scanl (times (often - 1)) one tables
        greater = drop 1 (scanr (flip (times often)) one tables)
        together own before after = (own V.! n) V.! often * sum (zipWith3 (\ways x y -> ways * x * y) (choices rest) (V.toList before) (reverse (V.toList after)))
    times most series own = V.imap (\end _ -> V.sum (V.zipWith (*) (V.take (most + 1) (own V.! end)) (V.reverse (V.take (end + 1) series)))) series

-- | A row of Pascal's triangle.
choices :: Int -> [Integer]
choices n = scanl' (\ways k -> ways * toInteger (n - k + 1) `quot` toInteger k) 1 [1 .. n]
