-- | Deep linear networks: the derivative is asked in one direction, so the network runs once, on dual numbers.
--
-- A Fréchet derivative is a linear map: it says of each change of the weights what it does to the loss. Part 2 asks its value for
-- one change, each weight's number. So weights are not real, but @weight + number ε@ with @ε² = 0@, and the loss is @loss +
-- answer ε@. There is one program, 'loss', in any commutative ring: part 1 runs it on remainders, part 2 on dual numbers of
-- remainders. No slope goes back, and no signal is kept.
module Teaching.Frechet3 (parse, part1, part2, Network (..), Dual (..), loss) where

import Control.DeepSeq (NFData)
import Control.Monad (replicateM)
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Teaching.Mersenne
import Threefold.Contract
import Threefold.Reading

-- | All weights row by row, layer by layer; and how many a row of each layer has.
data Network = Network {widths :: ![Int], weights :: !(U.Vector Int), given, wanted :: ![Int]}
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Network
parse = whole $ do
  widths <- lineOf "expected 2 to 10001 widths from 1 to 100 with at most 10^6 weights, separated by spaces" (valid (few <$> sepBy (natural 100) ' '))
  layers <- traverse layer (zip widths (tail widths))
  gap
  Network widths (U.concat layers) <$> (U.toList <$> row (head widths)) <*> (U.toList <$> row (last widths))
  where
    gap = blank "expected an empty line"
    few found = if fine found && sum (zipWith (*) found (tail found)) <= 1_000_000 then Just found else Nothing
    fine found = length found `elem` [2 .. 10_001] && notElem 0 found
    layer (inputs, outputs) = gap *> (U.concat <$> replicateM outputs (row inputs))
    row count = lineOf "expected numbers from -999 to 999, as many as the width says, separated by spaces" (items count ' ' (integer 999))

part1 :: Network -> Int
part1 network = remainder (loss residue (const . residue) network)

part2 :: Network -> Int
part2 network = remainder (slope (loss constant numbered network))
  where
    constant number = Dual (residue number) 0
    numbered weight number = Dual (residue weight) (residue number)

-- | The loss in a ring, by what a number is there, and a weight with its number.
loss :: (Num a) => (Int -> a) -> (Int -> Int -> a) -> Network -> a
loss constant weight network = sum' [(one - two) * (one - two) | (one, two) <- zip output (map constant (wanted network))]
  where
    (_, output) = foldl' layer (0, map constant (given network)) (zip (widths network) (tail (widths network)))
    layer (first, signal) (inputs, outputs) = (first + inputs * outputs, forced [dot (first + inputs * at) signal | at <- [0 .. outputs - 1]])
    dot first = go first (constant 0)
      where
        go !at !total (value : rest) = go (at + 1) (total + weight (weights network U.! at) (at + 1) * value) rest
        go _ total [] = total
    forced values = foldr seq values values
    sum' = foldl' (+) (constant 0)
{-# INLINE loss #-}

-- | A value, and how fast it changes: @value + slope ε@, with @ε² = 0@.
data Dual a = Dual {value :: !a, slope :: !a}
  deriving stock (Eq, Show)

instance (Num a) => Num (Dual a) where
  Dual a b + Dual c d = Dual (a + c) (b + d)
  Dual a b - Dual c d = Dual (a - c) (b - d)
  Dual a b * Dual c d = Dual (a * c) (a * d + b * c)
  abs = id
  signum = const 1
  fromInteger number = Dual (fromInteger number) 0
