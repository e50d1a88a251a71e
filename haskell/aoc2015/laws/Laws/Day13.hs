-- | Knights of the Dinner Table: generators commute, and their squares are nothing.
module Laws.Day13 (laws) where

import Aoc2015.Day13
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | An element of products of so many of four generators.
element :: Int -> Gen Zeon
element size = U.fromList <$> vectorOf ([1, 4, 6, 4, 1] !! size) (frequency [(1, pure none), (3, choose (-99, 99))])

-- | Near nothing is nothing.
clear :: Int -> Int
clear coefficient = if coefficient < none `quot` 2 then none else coefficient

one :: Gen Int
one = choose (0, 3)

times :: Int -> Int -> Zeon -> Zeon
times = guest (basis 4)

laws :: TestTree
laws =
  testGroup
    "aoc2015/day13"
    [ testProperty "a guest twice is nothing" $
        forAll (element 1) $ \x -> forAll one $ \a -> times 3 a (times 2 a x) === U.replicate 4 none,
      testProperty "guests commute" $
        forAll (element 1) $ \x -> forAll one $ \a -> forAll one $ \b ->
          times 3 a (times 2 b x) === times 3 b (times 2 a x),
      testProperty "a guest times a sum, and a sum that is weighed" $
        forAll (element 2) $ \x -> forAll (element 2) $ \y -> forAll one $ \a -> forAll (choose (-9, 9)) $ \units ->
          times 3 a (plus x y) === plus (times 3 a x) (times 3 a y) .&&. weigh units (plus x y) === plus (weigh units x) (weigh units y),
      testProperty "of a product, a guest may be taken from either side" $
        forAll (element 1) $ \x -> forAll (element 2) $ \y -> forAll one $ \a ->
          clear (top (times 2 a x) y) === clear (top x (times 3 a y)),
      testProperty "what is multiplied by one stays as it is" $
        forAll (element 4) $ \x -> clear (top x unit) === clear (U.head x)
    ]
