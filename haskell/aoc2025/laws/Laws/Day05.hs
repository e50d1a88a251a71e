-- | Cafeteria: masses are a group, integration adds, and a step function is what the ranges say.
module Laws.Day05 (laws) where

import Aoc2025.Day05
import qualified Data.IntMap.Strict as IntMap
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

ranges :: Gen [(Int, Int)]
ranges = listOf ((\first more -> (first, first + more)) <$> choose (0, 30) <*> choose (0, 9))

sum' :: [(Int, Int)] -> Masses
sum' = foldMap (uncurry range)

often :: IntMap.IntMap Int -> Int -> Int
often steps place = maybe 0 snd (IntMap.lookupLE place steps)

laws :: TestTree
laws =
  testGroup
    "aoc2025/day05"
    [ testProperty "masses are a commutative monoid" $
        forAll ranges $ \a -> forAll ranges $ \b -> forAll ranges $ \c ->
          let (x, y, z) = (sum' a, sum' b, sum' c)
           in conjoin [x <> (y <> z) === (x <> y) <> z, x <> y === y <> x, mconcat [x, mempty] === x],
      testProperty "the integral counts the ranges around a place" $
        forAll ranges $ \a -> forAll (choose (-1, 45)) $ \place ->
          often (integral (sum' a)) place === length [() | (first, final) <- a, first <= place, place <= final],
      testProperty "the integral of a sum is the sum of integrals" $
        forAll ranges $ \a -> forAll ranges $ \b -> forAll (choose (-1, 45)) $ \place ->
          often (integral (sum' a <> sum' b)) place === often (integral (sum' a)) place + often (integral (sum' b)) place,
      testProperty "the measure is how many IDs there are" $
        forAll ranges $ \a ->
          measure (integral (sum' a)) === length [() | id' <- [0 .. 45], or [first <= id' && id' <= final | (first, final) <- a]]
    ]
