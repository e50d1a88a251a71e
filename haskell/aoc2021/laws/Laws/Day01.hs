-- | Sonar Sweep: operators are a ring, and acting turns its product into composition.
module Laws.Day01 (laws) where

import Aoc2021.Day01
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

newtype Poly = Poly Operator
  deriving newtype (Eq, Show)

instance Arbitrary Poly where
  arbitrary = Poly . operator <$> listOf ((,) <$> choose (0, 5) <*> choose (-3, 3))

-- | One whose lowest and highest powers leave no doubt about how much it looks at.
newtype Acting = Acting Operator
  deriving newtype (Show)

instance Arbitrary Acting where
  arbitrary = arbitrary >>= \(Poly p) -> if p == 0 then pure (Acting 1) else pure (Acting p)

signal :: Gen (U.Vector Int)
signal = U.fromList <$> listOf (choose (0, 20))

laws :: TestTree
laws =
  testGroup
    "aoc2021/day01"
    [ testProperty "addition is associative and commutative" $ \(Poly p) (Poly q) (Poly r) ->
        (p + q) + r === p + (q + r) .&&. p + q === q + p,
      testProperty "multiplication is associative and commutative" $ \(Poly p) (Poly q) (Poly r) ->
        (p * q) * r === p * (q * r) .&&. p * q === q * p,
      testProperty "multiplication distributes" $ \(Poly p) (Poly q) (Poly r) ->
        p * (q + r) === p * q + p * r,
      testProperty "0 and 1 are neutral" $ \(Poly p) ->
        let (nothing, one) = (0, 1)
         in conjoin [p + nothing === p, p * one === p, p - p === nothing],
      testProperty "a product acts as one after the other" $ \(Acting p) (Acting q) ->
        forAll signal $ \s -> act (p * q) s === act p (act q s),
      testProperty "a window's change has two terms" $
        forAll (choose (1, 20)) $ \k ->
          change * window k === shift ^ k - 1 .&&. degree (change * window k) === k,
      testProperty "increases are those of the sums written out" $
        forAll (choose (1, 5)) $ \k -> forAll signal $ \s ->
          let sums = [U.sum (U.slice i k s) | i <- [0 .. U.length s - k]]
           in increases k s === length (filter id (zipWith (<) sums (drop 1 sums)))
    ]
