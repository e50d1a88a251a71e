-- | A mode has the largest weight, potentials of both signs the same one; and units lie within what doubles say.
module Laws.NeurotransmitterRelease (laws) where

import qualified Data.IntMap.Strict as IntMap
import Data.Monoid (getSum)
import qualified Data.Vector.Unboxed as U
import Teaching.Exact (Enclosure (..))
import Teaching.NeurotransmitterRelease
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

one :: Gen (Trials, Int)
one = do
  mean <- choose (100, 1000)
  sd <- choose (1, mean)
  lambda <- elements [10 ^ (6 :: Int), 2250000000, 30 * 10 ^ (9 :: Int)]
  potential <- (* mean) <$> choose (1, 40)
  shift <- choose (-99, 99)
  sign <- elements [1, -1]
  let found = sign * (potential + shift) in pure (Trials lambda mean sd (U.singleton found), found)

mode :: Trials -> Int
mode = fst . IntMap.findMin . modes

laws :: TestTree
laws =
  testGroup
    "teaching/neurotransmitter-release"
    [ testProperty "no count is more probable than the mode" . forAll one $ \(trials, potential) ->
        let best = mode trials
            tilted = prior trials (best + 50) 256 <> given trials 256 best potential
         in and [getSum (tilted k) < getSum (tilted best) | k <- [1 .. best + 50], k /= best],
      testProperty "a sign is no matter" . forAll one $ \(trials, potential) ->
        mode trials === mode trials {potentials = U.singleton (negate potential)},
      testProperty "tilts add up, whichever comes first" . forAll one $ \(trials, potential) ->
        let (first, second) = (prior trials 60 128, given trials 128 (mode trials) potential)
         in and [(first <> second) k == (second <> first) k | k <- [1 .. 60]],
      testProperty "whole units are within the bounds of doubles" . forAll one $ \(trials, potential) ->
        let best = mode trials
            table = (160, prior trials (best + 2000) 160)
            (Enclosure low high, wrong) = byDoubles trials table best [(potential, 1)]
            Enclosure least most = byUnits trials table best potential
            logarithm = logBase 2 . fromRational :: Rational -> Double
         in counterexample (show (low, high, least, most)) $
              logarithm most >= fromRational low - 2 * wrong - 1e-12 .&&. logarithm least <= fromRational high + 2 * wrong + 1e-12
    ]
