-- | The laws behind "Aoc2021.Day05": lines are fractions, on floors of any side, and covers add up.
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
        concat [quotient side number [ends] | number <- [0, 2, 4, 6]] === pointsOf ends,
      onFloor "points are crowded as counting them one by one says" vents $ \_ ends ->
        crowded (linesOf ends) === length (passed 2 ends),
      testProperty "covers add up in any order, however they are grouped" $
        forAll ((,,) <$> covers <*> covers <*> covers) $ \(a, b, c) ->
          (a <> b) <> c === a <> (b <> c) .&&. a <> b === b <> a .&&. a <> Cover 0 0 === a,
      testProperty "what one covers is in the first part, what both do in the second" $ \a b ->
        let Cover one two = Cover a 0 <> Cover b 0
         in popCount one + popCount two === popCount a + popCount b
    ]
  where
    covers = (\some more -> Cover some 0 <> Cover more 0) <$> arbitrary <*> arbitrary

-- | The ends of a line: x1, y1, x2 and y2.
type Ends = (Int, Int, Int, Int)

linesOf :: [Ends] -> Lines
linesOf = U.fromList . mapMaybe (\(x1, y1, x2, y2) -> straight x1 y1 x2 y2)

pointsOf :: Ends -> [(Int, Int)]
pointsOf (x1, y1, x2, y2) = List.sort [(x1 + n * dx, y1 + n * dy) | n <- [0 .. far]]
  where
    far = max (abs (x2 - x1)) (abs (y2 - y1))
    (dx, dy) = (signum (x2 - x1), signum (y2 - y1))

-- | The points where so many of the lines pass, or more.
passed :: Int -> [Ends] -> [(Int, Int)]
passed times ends = Map.keys (Map.filter (>= times) counts)
  where
    counts = Map.fromListWith (+) (map (,1) (concatMap pointsOf ends))

-- | One of the quotients, as 'powers' number them: what its terms and the denominator say.
quotient :: Int -> Int -> [Ends] -> [(Int, Int)]
quotient side number ends = Map.keys (Map.filter odd (Map.fromListWith (+) (map (,1 :: Int) passes)))
  where
    terms = map powers (U.toList (numerators side (linesOf ends)))
    passes = concat [takeWhile inside (iterate step (x, y)) | (number', x, y) <- terms, number' == number]
    inside (x, y) = 0 <= x && x < 64 * ((side + 63) `div` 64) && y < side
    step (x, y) = case number `div` 2 of
      0 -> (x + 1, y)
      1 -> (x, y + 1)
      2 -> (x + 1, y + 1)
      _ -> (x - 1, y + 1)

-- | A law of all floors.
onFloor :: Show a => String -> (Int -> Gen a) -> (Int -> a -> Property) -> TestTree
onFloor name things law =
  testProperty name $
    forAll (oneof [choose (1, 20), choose (60, 70), choose (1, 200)]) $ \side ->
      forAll (things side) (law side)

-- | Lines in a small part of the floor, so that they meet, or anywhere.
vents :: Int -> Gen [Ends]
vents side = oneof [listOf (vent (min 12 side)), listOf (vent side)]

vent :: Int -> Gen Ends
vent side = do
  (x, y, long) <- (,,) <$> place <*> place <*> place
  (dx, dy) <- elements [(dx, dy) | dx <- [-1, 0, 1], dy <- [-1, 0, 1]]
  let ends = [(x, y, x + dx * n, y + dy * n) | n <- [long, long - 1 .. 0]]
      inside (_, _, a, b) = 0 <= min a b && max a b < side
  pure (head (filter inside ends))
  where
    place = choose (0, side - 1)
