-- | It Hangs in the Balance: a merge is a monoid, and no group is missed.
module Laws.Day24 (laws) where

import Aoc2015.Day24
import Data.List (nub, sort, sortOn, subsequences)
import Data.Ord (Down (..))
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

weights :: Gen [Int]
weights = resize 9 (listOf (choose (1, 12)))

packages :: Gen [Package]
packages = zip [0 ..] . sortOn Down <$> weights

-- | The products of all different groups of a size and a weight, by trying.
tried :: [Package] -> Int -> Int -> [Integer]
tried all' size weight =
  sort [product (map toInteger some) | some <- nub (subsequences (map snd all')), length some == size, sum some == weight]

products :: [Group] -> [Integer]
products groups = [found | Group found _ <- groups]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day24"
    [ testProperty "merging is sorting" $ \a b -> merge (sort a) (sort b) === sort (a <> b :: [Int]),
      testProperty "merging is associative, and nothing changes nothing" $ \a b c ->
        let (x, y, z) = (sort a, sort b, sort (c :: [Int]))
         in merge x (merge y z) === merge (merge x y) z .&&. merge x [] === x,
      testProperty "every group is there, the best first" $
        forAll packages $ \all' -> forAll (choose (0, 5)) $ \size -> forAll (choose (0, 30)) $ \weight ->
          products (chosen merge all' size weight) === tried all' size weight,
      testProperty "joined otherwise, they are the same" $
        forAll packages $ \all' -> forAll (choose (0, 5)) $ \size -> forAll (choose (0, 30)) $ \weight ->
          sort (chosen (<>) all' size weight) === chosen merge all' size weight,
      testProperty "the first of endless lists needs no end" $
        take 5 (merge [1, 3 ..] [2, 4 ..]) === [1 .. 5 :: Int],
      testProperty "the order of packages does not matter" $
        forAll weights $ \all' -> forAll (shuffle all') $ \other ->
          let answer = either (const Nothing) Just . part1 . U.fromList in answer all' === answer other
    ]
