-- | Gaussians as a log-linear family: sweeps commute and undo each other, data and densities are added.
module Laws.LogLinearGaussian (laws) where

import Control.Monad (foldM)
import Data.Maybe (isJust, mapMaybe)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Teaching.LogLinearGaussian
import Teaching.Sweep
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

type Group = V.Vector (U.Vector Int)

-- | Groups of vectors of one length, each with a density.
groups :: Int -> Gen [Group]
groups count = do
  dimension <- choose (1, 4)
  let vector = U.fromList <$> vectorOf dimension (choose (-99, 99))
      group = V.fromList <$> (choose (dimension + 1, dimension + 4) >>= (`vectorOf` vector))
  vectorOf count (group `suchThat` (isJust . parameters))

symmetric :: Gen Tableau
symmetric = do
  values <- vectorOf 16 (choose (-9, 9))
  pure (tableau [[values !! (4 * min i j + max i j) | j <- [0 .. 3]] | i <- [0 .. 3]])

-- | Mean and covariance, by their definitions.
definitions :: Group -> ([Rational], [[Rational]])
definitions group = (map mean columns, [[mean (zipWith (*) a b) - mean a * mean b | b <- columns] | a <- columns])
  where
    columns = [map (fromIntegral . (U.! at)) (V.toList group) | at <- [0 .. U.length (V.head group) - 1]]
    mean values = sum values / fromIntegral (length values)

laws :: TestTree
laws =
  testGroup
    "teaching/log-linear-gaussian"
    [ testProperty "sweeps commute" . forAll symmetric $ \it ->
        let both i j = foldM (flip sweep) it [i, j] in isJust (both 0 2) && isJust (both 2 0) ==> both 0 2 === both 2 0,
      testProperty "a sweep is undone after another" . forAll symmetric $ \it ->
        let both = sweep 1 it >>= sweep 3 in isJust both && isJust (sweep 3 it) ==> (both >>= sweepBack 1 >>= sweepBack 3) === Just it,
      testProperty "data are added" . forAll (groups 2) $ \found ->
        moments (V.concat found) === foldr1 (<>) (map moments found),
      testProperty "a product of one is it" . forAll (groups 1) $ \found ->
        let it = product' (mapMaybe parameters found)
            size = V.length (entries it) - 1
         in definitions (head found) === ([entry it 0 i | i <- [1 .. size]], [[entry it i j | j <- [1 .. size]] | i <- [1 .. size]]),
      testProperty "densities are multiplied in any order" . forAll (groups 3) $ \found ->
        let them = mapMaybe parameters found in product' them === product' (reverse them)
    ]
