-- | Schools are a commutative semiring in which x^9 = x^2 + 1.
module Laws.Day06 (laws) where

import Aoc2021.Day06
import qualified Data.ByteString.Char8 as B
import Data.List (intercalate)
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
      testProperty "a power is as many days, one by one" $
        \(Few s) -> (s <> x80, s <> x256) === (iterate day s !! 80, iterate day s !! 256),
      testProperty "size is linear" $
        \(Few s) (Few t) -> size (s `plus` t) === size s + size t,
      testProperty "the size of a product needs no product" $
        \(Few s) (Few t) -> grown s t === size (s <> t),
      testProperty "all fish of a line are counted" $
        forAll (choose (1, 1000) >>= \fish -> vectorOf fish (choose (0, 8))) $ \timers ->
          parse (B.pack (intercalate "," (map show timers)))
            === Right (school [length (filter (== 8 - age) timers) | age <- [0 .. 8 :: Int]])
    ]
