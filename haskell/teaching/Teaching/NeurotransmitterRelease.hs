{-# LANGUAGE RecordWildCards #-}

-- | Neurotransmitter release: a measure on counts, and tilts of it.
--
-- A positive measure on counts is the function of its log weights. Functions to a /monoid/ are one, pointwise: to add a function
-- to the log weights is to tilt the measure, and tilts compose. Lambda tilts the measure 1 \/ (k! sqrt k) by k ln lambda; Bayes'
-- rule tilts that by the log density of a potential. The density of the mixture is then the mass of a tilted measure, and
-- the most probable count is its mode. All of these are log-concave, so that a mass is that of a window around the mode, and of little
-- more. The same measure is summed in doubles and in whole units.
module Teaching.NeurotransmitterRelease (parse, part1, part2, Trials (..), Measure, prior, given, borders, modes, byDoubles, byUnits) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR)
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import qualified Data.IntMap.Strict as IntMap
import Data.Monoid (Sum (..))
import Data.Ratio ((%))
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Teaching.Exact (Enclosure (..), Exact (..), exactly, ln, near, pi, precisions, rounded)
import Teaching.Logarithms (nearly)
import Threefold.Contract
import Threefold.Reading (Reader, lineOf, linesOf, natural, tag, valid, whole, word)
import Prelude hiding (pi)

-- | Lambda times 10^9; mean, deviation and potentials in microvolts.
data Trials = Trials {rate :: !Int, mean :: !Int, sd :: !Int, potentials :: !(U.Vector Int)}
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Trials
parse text = whole (lineOf "expected lambda from 0.001 to 10000.0, mean from 0.1 to 1.0 and sd from 0.001 to mean" model) header <*> values
  where
    (header, rest) = B.break (== '\n') text
    values = if B.null rest then Right U.empty else either (Left . later) Right (linesOf "expected a potential from -9999.999 to 9999.999" value (B.drop 1 rest))
    later (InvalidInput line message) = InvalidInput (line + 1) message
    model = valid (fits <$> fixed 10000 9 <* tag " " <*> fixed 1 3 <* tag " " <*> fixed 1 3)
    fits l m s
      | 10 ^ (6 :: Int) <= l && l <= 10 ^ (13 :: Int) && 100 <= m && m <= 1000 && 1 <= s && s <= m = Just (Trials l m s)
      | otherwise = Nothing
    value = (negate <$ tag "-" <|> pure id) <*> fixed 9999 3

