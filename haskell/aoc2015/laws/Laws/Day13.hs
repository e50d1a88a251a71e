-- | Knights of the Dinner Table: generators commute, and their squares are nothing.
module Laws.Day13 (laws) where

import Aoc2015.Day13
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | An element with four generators.
element :: Gen Zeon
element = U.fromList <$> vectorOf 16 (frequency [(1, pure none), (3, choose (-99, 99))])

-- | Near nothing is nothing.
clear :: Int -> Int
clear coefficient = if coefficient < none `quot` 2 then none else coefficient

laws :: TestTree
laws =
  testGroup
    "aoc2015/day13"
    [ testProperty "a guest twice is nothing" $
        forAll element $ \x -> forAll (choose (0, 3)) $ \a -> guest a (guest a x) === U.replicate 16 none,
      testProperty "guests commute" $
        forAll element $ \x -> forAll (choose (0, 3)) $ \a -> forAll (choose (0, 3)) $ \b ->
          guest a (guest b x) === guest b (guest a x),
      testProperty "a guest times a sum, and a sum that is weighed" $
        forAll element $ \x -> forAll element $ \y -> forAll (choose (0, 3)) $ \a -> forAll (choose (-9, 9)) $ \units ->
          guest a (plus x y) === plus (guest a x) (guest a y) .&&. weigh units (plus x y) === plus (weigh units x) (weigh units y),
      testProperty "of a product, a guest may be taken from either side" $
        forAll element $ \x -> forAll element $ \y -> forAll (choose (0, 3)) $ \a ->
          clear (top (guest a x) y) === clear (top x (guest a y)),
      testProperty "what is multiplied by one stays as it is" $
        forAll element $ \x -> clear (top x (unit 4)) === x U.! 15
    ]
