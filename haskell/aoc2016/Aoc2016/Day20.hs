-- | Firewall Rules: the pairing of firsts and lasts is forgotten.
--
-- With both in order, each by themselves, the last of rank i - 1 says when i ranges have ended. If that is below the
-- first of rank i, just those i have begun, and none is open: there is a gap. So the answers are invariant under
-- the symmetric group, which pairs firsts and lasts anew.
module Aoc2016.Day20 (parse, part1, part2, Ends (..), ends, gaps) where

import Control.DeepSeq (NFData)
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading
import Threefold.Sorting (radixSort)

-- | The first addresses of ranges, and the last ones, each in order.
data Ends = Ends !(U.Vector Int) !(U.Vector Int)
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Ends
parse = fmap ends . linesOf wrong (valid (range <$> natural highest <* tag "-" <*> natural highest))
  where
    wrong = "expected a range as 5-8, the first not above the last, addresses at most 4294967295"
    range first final = if first <= final then Just (first, final) else Nothing

-- | The highest address.
highest :: Int
highest = 2 ^ (32 :: Int) - 1

ends :: U.Vector (Int, Int) -> Ends
ends ranges = let (firsts, finals) = U.unzip ranges in Ends (radixSort id firsts) (radixSort id finals)

part1 :: Ends -> Either NoAnswer Int
part1 ranges = case gaps ranges of
  (free, _) : _ -> Right free
  [] -> Left (NoAnswer "every address is blocked")

part2 :: Ends -> Int
part2 ranges = sum [first - free | (free, first) <- gaps ranges]

-- | The lowest address of each gap, and the one after it.
gaps :: Ends -> [(Int, Int)]
gaps (Ends firsts finals) = filter (uncurry (<)) (zip (0 : map succ (U.toList finals)) (U.toList firsts <> [highest + 1]))
