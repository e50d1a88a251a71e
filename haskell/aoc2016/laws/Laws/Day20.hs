-- | Firewall Rules: ranges are their ends, however paired.
module Laws.Day20 (laws) where

import Aoc2016.Day20
import Data.Function (on)
import Data.List (sort)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Some ranges of low addresses.
newtype Ranges = Ranges [(Int, Int)]
  deriving stock (Show)

instance Arbitrary Ranges where
  arbitrary = Ranges <$> listOf (choose (0, 60) >>= \first -> (,) first . (first +) <$> choose (0, 9))
  shrink (Ranges ranges) = Ranges <$> shrinkList (const []) ranges

allowed :: [(Int, Int)] -> Int -> Bool
allowed ranges address = and [address < first || final < address | (first, final) <- ranges]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day20"
    [ testProperty "an address is in a gap if it is in no range" $ \(Ranges ranges) ->
        conjoin
          [ or [free <= address && address < end | (free, end) <- gaps (ends (U.fromList ranges))] === allowed ranges address
            | address <- [0 .. 80]
          ],
      testProperty "firsts and lasts may be paired anew" $ \(Ranges ranges) ->
        let (firsts, finals) = unzip ranges
            anew = zip (sort firsts) (sort finals)
         in conjoin [((===) `on` (`allowed` address)) ranges anew | address <- [0 .. 80]],
      testProperty "gaps are apart, and in order" $ \(Ranges ranges) ->
        let found = gaps (ends (U.fromList ranges))
         in conjoin [end < free | ((_, end), (free, _)) <- zip found (drop 1 found)]
    ]
