-- | Discrete channels, which are /arrows of a category/.
--
-- A channel leads from an alphabet to another one; two in a row are composed by the product of their matrices, and a
-- distribution is a channel from nothing. So the channels to all later variables are a scan by composition. The capacity
-- is bounded by what any input shows: below by its information, above by the largest divergence of a row from the output. The
-- inputs are a stream, in which a barrier falls and each is Newton's step from the last; doubles propose the last of
-- them, and whole numbers prove it.
module Teaching.DiscreteChannels (parse, part1, part2, Channel (..), reduced, centre, bounds) where

import Control.Applicative (optional)
import Control.DeepSeq (NFData)
import Control.Monad (replicateM)
import Data.Bifunctor (bimap)
import qualified Data.Bifunctor as Bifunctor
import Data.Bits (shiftL)
import qualified Data.List as List
import Data.Maybe (fromMaybe)
import Data.Ratio (denominator, numerator, (%))
import GHC.Generics (Generic)
import GHC.Num (integerLog2)
import Teaching.Exact hiding (exp, pi)
import Teaching.Logarithms
import Threefold.Contract
import Threefold.Reading

-- | Rows of weights with one sum, which stands for 1.
newtype Channel = Channel [[Integer]]
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | First the one, then the other.
instance Semigroup Channel where
  Channel rows <> Channel further = Channel [map (dot row) (List.transpose further) | row <- rows]

dot :: (Num a) => [a] -> [a] -> a
dot xs ys = List.foldl' (+) 0 (zipWith (*) xs ys)

parse :: Text -> Either InvalidInput ([Integer], [Channel])
parse = whole $ do
  first <- lineOf "expected 1 to 12 weights from 0 to 10^6, not all 0" (weights (const True))
  blank "expected an empty line"
  (,) first <$> channels (length first)
  where
    channels letters = do
      above <- row (const True)
      rest <- replicateM (letters - 1) (row (\found -> (length found, sum found) == (length above, sum above)))
      another <- optional (blank "")
      (Channel (above : rest) :) <$> maybe (pure []) (const (channels (length above))) another
    row = lineOf "expected 1 to 12 weights from 0 to 10^6, as many as in the row above and of the same sum, not 0" . weights

weights :: ([Integer] -> Bool) -> Reader [Integer]
weights fits = valid (checked . map toInteger <$> natural 1_000_000 `sepBy` ' ')
  where
    checked found = if length found <= 12 && sum found > 0 && fits found then Just found else Nothing

part1 :: ([Integer], [Channel]) -> String
part1 (first, channels) = unwords (map (decimals 9 . information first) (scanl1 (<>) channels))

part2 :: ([Integer], [Channel]) -> Either NoAnswer String
part2 (_, channels)
  | known low == known high = Right (known low)
  | isBest proposed rows = Right (decimals 6 (information proposed channel))
  | otherwise = Left (NoAnswer "the capacity is too close to half a millionth to be rounded")
  where
    channel@(Channel rows) = reduced (foldl1 (<>) channels)
    best = centre channel
    Enclosure low high = bounds (map (\share -> 1 + floor (share * 2 ^ (52 :: Int))) best) channel
    known end = rounded 6 [exactly end]
    shares = map simplest best
    proposed = [numerator (share * fromInteger (foldl lcm 1 (map denominator shares))) | share <- shares]

-- | Without outputs that are never received, and with one input for those that no one can tell apart.
reduced :: Channel -> Channel
reduced (Channel rows) = Channel (map head (List.group (List.sort reached)))
  where
    reached = List.transpose (filter (any (> 0)) (List.transpose rows))

-- | A weight and a ratio, each a quotient that is not yet reduced.
type Term = ((Integer, Integer), (Integer, Integer))

logSum :: [Term] -> LogSum
logSum = map (bimap (uncurry (%)) (uncurry (%)))

byDoubles :: [Term] -> Enclosure
byDoubles = nearly . map (bimap (uncurry quotient) (uncurry quotient))

-- | A quotient of whole numbers, not below 0, within 2^-52 of itself.
quotient :: Integer -> Integer -> Double
quotient above below
  | above == 0 = 0
  | shift > 0 = encodeFloat ((above `shiftL` shift) `quot` below) (negate shift)
  | otherwise = encodeFloat (above `quot` (below `shiftL` negate shift)) (negate shift)
  where
    shift = 62 + fromIntegral (integerLog2 below) - fromIntegral (integerLog2 above)

-- | The sum by doubles, and what else is needed.
decimals :: Int -> [Term] -> String
decimals places terms = rounded places (byDoubles terms : settled (value exact) (rational exact))
  where
    exact = logSum terms

