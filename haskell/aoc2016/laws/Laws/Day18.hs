-- | Like a Rogue: a cycle's rows are those with walls, leaps are many steps, and rows side by side step alike.
module Laws.Day18 (laws) where

import Aoc2016.Day18
import Data.Bits
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

instance Arbitrary Row where
  arbitrary = row <$> listOf1 arbitrary

row :: [Bool] -> Row
row tiles = Row (length tiles) (foldr (\trap traps -> 2 * traps + (if trap then 1 else 0)) 0 tiles)

-- | The next row, by the rules as they are told.
below :: Row -> Row
below (Row width traps) = row [trap (tile (at - 1)) (tile at) (tile (at + 1)) | at <- [0 .. width - 1]]
  where
    tile at = at >= 0 && at < width && testBit traps at
    trap left middle right = (left, middle, right) `elem` [(True, True, False), (False, True, True), (True, False, False), (False, False, True)]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day18"
    [ testProperty "a cycle has each trap twice" $
        \first@(Row _ traps) -> popCount (cycleOf first) === 2 * popCount traps,
      testProperty "a leap is as many steps" $
        \first@(Row width _) -> forAll (choose (0, 6)) $ \k ->
          leap k width (cycleOf first) === cycleOf (iterate below first !! (2 ^ k)),
      testProperty "rows side by side step alike" $
        \first@(Row width _) -> forAll (choose (1, 64)) $ \number ->
          let rows = take number (iterate below first)
           in stepped (beside width (map cycleOf rows)) === beside width (map (cycleOf . below) rows)
    ]
