-- | Zigzags are a monoid of functions, and their turns are their normal form.
module Laws.Day13 (laws) where

import Aoc2021.Day13
import qualified Data.List as List
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day13"
    [ testProperty "a fold is what paper does" $
        forAll place $ \k -> forAll place $ \x -> fold k `at` x === min x (2 * k - x),
      testProperty "to compose is to apply one after the other" $
        forAll zigzag $ \f -> forAll zigzag $ \g -> forAll place $ \x -> (f <> g) `at` x === g `at` (f `at` x),
      testProperty "it doesn't matter how they are grouped, and nothing is neutral" $
        forAll zigzag $ \f -> forAll zigzag $ \g -> forAll zigzag $ \h ->
          (f <> g) <> h === f <> (g <> h) .&&. f <> flat === f .&&. flat <> f === f,
      testProperty "a composite turns where the first does, or comes to where the second does" $
        forAll zigzag $ \f -> forAll zigzag $ \g ->
          let turnsAt h x = x `elem` turns h
           in [x | x <- [-300 .. 300], turnsAt (f <> g) x]
                === [x | x <- [-300 .. 300], turnsAt f x || turnsAt g (f `at` x)],
      testProperty "turns are a normal form: in order, no two the same" $
        forAll zigzag $ \f ->
          let ts = turns f in ts === Set.toAscList (Set.fromList ts),
      testProperty "a fold again, or farther out, does nothing" $
        forAll place $ \k -> forAll (choose (k, 200)) $ \far -> fold k <> fold far === fold k,
      testProperty "folds in the middle make a triangle wave" $
        forAll (choose (0, 10 :: Int)) $ \n ->
          let lines' = [2 ^ k | k <- reverse [0 .. n]]
           in turns (foldMap fold lines') === [1 .. 2 ^ (n + 1) - 1],
      testProperty "the wave is the zigzag, number by number" $
        forAll zigzag $ \f -> forAll (choose (0, 300)) $ \end ->
          U.toList (wave end f) === map (at f) [0 .. end]
    ]

-- | What no fold makes.
flat :: Zigzag
flat = foldMap fold []

place :: Gen Int
place = choose (-200, 200)

-- | What folds make, on either side of 0.
zigzag :: Gen Zigzag
zigzag = oneof [foldMap fold <$> listOf place, foldMap fold . List.sortOn negate <$> resize 8 (listOf place)]