-- | A number with a point, and at most so many places after it, in units of the last one.
fixed :: Int -> Int -> Reader Int
fixed most places = valid (joined <$> natural most <* tag "." <*> word isDigit)
  where
    joined before after
      | B.length after > places = Nothing
      | otherwise = Just (B.foldl' digit before after * 10 ^ (places - B.length after))
    digit value char = 10 * value + fromEnum char - 48

part1 :: Trials -> Int
part1 trials = sum [mode * sum (map snd found) | (mode, found) <- IntMap.toList (modes trials)]

part2 :: Trials -> String
part2 = rounded 6 . likelihoods

-- | Log weights of counts from 1 on, in units of 2^-bits.
type Measure = Int -> Sum Integer

-- | 1 \/ (k! sqrt k) up to a limit; each log weight is off by at most bits k^2 units.
base :: Int -> Int -> Measure
base most bits = \k -> Sum (table V.! (k - 1))
  where
    table = V.fromListN most (map snd (scanl next (0, 0) [1 ..]))
    next (!log', !score) k = let step = growth k in (log' + step, score - log' - step - shiftR step 1)
    -- 2 artanh (1 / (2k + 1)) = ln (k + 1) - ln k
    growth k = sum (zipWith quot (takeWhile (> 0) (iterate (`quot` (odd' * odd')) (shiftL 1 (bits + 1) `quot` odd'))) [1, 3 ..])
      where
        odd' = 2 * k + 1 :: Integer

-- | The base, tilted by lambda; each log weight is off by at most 2 bits k^2 units.
prior :: Trials -> Int -> Int -> Measure
prior trials most bits = base most bits <> \k -> Sum (toInteger k * level)
  where
    level = head [floor (low * 2 ^ bits) | (precise, Enclosure low _) <- zip precisions (enclosures logs), precise >= bits]
    logs = ln (fromRational (toInteger (rate trials) % 10 ^ (9 :: Int)))

-- | What a potential tilts by, less that for the most probable count.
given :: Trials -> Int -> Int -> Int -> Measure
given Trials {..} bits mode potential k = Sum (shiftL (toInteger (potential * potential - k * mode * mean * mean) * toInteger (k - mode)) bits `div` toInteger (2 * sd * sd * mode * k))

-- | Up to which size of a potential each count is more probable than the next; the last is above all potentials.
borders :: Trials -> [Int]
borders trials@Trials {..} = head [low | bits <- map (+ 96) precisions, let low = ends bits (-1), low == ends bits 1]
  where
    most = limit trials
    ends bits side = map (border (prior trials (most + 1) bits) bits side) [1 .. most]
    border weights bits side k = fromInteger (root (max 0 (shiftR (toInteger (k * (k + 1)) * (shiftL (square mean) bits + 2 * square sd * (getSum (weights k) - getSum (weights (k + 1)) + side * wrong))) bits)))
      where
        wrong = toInteger (4 * bits * most)
    square n = toInteger (n * n)

-- | A count that no most probable one is above.
limit :: Trials -> Int
limit Trials {..} = 1 + max (rate `quot` 10 ^ (9 :: Int)) (U.foldl' (\most potential -> max most (abs potential)) 0 potentials `quot` mean)

-- | The whole part of a root.
root :: Integer -> Integer
root 0 = 0
root n = go (shiftL 1 (length (takeWhile (> 0) (iterate (`shiftR` 2) n))))
  where
    go x = let y = (x + n `quot` x) `quot` 2 in if y >= x then x else go y

-- | The potentials, with their number, of which each count is the most probable one.
modes :: Trials -> IntMap.IntMap [(Int, Int)]
modes trials@Trials {..} = IntMap.fromListWith (<>) [(mode potential, [(potential, times)]) | (potential, times) <- IntMap.toList counted]
  where
    counted = IntMap.fromListWith (+) [(potential, 1) | potential <- U.toList potentials]
    limits = IntMap.fromList (zip (borders trials) [2 ..])
    mode 0 = 0
    mode potential = maybe 1 snd (IntMap.lookupLT (abs potential) limits)

-- | Enclosures of the logarithm of the likelihood.
likelihoods :: Trials -> [Enclosure]
likelihoods trials@Trials {..}
  | null groups = [exactly silent]
  | otherwise = take 1 (enclosures (alone + sum (map quick groups))) <> enclosures (alone + sum (concatMap exact groups))
  where
    groups = IntMap.toList (IntMap.delete 0 (modes trials))
    most = maximum (map fst groups)
    silent = negate (toInteger rate * toInteger (U.length potentials)) % 10 ^ (9 :: Int)
    number = sum (map snd (concatMap snd groups))
    tables = [(bits, prior trials (most + reach trials most bits) bits) | bits <- map (+ 96) precisions]
    alone = fromRational silent - fromIntegral number / 2 * ln (pi * fromRational (toInteger (2 * sd * sd) % 10 ^ (6 :: Int))) + Exact (map (uncurry (peaks trials groups)) tables)
    quick (mode, group) = let (logs, wrong) = byDoubles trials (head tables) mode group in Exact (repeat logs) * ln 2 + Exact (repeat (near 0 wrong))
    exact (mode, group) = [fromIntegral times * ln (Exact [byUnits trials table mode potential | table <- tables]) | (potential, times) <- group]

-- | The logarithm of all densities of the most probable counts alone, but for a factor.
peaks :: Trials -> [(Int, [(Int, Int)])] -> Int -> Measure -> Enclosure
peaks Trials {..} groups bits weights = Enclosure ((total - wrong) % unit) ((total + wrong) % unit)
  where
    unit = shiftL 1 bits
    total = sum (map peak groups)
    peak (mode, group) = toInteger (sum (map snd group)) * getSum (weights mode) - shiftL (sum (map (square mode) group)) bits `div` toInteger (2 * mode * sd * sd)
    square mode (potential, times) = toInteger times * toInteger ((potential - mode * mean) * (potential - mode * mean))
    wrong = toInteger (3 * bits * sum (map snd (concatMap snd groups))) * toInteger (maximum (map fst groups)) ^ (2 :: Int)

-- | How far from the most probable count weights matter, in units of 2^-bits.
reach :: Trials -> Int -> Int -> Int
reach Trials {..} mode bits = quot bits 2 + fromInteger (root (toInteger (2 * bits * mode * sd * sd) `quot` toInteger (sd * sd + mean * mean)))

-- | The mass, as a share of the mode's, of each potential's measure: the sum of its binary logarithms, and how far off their sum is.
--
-- An exponent is off by seven roundings of itself and of its log weight, and falls by more from count to count; so the mean exponent
-- is below 2, and what is beyond the window adds less than its last weight times its width.
byDoubles :: Trials -> (Int, Measure) -> Int -> [(Int, Int)] -> (Enclosure, Double)
byDoubles trials@Trials {..} (bits, weights) mode group = (nearly [(fromIntegral times, total) | (times, total, _) <- masses], 2 * sum [fromIntegral times * wrong | (times, _, wrong) <- masses])
  where
    far = reach trials mode 64
    first = max 1 (mode - far)
    rows = U.fromList [row k | k <- [first .. mode + far]]
    row k = (fromIntegral (k * mode * mean * mean), fromIntegral (k - mode) / fromIntegral (2 * sd * sd) / fromIntegral (k * mode), encodeFloat (getSum (weights k) - getSum (weights mode)) (negate bits)) :: (Double, Double, Double)
    masses = [(times, total, wrong) | (potential, times) <- group, let (total, wrong) = mass (fromIntegral (potential * potential))]
    mass :: Double -> (Double, Double)
    mass size = (total, rounding * (100 + 8 * sizes / total) + 2 * (beyond (U.last rows) + if first > 1 then beyond (U.head rows) else 0))
      where
        (total', lost, sizes) = U.foldl' add (0, 0, 0) rows
        total = total' + lost
        add (!at, !less, !more) one@(_, _, score) = (next, less + ((at - next) + weight), more + weight * abs score)
          where
            weight = Prelude.exp (exponent' one)
            next = at + weight
        exponent' (centre, factor, score) = (size - centre) * factor + score
        beyond one = Prelude.exp (exponent' one) * fromIntegral far / negate (exponent' one)
    rounding = encodeFloat 1 (-53)

-- | The same mass in whole units, each weight of which is off by less than 2^(bits \/ 2 - 20).
byUnits :: Trials -> (Int, Measure) -> Int -> Int -> Enclosure
byUnits trials (bits, weights) mode potential = Enclosure ((total - wrong) % shiftL 1 bits) ((total + wrong) % shiftL 1 bits)
  where
    far = reach trials mode bits
    first = max 1 (mode - far)
    tilted = weights <> given trials bits mode potential
    found = [exponential bits (getSum (tilted k) - getSum (weights mode)) | k <- [first .. mode + far]]
    total = sum found
    wrong = shiftL (toInteger (length found)) (quot bits 2) + toInteger far * (last found + if first > 1 then head found else 0)

-- | The exponential of what is not above 1, in units of 2^-bits: a root's series, squared.
exponential :: Int -> Integer -> Integer
exponential bits exponent'
  | shiftR exponent' bits <= negate (toInteger bits) = 0
  | otherwise = iterate (\x -> shiftR (x * x) bits) (sum (takeWhile (`notElem` [-1, 0]) (scanl term (shiftL 1 bits) [1 ..]))) !! squarings
  where
    squarings = 16 + quot bits 256
    term last' n = shiftR (last' * exponent') (bits + squarings) `div` n
