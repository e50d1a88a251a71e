-- | RAM Run: both algebras measure distances, and the best way is as good as the best of all ways.
module Laws.Day18 (laws) where

import Aoc2024.Day18
import qualified Data.Map.Strict as Map
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Places of a small corner, each with its cost; all others can't be entered.
newtype Corner = Corner [((Int, Int), Int)]
  deriving stock (Show)

instance Arbitrary Corner where
  arbitrary = Corner <$> sequence [(,) (x, y) <$> frequency [(3, choose (0, 9)), (1, pure maxBound)] | x <- [0 .. 4], y <- [0 .. 4]]

laws :: TestTree
laws =
  testGroup
    "aoc2024/day18"
    [ testProperty "a sum is the least over all ways" $ \corner -> cost (+) corner (0, 0) (4, 4) === settled (+) corner,
      testProperty "a maximum is the least over all ways" $ \corner -> cost max corner (0, 0) (4, 4) === settled max corner,
      testProperty "there and back cost the same" $ \corner ->
        forAll ((,) <$> spot <*> spot) $ \(a, b) -> cost max corner a b === cost max corner b a .&&. cost (+) corner a b === cost (+) corner b a,
      testProperty "no detour is cheaper, and by maxima not even the dearer half of one: an ultrametric" $ \corner ->
        forAll ((,,) <$> spot <*> spot <*> spot) $ \(a, b, c) ->
          and [direct <= max one other | Just one <- [cost max corner a b], Just other <- [cost max corner b c], direct <- maybe [maxBound] pure (cost max corner a c)]
    ]
  where
    spot = (,) <$> choose (0, 4) <*> choose (0, 4)
    cost extended (Corner costs) (x, y) (x', y') =
      best extended 300 (U.replicate (72 * 73) maxBound U.// [(place a b, c) | ((a, b), c) <- costs]) (place x y) (place x' y')

-- | What the last place costs, if costs are lowered until none can be lowered any more.
settled :: (Int -> Int -> Int) -> Corner -> Maybe Int
settled extended (Corner costs) = go (Map.filterWithKey (\at _ -> at == (0, 0)) own)
  where
    own = Map.filter (/= maxBound) (Map.fromList costs)
    go known = if next == known then Map.lookup (4, 4) known else go next
      where
        next = Map.unionWith min known (Map.mapMaybeWithKey near own)
        near (x, y) c = case [extended k c | at <- [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)], Just k <- [Map.lookup at known]] of
          [] -> Nothing
          found -> Just (minimum found)
