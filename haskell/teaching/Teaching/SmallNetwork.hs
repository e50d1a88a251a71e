-- | Small network: layers act on paths in projective space.
--
-- In /homogeneous coordinates/ a point is known up to a factor. A moment @p/q@ of the segment and what all units have then are one
-- integer vector: the values times @q@, with @p@ and @q@. Then a layer with its biases is a linear map. The point of a
-- stretch at which a unit is 0 is a sum of its ends, each times the other's value: a mediant, and no fraction is ever added. A
-- hidden layer is a function from paths to paths: a linear map of each point, more points, and what is negative becomes 0. The network is a fold of
-- those, and a lazy one: a path with too many bends is not made to its end.
module Teaching.SmallNetwork (parse, part1, part2, Network (..), Layer, Point (..), Path, straight, through, bent, fired, path) where

import Control.DeepSeq (NFData)
import Control.Monad (foldM, replicateM)
import qualified Data.ByteString.Char8 as B
import Data.List (foldl', group)
import qualified Data.Map as M
import Data.Ratio (denominator, numerator, (%))
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | All values at the moment @above / below@, times @below@.
data Point = Point {values :: ![Integer], above, below :: !Integer}
  deriving stock (Eq, Show)

-- | Points of the segment in the order of their moments, from 0 to 1; between two of them all values are linear.
type Path = [Point]

-- | For each unit its weights, and its bias.
type Layer = [U.Vector Int]

-- | Hidden layers, the last one, and the ends of a segment.
data Network = Network {hidden :: ![Layer], final :: !Layer, from, to :: ![Integer]}
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Network
parse = whole $ do
  widths <- lineOf "expected 2 to 13 widths from 1 to 100, separated by spaces" (valid (few <$> sepBy width ' '))
  layers <- traverse (uncurry layer) (zip widths (tail widths))
  ends <- rowsOf 2 (head widths) "expected numbers from -999 to 999, as many as the first width, separated by spaces"
  pure (Network (init layers) (last layers) (point (head ends)) (point (last ends)))
  where
    point = map toInteger . U.toList
    width = valid (positive <$> natural 100)
    positive found = if found > 0 then Just found else Nothing
    few found = if length found `elem` [2 .. 13] then Just found else Nothing
    layer inputs units = rowsOf units (inputs + 1) ("expected " <> show inputs <> " weights and a bias from -999 to 999, separated by spaces")
    rowsOf height count wrong = blank "expected an empty line" *> replicateM height (lineOf wrong (valid (exactly count <$> sepBy (integer 999) ' ')))
    exactly count found = if length found == count then Just (U.fromListN count found) else Nothing

part1 :: Network -> Text
part1 network = B.intercalate "\n" [B.unwords (map (B.pack . show) (values (arrived end))) | end <- ends network]
  where
    arrived = through (final network) . flip (foldl' (\point layer -> fired (through layer point))) (hidden network)

part2 :: Network -> Either NoAnswer String
part2 network = answer . map (through (final network)) <$> path network
  where
    answer points = show (length (group (zipWith slopes points (tail points)))) <> " " <> fraction (maximum (concatMap outputs points))
    outputs point = map (% below point) (values point)
    slopes one two = zipWith (slope one two) (values one) (values two)
    -- Both differences are those of fractions, times the two denominators.
    slope one two x y = (y * below one - x * below two) % (above two * below one - above one * below two)

fraction :: Rational -> String
fraction value = show (numerator value) <> if denominator value == 1 then "" else "/" <> show (denominator value)

-- | Where what a network's last layer is given bends, with what that is.
path :: Network -> Either NoAnswer Path
path network = foldM hiddenLayer (ends network) (hidden network)
  where
    hiddenLayer points layer = few (map fired (bent (map (through layer) points)))
    few points
      | null (drop (most + 2) points) = Right points
      | otherwise = Left (NoAnswer ("more than " <> show most <> " bends"))
    most = 5000

ends :: Network -> Path
ends network = straight (from network) (to network)

straight :: [Integer] -> [Integer] -> Path
straight a b = [Point a 0 1, Point b 1 1]

-- | What arrives at a layer's units, by its linear map.
through :: Layer -> Point -> Point
through layer point = point {values = map (`dot` (values point <> [below point])) layer}

-- | Half of all values are 0, more or less.
dot :: U.Vector Int -> [Integer] -> Integer
dot row = go 0 0
  where
    go !total !place (x : xs) = go (if x == 0 then total else total + toInteger (row U.! place) * x) (place + 1) xs
    go total _ _ = total

-- | What the units hand on.
fired :: Point -> Point
fired point = point {values = map (max 0) (values point)}

-- | The same path, with all points at which a value crosses 0.
bent :: Path -> Path
bent points = head points : concat (zipWith (\one two -> crossings one two <> [two]) points (tail points))

-- | Between two points those at which a value crosses 0, in order; one where several do.
crossings :: Point -> Point -> [Point]
crossings one two = M.elems (M.fromList (concat (zipWith crossing (values one) (values two))))
  where
    crossing x y = [(abs x % abs (x - y), mediant (abs y) one (abs x) two) | x < 0 && y > 0 || x > 0 && y < 0]

-- | A sum of multiples of two points, in lowest terms.
mediant :: Integer -> Point -> Integer -> Point -> Point
mediant a (Point xs p q) b (Point ys r s) = Point (zipWith sum' xs ys) (sum' p r) (sum' q s)
  where
    sum' x y = (a * x + b * y) `quot` common
    common = gcd (a * p + b * r) (a * q + b * s)
