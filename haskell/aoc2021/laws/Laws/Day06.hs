-- | Schools are a commutative semiring in which x^9 = x^2 + 1.
module Laws.Day06 (laws) where

import Aoc2021.Day06
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

newtype Few = Few School
  deriving stock (Show)

instance Arbitrary Few where
  arbitrary = Few . school <$> vectorOf 9 (choose (0, 1000))

laws :: TestTree
laws =
  testGroup
    "aoc2021/day06"
    [ testProperty "a fish of age 9 is one of age 2 and a newborn" $
        day (aged 8) === aged 2 `plus` aged 0,
      testProperty "addition is associative" $
        \(Few s) (Few t) (Few u) -> (s `plus` t) `plus` u === s `plus` (t `plus` u),
      testProperty "addition is commutative" $
        \(Few s) (Few t) -> s `plus` t === t `plus` s,
      testProperty "multiplication is associative" $
        \(Few s) (Few t) (Few u) -> (s <> t) <> u === s <> (t <> u),
      testProperty "multiplication is commutative" $
        \(Few s) (Few t) -> s <> t === t <> s,
      testProperty "one newborn is multiplication's unit" $
        \(Few s) -> (aged 0 <> s, s <> aged 0, mempty) === (s, s, aged 0),
      testProperty "multiplication distributes over addition" $
        \(Few s) (Few t) (Few u) -> s <> (t `plus` u) === (s <> t) `plus` (s <> u),
      testProperty "a day is multiplication by x" $
        \(Few s) -> day s === s <> aged 1,
      testProperty "days add where powers multiply" $
        forAll ((,) <$> choose (0, 200) <*> choose (0, 200)) $
          \(m, n) -> afterDays (m + n) === afterDays m <> afterDays n,
      testProperty "size is linear" $
        \(Few s) (Few t) -> size (s `plus` t) === size s + size t,
      testProperty "a power is as many days, one by one" $
        forAll (choose (0, 200)) $
          \n (Few s) -> grown n s === toInteger (size (iterate day s !! n))
    ]
