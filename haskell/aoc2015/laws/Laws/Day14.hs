-- | Reindeer Olympics: races are a semigroup, and looking up is a homomorphism.
module Laws.Day14 (laws) where

import Aoc2015.Day14
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

reindeer :: Gen Reindeer
reindeer = (,,) <$> choose (1, 30) <*> choose (1, 20) <*> choose (1, 99)

laws :: TestTree
laws =
  testGroup
    "aoc2015/day14"
    [ testProperty "a table is the function" $
        forAll reindeer $ \one -> forAll (choose (1, seconds)) $ \second -> race one `at` second === place one second,
      testProperty "looking up is a homomorphism" $
        forAll reindeer $ \one -> forAll reindeer $ \other -> forAll (choose (1, seconds)) $ \second ->
          (race one <> race other) `at` second === max (race one `at` second) (race other `at` second),
      testProperty "races are a commutative, idempotent semigroup" $
        forAll (race <$> reindeer) $ \a -> forAll (race <$> reindeer) $ \b -> forAll (race <$> reindeer) $ \c ->
          conjoin [(a <> b) <> c === a <> (b <> c), a <> b === b <> a, a <> a === a]
    ]
