-- | Cafeteria: a set of ranges is the derivative of how often each ID is called fresh.
--
-- A range is 1 from its first ID on and 0 again after its last; its derivative is a mass of 1 at
-- the one place and of -1 at the other. Masses add up, a commutative group, so all ranges together
-- are a sum, in any order and however they overlap. Its integral is a step function:
-- an ID is fresh where that is above 0.
module Aoc2025.Day05 (parse, part1, part2, Masses (..), range, integral, measure) where

import Control.DeepSeq (NFData)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

data Database = Database (U.Vector (Int, Int)) (U.Vector Int)
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | How much lies at each place; nothing elsewhere.
newtype Masses = Masses (IntMap.IntMap Int)
  deriving stock (Eq, Show)

instance Semigroup Masses where
  Masses a <> Masses b = Masses (IntMap.unionWith (+) a b)

instance Monoid Masses where
  mempty = Masses IntMap.empty

parse :: Text -> Either InvalidInput Database
parse = whole (Database <$> block wrongRange ends <* blank "expected an empty line" <*> block wrongId (natural largest))
  where
    ends = valid (ordered <$> natural largest <* tag "-" <*> natural largest)
    ordered first final = if first <= final then Just (first, final) else Nothing
    largest = 999999999999999
    wrongRange = "expected two numbers as 3-5, from 0 to 999999999999999, the first not larger"
    wrongId = "expected a number from 0 to 999999999999999"

-- | The derivative of a range.
range :: Int -> Int -> Masses
range first final = Masses (IntMap.fromList [(first, 1), (final + 1, -1)])

-- | How often IDs are called fresh, from each place on to the next.
integral :: Masses -> IntMap.IntMap Int
integral (Masses masses) = snd (IntMap.mapAccum (\before mass -> let after = before + mass in (after, after)) 0 masses)

-- | How many IDs are called fresh at least once.
measure :: IntMap.IntMap Int -> Int
measure steps = sum (zipWith width (IntMap.toAscList steps) (drop 1 (IntMap.keys steps)))
  where
    width (from, often) to = if often > 0 then to - from else 0

called :: U.Vector (Int, Int) -> IntMap.IntMap Int
called = integral . U.foldl' (\sum' (first, final) -> sum' <> range first final) mempty

part1 :: Database -> Int
part1 (Database ranges atHand) = U.length (U.filter fresh atHand)
  where
    steps = called ranges
    fresh place = maybe False ((> 0) . snd) (IntMap.lookupLE place steps)

part2 :: Database -> Int
part2 (Database ranges _) = measure (called ranges)
