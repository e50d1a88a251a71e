-- | Resonant Collinearity: mirrors are a group, and an orbit is a line.
module Laws.Day08 (laws) where

import Aoc2024.Day08
import Data.List (sort)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

place :: Gen Place
place = Place <$> choose (0, 19) <*> choose (0, 14)

pair :: Gen (Place, Place)
pair = ((,) <$> place <*> place) `suchThat` uncurry (/=)

laws :: TestTree
laws =
  testGroup
    "aoc2024/day08"
    [ testProperty "a mirror is its own inverse" $
        forAll pair $ \(a, b) -> mirrored (mirrored a b) b === a,
      testProperty "two mirrors move everything by twice their distance" $
        forAll ((,) <$> pair <*> place) $ \((a@(Place x y), b@(Place x' y')), p@(Place px py)) ->
          mirrored (mirrored p a) b === Place (px + 2 * (x' - x)) (py + 2 * (y' - y)),
      testProperty "the next mirrored at a mirror is what the mirror makes of the one before" $
        forAll pair $ \(a, b) -> take 3 (orbit (const True) a b) === [b, mirrored a b, mirrored b (mirrored a b)],
      testProperty "both orbits are the line" $
        forAll pair $ \(a, b) ->
          sort (orbit has a (neighbour a b) <> orbit has (neighbour a b) a) === [Place x y | x <- [0 .. 19], y <- [0 .. 14], inLine a b (Place x y)]
    ]
  where
    has (Place x y) = 0 <= x && x < 20 && 0 <= y && y < 15
    inLine (Place x y) (Place x' y') (Place px py) = (px - x) * (y' - y) == (py - y) * (x' - x)
