-- | LAN Party: common neighbours are a Galois connection, and largest groups are among its fixed points.
module Laws.Day23 (laws) where

import Aoc2024.Day23
import Data.Bits
import Data.List (sortOn, subsequences)
import Data.Ord (Down (..))
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (within, (.&.))
import Threefold.Bits (ones)

-- | What is around a computer with up to nine neighbours, of which many are linked.
neighbourhoods :: Gen Around
neighbourhoods = do
  others <- choose (1, 9) >>= \size -> take size <$> shuffle [1 .. 675]
  links <- sublistOf [(a, b) | a <- others, b <- others, a < b]
  more <- sublistOf [(a, b) | a <- others, b <- others, a < b]
  pure (around (networkOf (U.fromList ([(0, other) | other <- others] <> links <> more))) (> 0) 0)

sets :: Around -> Gen Word64
sets here = foldr (flip setBit) 0 <$> sublistOf [0 .. U.length (members here) - 1]

within :: Word64 -> Word64 -> Bool
within set other = set .&. other == set

laws :: TestTree
laws =
  testGroup
    "aoc2024/day23"
    [ testProperty "a set is within what another has in common if and only if the other is within what it has" $
        forAll two $ \(here, one, other) -> (one `within` common here other) === (other `within` common here one),
      testProperty "common neighbours of common neighbours are a closure" $
        forAll two $ \(here, one, _) ->
          let closure = common here . common here in closure (closure one) === closure one .&&. property (one `within` closure one),
      testProperty "a largest group of all is its own set of common neighbours" $
        forAll two $ \(here, _, _) -> let group = largest here (bit (U.length (members here)) - 1) in common here group === group,
      testProperty "of all groups in a set the largest is found, and of several the first" $
        forAll two $ \(here, set, _) ->
          let groups = filter ((\group -> group `within` common here group) . foldr (flip setBit) 0) (subsequences (ones set))
           in [ones (largest here set)] === take 1 (sortOn (\group -> (Down (length group), group)) groups)
    ]
  where
    two = neighbourhoods >>= \here -> (,,) here <$> sets here <*> sets here
