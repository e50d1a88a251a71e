-- | Printing Department: the map is monotone, its fixed point the greatest, and counts are right.
module Laws.Day04 (laws) where

import Aoc2025.Day04
import Data.Bits (popCount, shiftL, testBit, (.&.), (.|.))
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

-- | A floor of ten rows with nine positions each, and two sets of rolls on it.
sets :: Gen (Floor, Floor)
sets = (,) <$> one <*> one
  where
    one = Floor 10 . foldr (.|.) 0 . zipWith (flip shiftL) columns <$> vectorOf 90 (choose (0, 3 :: Int) >>= \n -> pure (toInteger (fromEnum (n > 0))))
    columns = [10 * y + x | y <- [0 .. 9], x <- [0 .. 8]]

laws :: TestTree
laws =
  testGroup
    "aoc2025/day04"
    [ testProperty "an adder counts as one does" $
        forAll sets $ \(Floor row set, _) ->
          let around at = sum [fromEnum (at + by >= 0 && testBit set (at + by)) | by <- [-11, -10, -9, -1, 1, 9, 10, 11]]
              stays = [at | at <- [0 .. 99], testBit set at, around at >= 4]
           in rolls (crowded (Floor row set)) === sum (map (shiftL 1) stays),
      testProperty "more rolls leave more" $
        forAll sets $ \(Floor row a, Floor _ b) ->
          let fewer = rolls (crowded (Floor row (a .&. b))) in fewer .&. rolls (crowded (Floor row a)) === fewer,
      testProperty "what stays is a fixed point" $
        forAll sets $ \(a, _) -> let stays = greatest crowded a in crowded stays === stays,
      testProperty "and any other one lies below" $
        forAll sets $ \(Floor row a, Floor _ b) ->
          let other = rolls (greatest crowded (Floor row (a .&. b)))
           in popCount (other .&. rolls (greatest crowded (Floor row a))) === popCount other
    ]
