-- | I Was Told There Would Be No Math: semirings have their laws, and symmetric polynomials theirs.
module Laws.Day02 (laws) where

import Aoc2015.Day02
import Data.List (sort)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

sides :: Gen (Int, Int, Int)
sides = (,,) <$> choose (1, 50) <*> choose (1, 50) <*> choose (1, 50)

semiring :: (Semiring a, Eq a, Show a) => (Int -> a) -> Property
semiring of' = forAll sides $ \(x, y, z) ->
  let (a, b, c) = (of' x, of' y, of' z)
   in conjoin
        [ a `plus` b === b `plus` a,
          (a `plus` b) `plus` c === a `plus` (b `plus` c),
          (a `times` b) `times` c === a `times` (b `times` c),
          a `times` (b `plus` c) === (a `times` b) `plus` (a `times` c),
          second (a, b, c) === second (c, a, b),
          second (a, b, c) === second (b, a, c)
        ]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day02"
    [ testProperty "numbers are a semiring" (semiring id),
      testProperty "the least and the product are one" (semiring Least),
      testProperty "the least and the sum are one" (semiring Tropical),
      testProperty "they are the coefficients of (1 + x t) (1 + y t) (1 + z t)" $
        forAll sides $ \(x, y, z) -> forAll (choose (-9, 9)) $ \t ->
          (1 + x * t) * (1 + y * t) * (1 + z * t)
            === 1 + (x + y + z) * t + second (x, y, z) * t ^ (2 :: Int) + third (x, y, z) * t ^ (3 :: Int),
      testProperty "the least come from the two smallest sides" $
        forAll sides $ \(x, y, z) ->
          let [a, b, _] = sort [x, y, z]
           in (second (Least x, Least y, Least z), second (Tropical x, Tropical y, Tropical z)) === (Least (a * b), Tropical (a + b))
    ]
