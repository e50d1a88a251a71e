-- | Linear least squares: what a best matrix is, and a smallest one; and Cayley and Hamilton's theorem.
module Laws.Frechet2 (laws) where

import Data.List (transpose)
import qualified Data.Vector.Unboxed as U
import Teaching.Frechet2
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/frechet-2"
    [ testProperty "a best matrix solves the normal equations" $
        forAll pairs $ \given ->
          let (squares, products) = moments given
           in best (squares, products) `times` map (map fromIntegral) squares === map (map fromIntegral) products,
      testProperty "the smallest is at right angles to what changes no prediction" $
        forAll pairs $ \given ->
          let (squares, products) = moments given
              found = best (squares, products)
              projection = best (squares, squares)
           in found `times` transpose projection === found,
      testProperty "the last polynomial makes the coefficient of all that the matrix makes" $
        forAll pairs $ \given ->
          let squares = map (map toInteger) (fst (moments given))
           in conjoin [squares `times` (polynomial `times` squares) === map (map (c *)) squares | (c, polynomial) <- take 1 (reverse (powers squares))],
      testProperty "there are as many coefficients as the rank, and at most as many as pairs" $
        forAll pairs $ \given ->
          length (powers (map (map toInteger) (fst (moments given)))) <= min (length (xs given)) (U.length (head (xs given))),
      testProperty "pairs may come in any order" $
        forAll pairs $ \given -> moments given {xs = map U.reverse (xs given), ys = map U.reverse (ys given)} === moments given
    ]

pairs :: Gen Data
pairs = do
  (count, inputs, outputs) <- (,,) <$> choose (1, 5) <*> choose (1, 4) <*> choose (1, 3)
  let numbers = U.fromList <$> vectorOf count (oneof [choose (-1, 1), choose (-9, 9), choose (-9999, 9999)])
  (base, others) <- (,) <$> vectorOf inputs numbers <*> vectorOf outputs numbers
  repeated <- vectorOf inputs (elements base)
  pure (Data repeated others (replicate outputs (replicate inputs 0)))
