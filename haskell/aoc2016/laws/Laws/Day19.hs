-- | An Elephant Named Joseph: the lines are the places that a turn pulls back, and the game's.
module Laws.Day19 (laws) where

import Aoc2016.Day19
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The game: the first elf's turn, and the gap of a circle.
played :: (Int -> Int) -> [Int] -> Int
played _ [winner] = winner
played gap circle = case splitAt (gap (length circle)) circle of
  (taker : before, _ : beyond) -> played gap (before <> beyond <> [taker])
  _ -> 0

-- | A place after a turn, in the circle before it.
back :: (Int -> Int) -> Int -> Int -> Int
back gap count at = (if at + 1 < gap count then at + 1 else at + 2) `mod` count

half :: Int -> Int
half count = count `quot` 2

laws :: TestTree
laws =
  testGroup
    "aoc2016/day19"
    [ testProperty "taking from the next, the winner is the game's" $
        forAll (choose (1, 300)) $ \count -> 1 + place (pieces next) count === played (const 1) [1 .. count],
      testProperty "taking from across, too" $
        forAll (choose (1, 300)) $ \count -> 1 + place (pieces across) count === played half [1 .. count],
      testProperty "a turn pulls each winner's place back from that of one elf less" $
        forAll (choose (2, 1000000000)) $ \count ->
          [place (pieces next) count, place (pieces across) count]
            === [back (const 1) count (place (pieces next) (count - 1)), back half count (place (pieces across) (count - 1))]
    ]
