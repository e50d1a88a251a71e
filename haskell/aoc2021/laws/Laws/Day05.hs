-- | Lines are fractions, on floors of any side, and covers add up.
module Laws.Day05 (laws) where

import Aoc2021.Day05
import Data.Bits (popCount)
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import Data.Maybe (mapMaybe)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (cover)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day05"
    [ onFloor "a line is a fraction" vent $ \side ends ->
        concat [quotient side number [ends] | number <- [0, 2, 4, 6]] === List.sort (pointsOf ends),
      onFloor "points are crowded as counting them one by one says" vents $ \_ ends ->
        crowded (linesOf ends) === length (passed (>= 2) (concatMap pointsOf ends)),
      testProperty "covers add up in any order, however they are grouped" $
        forAll ((,,) <$> covers <*> covers <*> covers) $ \(a, b, c) ->
          (a <> b) <> c === a <> (b <> c) .&&. a <> b === b <> a .&&. a <> Cover 0 0 === a,
      testProperty "what one covers is in the first part, what both do in the second" $ \a b ->
        let Cover one two = Cover a 0 <> Cover b 0
         in popCount one + popCount two === popCount a + popCount b
    ]
  where
    covers = (\some more -> Cover some 0 <> Cover more 0) <$> arbitrary <*> arbitrary
    vents side = oneof [listOf (vent (min 12 side)), listOf (vent side)] -- in a small part, so that they meet

-- | The ends of a line: x1, y1, x2 and y2.
type Ends = (Int, Int, Int, Int)

linesOf :: [Ends] -> Lines
linesOf = U.fromList . mapMaybe (\(x1, y1, x2, y2) -> straight x1 y1 x2 y2)

pointsOf :: Ends -> [(Int, Int)]
pointsOf (x1, y1, x2, y2) = [(x1 + n * signum dx, y1 + n * signum dy) | n <- [0 .. max (abs dx) (abs dy)]]
  where
    (dx, dy) = (x2 - x1, y2 - y1)

-- | The points that are there as often as that.
passed :: (Int -> Bool) -> [(Int, Int)] -> [(Int, Int)]
passed often points = Map.keys (Map.filter often (Map.fromListWith (+) (map (,1) points)))

-- | One of the quotients, as 'powers' number them: what its terms and the denominator say.
quotient :: Int -> Int -> [Ends] -> [(Int, Int)]
quotient side number ends = passed odd (concat [takeWhile inside (iterate step (x, y)) | (n, x, y) <- terms, n == number])
  where
    terms = map powers (U.toList (numerators side (linesOf ends)))
    inside (x, y) = 0 <= x && x < 64 * ((side + 63) `div` 64) && y < side
    step (x, y) = [(x + 1, y), (x, y + 1), (x + 1, y + 1), (x - 1, y + 1)] !! (number `div` 2)

-- | A law of all floors.
onFloor :: Show a => String -> (Int -> Gen a) -> (Int -> a -> Property) -> TestTree
onFloor name things law = testProperty name . forAll (oneof [choose (1, 20), choose (60, 70), choose (1, 200)]) $ \side ->
  forAll (things side) (law side)

vent :: Int -> Gen Ends
vent side = do
  (x, y, dx, dy) <- (,,,) <$> choose (0, side - 1) <*> choose (0, side - 1) <*> choose (-1, 1) <*> choose (-1, 1)
  long <- choose (0, min (room x dx) (room y dy))
  pure (x, y, x + dx * long, y + dy * long)
  where
    room from direction = [from, side - 1, side - 1 - from] !! (direction + 1)
