-- | Heron's rule is squaring.
module Laws.SquareRoots (laws) where

import qualified Data.List.NonEmpty as NonEmpty
import Data.Ratio ((%))
import Data.Semigroup (sconcat)
import Teaching.SquareRoots
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/square-roots"
    [ testProperty "a step of Heron's rule is a square" . forAll surd $ \x@(Surd n _ _) ->
        ratio (x <> x) === (ratio x + fromInteger n / ratio x) / 2,
      testProperty "products associate and commute" . forAll surd $ \x@(Surd n _ _) -> forAll (like n) $ \y -> forAll (like n) $ \z ->
        [(x <> y) <> z, x <> y] === [x <> (y <> z), y <> x],
      testProperty "the norm of a product" . forAll surd $ \x@(Surd n _ _) -> forAll (like n) $ \y ->
        norm (x <> y) === norm x * norm y,
      testProperty "a power is a product" . forAll surd $ \x -> forAll (choose (1, 40)) $ \exponent ->
        power exponent x === sconcat (NonEmpty.fromList (replicate exponent x)),
      testProperty "the root is between the ends" . forAll surd $ \x@(Surd n _ _) -> forAll scales $ \scale ->
        let (low, high) = ends scale x
         in min low high ^ two <= n * scale ^ two && n * scale ^ two < (max low high + 1) ^ two,
      testProperty "what is cut off is less than a unit" . forAll (choose (1, 10 ^ (18 :: Int) - 1)) $ \n -> forAll (choose (10, 40)) $ \place ->
        let (root, square) = (cut n place, toInteger n * 100 ^ place) in root ^ two <= square && square < (root + 1) ^ two,
      testProperty "Heron's rule in whole numbers falls to the root" . forAll (choose (1, 10 ^ (18 :: Int) - 1)) $ \n ->
        let root = last (heron n) in root * root <= n && n < (root + 1) * (root + 1)
    ]
  where
    ratio (Surd _ p q) = p % q
    two = 2 :: Int
    scales = (10 ^) <$> choose (0, 30 :: Int)
    surd = choose (1, 10 ^ (18 :: Int)) >>= like
    like n = Surd n <$> choose (1, 10 ^ (12 :: Int)) <*> choose (1, 10 ^ (12 :: Int))
