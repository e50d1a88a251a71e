-- | The laws behind "Aoc2021.Day05": series, fractions, and how covers add up, on floors of any side.
module Laws.Day05 (laws) where

import Aoc2021.Day05
import qualified Data.List as List
import Data.List.NonEmpty (NonEmpty (..))
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (cover)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day05"
    [ testProperty "a quotient times its divisor is the dividend" $
        forAll ((,) <$> anyStep <*> powers 1000) $ \(d, s) ->
          let q = over d s in q `plus` delay d q === s,
      testProperty "a product divided by a factor is the other" $
        forAll ((,) <$> anyStep <*> powers 1000) $ \(d, s) -> over d (s `plus` delay d s) === s,
      testProperty "squaring is additive" $
        forAll ((,) <$> anyStep <*> powers 1000) $ \(d, s) ->
          let times1 p = p `plus` delay d p in times1 (times1 s) === s `plus` delay (2 * d) s,
      testProperty "division is additive" $
        forAll ((,,) <$> anyStep <*> powers 1000 <*> powers 1000) $ \(d, s, t) ->
          over d (s `plus` t) === over d s `plus` over d t,
      onFloor "a line is a fraction" vent $ \side (Line d a b) ->
        over d (series (side * side) [a, b + d]) === series (side * side) [a, a + d .. b],
      onFloor "the cover of some lines and others is their covers' sum" (two vents) $ \side (some, others) ->
        let c = covered side in c (some <> others) === c some <> c others,
      onFloor "covers add up in any order, however they are grouped" (two (two vents)) $ \side ((xs, ys), (zs, _)) ->
        let (a, b, c) = (covered side xs, covered side ys, covered side zs)
         in (a <> b) <> c === a <> (b <> c) .&&. a <> b === b <> a .&&. a <> covered side [] === a,
      onFloor "points are crowded as counting them one by one says" vents $ \side lines' ->
        let counted = List.group (List.sort [at | Line d a b <- lines', at <- [a, a + d .. b]])
         in crowded (covered side lines') === length (filter ((> 1) . length) counted)
    ]
  where
    covered side = cover side (1 :| [side, side + 1, side - 1])
    two g side = (,) <$> g side <*> g side

-- | A law of all floors.
onFloor :: Show a => String -> (Int -> Gen a) -> (Int -> a -> Property) -> TestTree
onFloor name things law =
  testProperty name $ forAll (oneof [pure 3, choose (3, 20), choose (3, 1200)]) $ \side -> forAll (things side) (law side)

anyStep :: Gen Int
anyStep = oneof [elements [1, 999, 1000, 1001], choose (1, 130)]

powers :: Int -> Gen Series
powers side = series end <$> listOf (oneof [choose (0, end - 1), choose (0, 300), choose (end - 300, end - 1)])
  where
    end = side * side

-- | Lines in a small part of the floor, so that they meet, or anywhere.
vents :: Int -> Gen [Line]
vents side = oneof [listOf (ventWithin (min 12 (side - 1)) side), listOf (vent side)]

vent :: Int -> Gen Line
vent side = ventWithin (side - 1) side

ventWithin :: Int -> Int -> Gen Line
ventWithin far side = do
  (x, y, long) <- (,,) <$> place <*> place <*> place
  (dx, dy) <- elements [(dx, dy) | dx <- [-1, 0, 1], dy <- [-1, 0, 1]]
  let ends = [(x + dx * n, y + dy * n) | n <- [long, long - 1 .. 0]]
      inside (a, b) = 0 <= min a b && max a b <= far
  case filter inside ends of
    (u, v) : _ -> pure (lineOn side (Ends x y u v))
    [] -> discard
  where
    place = choose (0, far)
