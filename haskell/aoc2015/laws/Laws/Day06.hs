-- | Probably a Fire Hazard: instructions are maps, and a sweep is as good as going through all lights.
module Laws.Day06 (laws) where

import Aoc2015.Day06
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (total)

whats :: Gen [What]
whats = listOf (elements [minBound ..])

-- | Rectangles in a corner of the grid.
instructions :: Gen [Instruction]
instructions = listOf1 $ do
  what <- elements [minBound .. maxBound :: What]
  (left, top) <- (,) <$> choose (0, 7) <*> choose (0, 7)
  (right, bottom) <- (,) <$> choose (left, 7) <*> choose (top, 7)
  pure (fromEnum what, left, top, right + 1, bottom + 1)

onOrOff, brightness :: Int -> What -> Int
onOrOff light what = case what of On -> 1; Off -> 0; Toggle -> 1 - light
brightness light what = case what of On -> light + 1; Off -> max 0 (light - 1); Toggle -> light + 2

-- | The sum over all lights of what happens to each.
slowly :: (Int -> What -> Int) -> [Instruction] -> Int
slowly does list = sum [foldl' does 0 (here x y) | x <- [0 .. 7], y <- [0 .. 7]]
  where
    here x y = [toEnum what | (what, left, top, right, bottom) <- list, left <= x, x < right, top <= y, y < bottom]

monoid :: (Semiring s, Eq s, Show s) => (What -> Affine s) -> Property
monoid meaning = forAll (foldMap meaning <$> whats) $ \f -> forAll (foldMap meaning <$> whats) $ \g ->
  forAll (foldMap meaning <$> whats) $ \h -> conjoin [(f <> g) <> h === f <> (g <> h), mconcat [f, mempty] === f, mconcat [mempty, f] === f]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day06"
    [ testProperty "maps of on and off are a monoid" $ monoid switch,
      testProperty "maps of brightness are a monoid" $ monoid dim,
      testProperty "a product does what its factors do, one after the other" $
        forAll whats $ \list -> forAll (choose (0, 9)) $ \light ->
          let Affine (Tropical a) (Tropical b) = foldMap dim list in max (a + light) b === foldl' brightness light list,
      testProperty "a sweep finds what all lights together are, however long a stretch is" $
        forAll instructions $ \list -> forAll (choose (1, 9)) $ \most ->
          (total most switch (U.fromList list), total most dim (U.fromList list)) === (slowly onOrOff list, slowly brightness list)
    ]