-- | What the output tells about the input: the mean of the gains.
information :: [Integer] -> Channel -> [Term]
information first channel =
  [ ((weight * to, sum first * total), ratio)
    | (weight, gain) <- zip first (gains first channel),
      weight > 0,
      ((to, total), ratio) <- gain
  ]

-- | The divergence of each row from the output.
gains :: [Integer] -> Channel -> [[Term]]
gains first (Channel rows) = [[((to, total), (to * sum first, out)) | (to, out) <- zip row outs, to > 0] | row <- rows]
  where
    outs = outputs first rows
    total = sum (head rows)

outputs :: [Integer] -> [[Integer]] -> [Integer]
outputs first = map (dot first) . List.transpose

-- | Two bounds of the capacity, from an input that uses all letters.
bounds :: [Integer] -> Channel -> Enclosure
bounds first channel =
  Enclosure
    (sum [low * fromInteger weight | (Enclosure low _, weight) <- zip found first] / fromInteger (sum first))
    (maximum [high | Enclosure _ high <- found])
  where
    found = map byDoubles (gains first channel)

-- | Do all letters that are used gain exactly the same, and no other more (Kuhn and Tucker)?
isBest :: [Integer] -> [[Integer]] -> Bool
isBest first rows = notElem 0 (outputs first rows) && and (zipWith known first every)
  where
    every = map logSum (gains first (Channel rows))
    used = fromMaybe [] (lookup True (zip (map (> 0) first) every))
    known weight gain = case sign (gain <> map (Bifunctor.first negate) used) of
      EQ -> True
      order -> order == LT && weight == 0
    sign terms = head [order | Enclosure low high <- settled (value terms) (rational terms), let order = compare low 0, low == high || order == compare high 0]

-- | The nearest fraction of a denominator of 1000 at most, from a continued fraction's convergents.
simplest :: Double -> Rational
simplest share = go (1, 0) (floor share, 1) (share - fromIntegral (floor share :: Integer))
  where
    go :: (Integer, Integer) -> (Integer, Integer) -> Double -> Rational
    go (a, b) (p, q) rest
      | rest <= 1e-9 || b' > 1000 = p % q
      | otherwise = go (p, q) (a', b') (1 / rest - fromInteger whole')
      where
        whole' = floor (1 / rest)
        (a', b') = (p * whole' + a, q * whole' + b)

-- | Of a reduced channel, shares of the letters whose information is within 10^-13 or so of the best.
--
-- A barrier, mu times the logarithms of all shares, keeps them above 0: then the information is below the capacity by mu a
-- letter. Newton's method follows the maximum while mu falls.
centre :: Channel -> [Double]
centre (Channel rows) = List.foldl' (step channel) (map (const (1 / fromIntegral (length rows))) rows) barriers
  where
    total = sum (head rows)
    barriers = concatMap (replicate 3) (takeWhile (> 2.5e-15) (iterate (/ 4) 0.25))
    channel = [map (`quotient` total) row | row <- rows]

-- | Newton's step, in parts of the shares.
step :: [[Double]] -> [Double] -> Double -> [Double]
step channel shares mu = map (/ sum moved) moved
  where
    outs = map (dot shares) (List.transpose channel)
    slopes = [share * sum [to * log (to / out) | (to, out) <- zip row outs, to > 0] + mu | (share, row) <- zip shares channel]
    scaled = [map (share *) row | (share, row) <- zip shares channel]
    curves = [[dot (zipWith (/) one outs) other + (if x == y then mu else 0) | (y, other) <- zip places scaled] | (x, one) <- zip places scaled]
    places = [0 :: Int ..]
    (ups, flats) = unzip (solved [(row, (slope, share)) | (row, slope, share) <- zip3 curves slopes shares])
    level = dot shares ups / dot shares flats
    steps = zipWith (\up flat -> up - level * flat) ups flats
    width = min 1 (0.5 / maximum (1e-300 : map abs steps))
    moved = zipWith (\share part -> share * (1 + width * part)) shares steps

-- | The solutions of symmetric, positive equations for two right sides, by elimination without exchange.
solved :: [([Double], (Double, Double))] -> [(Double, Double)]
solved [] = []
solved (([], _) : _) = []
solved ((pivot : row, (a, b)) : rest) = (known a fst, known b snd) : found
  where
    found = solved [(zipWith (\one other -> one - factor * other) later row, (c - factor * a, d - factor * b)) | (first : later, (c, d)) <- rest, let factor = first / pivot]
    known right side = (right - dot row (map side found)) / pivot
