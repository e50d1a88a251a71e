-- | A quantised language model: codes and their least weights are adjoint, a code is the nearest, and rows can be packed in any grouping.
module Laws.Quantised130b (laws) where

import Data.Ratio ((%))
import qualified Data.Vector.Unboxed as U
import Teaching.Quantised130b
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/quantised-130b"
    [ testProperty "a weight has at least a code if it is at least that code's least weight" $
        forAll weighted' $ \(largest, weight) -> forAll (choose (1, 7)) $ \k ->
          (least largest k <= weight) === (k <= of' largest weight),
      testProperty "a code is a quotient, rounded, and a half becomes even" $
        forAll weighted' $ \(largest, weight) -> of' largest weight === round (toInteger (7 * weight) % toInteger largest),
      testProperty "a larger weight has no smaller code" $
        forAll weighted' $ \(largest, weight) -> forAll (choose (-weight, weight)) $ \other -> of' largest other <= of' largest weight,
      testProperty "an opposite has the opposite code, and -8 is none" $
        forAll weighted' $ \(largest, weight) -> (of' largest (-weight), abs (of' largest weight) <= 7) === (-(of' largest weight), True),
      testProperty "a multiple of a row has the same codes, and a multiple of its error" $
        forAll rows $ \row -> forAll (choose (1, 9)) $ \times ->
          packed (U.map (* times) row) === (packed row) {farthest = toInteger times * farthest (packed row)},
      testProperty "packing is a monoid" $
        forAll rows $ \one -> forAll rows $ \two -> forAll rows $ \three ->
          let (a, b, c) = (packed one, packed two, packed three)
           in (a <> (b <> c), mconcat [a]) === ((a <> b) <> c, a),
      testProperty "two rows of an even length and one largest weight are one row" $
        forAll rows $ \one -> forAll rows $ \two ->
          let (a, b) = (U.cons 99 (U.cons 1 (even' one)), U.cons (-99) (U.cons 0 two))
           in packed a <> packed b === packed (a <> b)
    ]
  where
    of' largest = code (U.map (least largest) (U.enumFromN 1 7))
    weighted' = do
      largest <- oneof [choose (1, 30), (* 14) <$> choose (1, 9), choose (1, 999999)]
      (,) largest <$> choose (0, largest)
    rows = U.fromList <$> (choose (1, 9) >>= \count -> vectorOf count (choose (-99, 99)))
    even' row = U.take (U.length row `quot` 2 * 2) row
