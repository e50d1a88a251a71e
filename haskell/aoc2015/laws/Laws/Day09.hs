-- | All in a Single Night: laws of semirings, and the sum over all routes as it is written.
module Laws.Day09 (laws) where

import Aoc2015.Day09
import Data.List (foldl', permutations)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

semiring :: (Semiring s, Eq s, Show s) => String -> Gen s -> TestTree
semiring name some = testProperty (name <> " is a semiring") $
  forAll ((,,) <$> some <*> some <*> some) $ \(a, b, c) ->
    conjoin
      [ plus a (plus b c) === plus (plus a b) c,
        times a (times b c) === times (times a b) c,
        plus a b === plus b a,
        times a b === times b a,
        times a (plus b c) === plus (times a b) (times a c),
        times (plus a b) c === plus (times a c) (times b c),
        plus zero a === a,
        times one a === a,
        times a one === a,
        times zero a === zero,
        times a zero === zero
      ]

numbers :: Gen Int
numbers = choose (-99, 99)

laws :: TestTree
laws =
  testGroup
    "aoc2015/day09"
    [ semiring "Shortest" (frequency [(1, pure zero), (9, Shortest <$> numbers)]),
      semiring "Longest" (frequency [(1, pure zero), (9, Longest <$> numbers)]),
      semiring "Count" (Count <$> numbers),
      testProperty "there are n! routes" $
        forAll (choose (2, 8)) $ \count -> routes count (const one) === Count (product [1 .. count]),
      testProperty "it is the sum of products" $
        forAll (choose (2, 5)) $ \count -> forAll (vectorOf (count * count) numbers) $ \legs ->
          let leg place = let (a, b) = place `quotRem` count in Count (legs !! (count * min a b + max a b))
              product' route = foldl' times one (zipWith (\a b -> leg (count * a + b)) route (drop 1 route))
           in routes count leg === foldl' plus zero (map product' (permutations [0 .. count - 1]))
    ]
