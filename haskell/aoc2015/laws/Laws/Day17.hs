-- | No Such Thing as Too Much: digits of a long number count sets, and leading terms are a semiring.
module Laws.Day17 (laws) where

import Aoc2015.Day17
import Data.List (subsequences)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

containers :: Gen [Int]
containers = choose (0, 10) >>= (`vectorOf` frequency [(3, choose (10, 75)), (1, pure 50)])

-- | How many sets of so many containers hold the amount?
sets :: [Int] -> Int -> Integer
sets sizes count = toInteger (length [() | set <- subsequences sizes, sum set == amount, length set == count])

laws :: TestTree
laws =
  testGroup
    "aoc2015/day17"
    [ testProperty "ways are sets" $
        forAll containers $ \sizes -> ways sizes === sum (map (sets sizes) [0 .. length sizes]),
      testProperty "the order does not matter" $
        forAll containers $ \sizes -> forAll (shuffle sizes) $ \others -> ways sizes === ways others,
      testProperty "leading terms are the fewest containers" $
        forAll containers $ \sizes ->
          fewest sizes === head ([Term count found | count <- [0 .. length sizes], let { found = sets sizes count }, found > 0] <> [Zero]),
      testProperty "leading terms are a commutative monoid, and y distributes" $
        forAll terms $ \a -> forAll terms $ \b -> forAll terms $ \c ->
          conjoin
            [ plus a (plus b c) === plus (plus a b) c,
              plus a b === plus b a,
              plus Zero a === a,
              raised (plus a b) === plus (raised a) (raised b)
            ]
    ]
  where
    terms = oneof [pure Zero, Term <$> choose (0, 3) <*> choose (1, 9)]
