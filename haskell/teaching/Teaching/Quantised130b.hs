-- | A quantised language model: rounding is an /adjoint/.
--
-- Rounding rises with the weight, so it is known by the least weight of each code: a weight has at least the code k if and only if it is at
-- least 'least' k. That is a Galois connection between weights and codes. One side of it is made once a row, by seven
-- divisions; the other counts, and divides nothing. Where a half goes to is said by 'least' alone. Packed rows
-- are a monoid: those on the right come so many places later.
module Teaching.Quantised130b (parse, part1, part2, Model (..), Packed (..), packed, least, code) where

import Control.DeepSeq (NFData)
import Control.Monad (guard)
import Data.Bits ((.&.))
import qualified Data.ByteString.Char8 as B
import Data.Ratio (denominator, numerator, (%))
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Layers, rows and columns of a layer's matrices, parameters elsewhere, gigabytes of all cards, and rows of weights.
data Model = Model {layers :: !Integer, matrices :: ![(Integer, Integer)], others, room :: !Integer, weights :: !(V.Vector (U.Vector Int))}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Model
parse = whole $ do
  (layers, hidden, inner, vocabulary) <-
    lineOf "expected layers 70 hidden 12288 inner 32768 vocabulary 150528, or other numbers from 1 to 999999" $
      (,,,) <$ tag "layers " <*> size <* tag " hidden " <*> size <* tag " inner " <*> size <* tag " vocabulary " <*> size
  (gated, biases, tied) <-
    lineOf "expected gated 1 biases 1 tied 1, or 0 in place of 1" $
      (,,) <$ tag "gated " <*> flag <* tag " biases " <*> flag <* tag " tied " <*> flag
  room <- lineOf "expected gpus 8 memory 32, or other numbers from 1 to 999999" ((*) <$ tag "gpus " <*> size <* tag " memory " <*> size)
  blank "expected an empty line"
  let matrices = [(4 * hidden, hidden), (inner * (1 + gated), hidden), (hidden, inner)]
      others = vocabulary * hidden * (2 - tied) + (2 * layers + 1) * hidden * (1 + biases) + biases * layers * sum (map fst matrices)
  Model layers matrices others room <$> block "expected 1 to 1000 weights from -999999 to 999999, separated by spaces" row
  where
    size = valid ((\found -> toInteger found <$ guard (found > 0)) <$> natural 999999)
    flag = toInteger <$> natural 1
    row = valid (short . U.fromList <$> sepBy (integer 999999) ' ')
    short found = found <$ guard (U.length found <= 1000)

-- | All bytes if the matrices of layers have so many bits.
bytes :: Model -> Integer -> Integer
bytes model bits = layers model * sum (map matrix (matrices model)) + 2 * others model
  where
    matrix (height, width) = height * ((width * bits + 7) `quot` 8 + (if bits < 16 then 2 else 0))

part1 :: Model -> Text
part1 model = B.pack (unwords (map show (bytes model 16 `quot` 2 : sizes) <> map fit [10 ^ (9 :: Int), 2 ^ (30 :: Int)]))
  where
    widths = [16, 8, 4]
    sizes = map (bytes model) widths
    fit unit = head ([show width | (width, size) <- zip widths sizes, size <= room model * unit] <> ["-"])

-- | Bytes in a row: how many, their sum, their sum times their places from 1, and seven times the greatest error.
data Packed = Packed {places, total, weighted, farthest :: !Integer}
  deriving stock (Eq, Show)

instance Semigroup Packed where
  Packed n s w e <> Packed n' s' w' e' = Packed (n + n') (s + s') (w + w' + n * s') (max e e')

instance Monoid Packed where
  mempty = Packed 0 0 0 0

part2 :: Model -> Text
part2 model = B.pack (show (weighted found) <> " " <> fraction (farthest found % 7))
  where
    found = V.foldl' (<>) mempty (V.map packed (weights model))
    fraction value = show (numerator value) <> if denominator value == 1 then "" else "/" <> show (denominator value)

-- | The least size of a weight that has at least a code from 1 to 7, where the row's largest has 7. A half is between an odd and an even code: it has
-- the even one.
least :: Int -> Int -> Int
least largest k = ((2 * k - 1) * largest + (if even k then 13 else 14)) `quot` 14

-- | By the least size of each code from 1 on.
code :: U.Vector Int -> Int -> Int
code leasts weight = signum weight * U.length (U.takeWhile (<= abs weight) leasts)

packed :: U.Vector Int -> Packed
packed row = Packed (toInteger count) (toInteger (U.sum pairs)) (toInteger (U.sum (U.imap (\at byte -> (at + 1) * byte) pairs))) (toInteger off)
  where
    largest = max 1 (U.maximum (U.map abs row))
    codes = U.map (code (U.map (least largest) (U.enumFromN 1 7))) row
    off = U.maximum (U.zipWith (\weight found -> abs (7 * weight - found * largest)) row codes)
    count = (U.length row + 1) `quot` 2
    pairs = U.generate count (\at -> digit (2 * at) + 16 * digit (2 * at + 1))
    digit at = maybe 0 (.&. 15) (codes U.!? at)
