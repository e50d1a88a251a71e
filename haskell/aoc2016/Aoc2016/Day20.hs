-- | Firewall Rules: the pairing of firsts and lasts is forgotten.
--
-- With both in order, each by themselves, the last of rank i - 1 says when i ranges have ended. If that is below the
-- first of rank i, just those i have begun, and none is open: there is a gap. So the answers are invariant under
-- the symmetric group, which pairs firsts and lasts anew.
module Aoc2016.Day20 (parse, part1, part2, Ends (..), ends, inOrder, gaps) where

import Control.DeepSeq (NFData)
import Data.Array (accumArray, elems)
import Data.Bits (shiftR)
import Data.List (sort)
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | The first addresses of ranges, and the last ones, each in order.
data Ends = Ends [Int] [Int]
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Ends
parse = fmap (ends . U.toList) . linesOf wrong (valid (range <$> natural highest <* tag "-" <*> natural highest))
  where
    wrong = "expected a range as 5-8, the first not above the last, addresses at most 4294967295"
    range first final = if first <= final then Just (first, final) else Nothing

-- | The highest address.
highest :: Int
highest = 2 ^ (32 :: Int) - 1

ends :: [(Int, Int)] -> Ends
ends = (\(firsts, finals) -> Ends (inOrder firsts) (inOrder finals)) . unzip

-- | Addresses sorted, bucket by bucket: those of one bucket have their highest 11 bits of 32 in common.
inOrder :: [Int] -> [Int]
inOrder addresses = concatMap sort (elems buckets)
  where
    buckets = accumArray (flip (:)) [] (0, 2047 :: Int) [(address `shiftR` 21, address) | address <- addresses]

part1 :: Ends -> Either NoAnswer Int
part1 ranges = case gaps ranges of
  (free, _) : _ -> Right free
  [] -> Left (NoAnswer "every address is blocked")

part2 :: Ends -> Int
part2 ranges = sum [first - free | (free, first) <- gaps ranges]

-- | The lowest address of each gap, and the one after it.
gaps :: Ends -> [(Int, Int)]
gaps (Ends firsts finals) = filter (uncurry (<)) (zip (0 : map succ finals) (firsts <> [highest + 1]))
