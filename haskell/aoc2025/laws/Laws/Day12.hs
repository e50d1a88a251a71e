-- | Christmas Tree Farm: judges do not contradict each other, and what a region looks like does not matter.
module Laws.Day12 (laws) where

import Aoc2025.Day12
import Data.List (nub)
import Data.Maybe (mapMaybe)
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Shapes of five units or more, one at least in each row.
newtype Shapes = Shapes [Shape]
  deriving stock (Show)

instance Arbitrary Shapes where
  arbitrary = Shapes <$> vectorOf 6 (sublistOf [(y, x) | y <- [0 .. 2], x <- [0 .. 2]] `suchThat` valid)
    where
      valid shape = length shape >= 5 && length (nub (map fst shape)) == 3

instance Arbitrary Region where
  arbitrary = do
    kinds <- choose (0, 3) >>= \many -> vectorOf many (choose (0, 5))
    width <- choose (1, 5)
    height <- choose (1, 24 `quot` width)
    pure (Region width height (together [length (filter (== kind) kinds) | kind <- [0 .. 5 :: Int]]))

-- | One present after another is laid anywhere, in any way.
laid :: [Shape] -> Region -> Bool
laid shapes (Region width height presents) = go Set.empty (concat (zipWith (replicate . count presents) [0 ..] shapes))
  where
    go _ [] = True
    go taken (shape : others) =
      or [go (Set.union taken there) others | there <- Set.toList (places shape), Set.disjoint taken there]
    places shape =
      Set.fromList
        [ Set.fromList there
          | way <- take 4 (iterate turned shape) <> take 4 (iterate turned (flipped shape)),
            top <- [-2 .. height],
            left <- [-2 .. width],
            let there = [(top + y, left + x) | (y, x) <- way],
            all (\(y, x) -> y >= 0 && y < height && x >= 0 && x < width) there
        ]

laws :: TestTree
laws =
  testGroup
    "aoc2025/day12"
    [ testProperty "judges who know say the same" $ \(Shapes shapes) region ->
        length (nub (mapMaybe ($ region) (judges shapes))) === 1,
      testProperty "the last one says what laying them out says" $ \(Shapes shapes) region ->
        reading shapes region === Just (laid shapes region),
      testProperty "turned presents and turned regions are the same" $ \(Shapes shapes) (Region width height presents) ->
        reading (map turned shapes) (Region height width presents) === reading shapes (Region width height presents)
    ]
