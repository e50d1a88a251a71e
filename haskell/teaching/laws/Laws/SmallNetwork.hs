-- | Small network: points are added and none moves, and the path tells what the network makes of any point of the segment.
module Laws.SmallNetwork (laws) where

import Data.Ratio (denominator, numerator, (%))
import qualified Data.Vector.Unboxed as U
import Teaching.SmallNetwork
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/small-network"
    [ testProperty "between its points a path says what the network computes" $
        forAll networks $ \network -> forAll moments $ \t ->
          fmap (`at` t) (path network) === Right (foldl unit (at (straight (from network) (to network)) t) (hidden network)),
      testProperty "a bend leaves the path where it is" $
        forAll networks $ \network -> forAll moments $ \t ->
          let points = arriving network
           in at (bent points) t === at points t,
      testProperty "within a stretch of a bent path no value changes its sign" $
        forAll networks $ \network ->
          let points = bent (arriving network)
           in conjoin (zipWith (\one two -> and (zipWith (\x y -> x * y >= 0) (values one) (values two))) points (tail points)),
      testProperty "moments rise from 0 to 1, in lowest terms" $
        forAll networks $ \network ->
          let times = either (const []) (map (\point -> (above point, below point))) (path network)
              fractions = map (uncurry (%)) times
           in (head fractions, last fractions, and (zipWith (<) fractions (tail fractions)), times)
                === (0, 1, True, map (\t -> (numerator t, denominator t)) fractions),
      testProperty "the way back has the same values in the opposite order" $
        forAll networks $ \network ->
          fmap (map flipped . reverse) (path network {from = to network, to = from network}) === path network
    ]
  where
    moments = (\p q -> p % (p + q)) <$> choose (0, 9) <*> choose (1, 9)
    flipped point = point {above = below point - above point}
    unit xs = map (max 0 . sum . zipWith (*) (xs <> [1]) . map fromIntegral . U.toList)

-- | What arrives at the units of the first layer, at both ends.
arriving :: Network -> Path
arriving network = map (through (head (hidden network <> [final network]))) (straight (from network) (to network))

-- | A path's values at a moment.
at :: Path -> Rational -> [Rational]
at points t = head [zipWith (between (moment one) (moment two)) (real one) (real two) | (one, two) <- zip points (tail points), t <= moment two]
  where
    moment point = above point % below point
    real point = map (% below point) (values point)
    between begin end x y = (x * (end - t) + y * (t - begin)) / (end - begin)

networks :: Gen Network
networks = do
  widths <- choose (2, 4) >>= \count -> vectorOf count (choose (1, 4))
  layers <- traverse (\(inputs, units) -> vectorOf units (U.fromList <$> numbers (inputs + 1))) (zip widths (tail widths))
  Network (init layers) (last layers) <$> numbers (head widths) <*> numbers (head widths)
  where
    numbers :: (Num a) => Int -> Gen [a]
    numbers count = vectorOf count (fromIntegral <$> choose (-4, 4 :: Int))
