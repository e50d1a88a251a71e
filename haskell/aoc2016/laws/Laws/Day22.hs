-- | Grid Computing: darts have two permutations, and what is movable is a sliding puzzle.
module Laws.Day22 (laws) where

import Aoc2016.Day22
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Two columns and three rows of nodes of which one is empty, and some are large.
grids :: Gen Grid
grids = do
  empty <- choose (0, 5)
  Grid 3 <$> traverse (\at -> if at == empty then pure (Node 90 0) else node) [0 .. 5 :: Int]
  where
    node = frequency [(5, Node <$> choose (85, 94) <*> choose (64, 73)), (1, pure (Node 505 495))]

-- | All that can be in the nodes after any moves, by the rules as they are told.
contents :: Grid -> Set.Set [Int]
contents (Grid height nodes) = grow Set.empty (Set.singleton [used | Node _ used <- nodes])
  where
    grow seen new
      | Set.null new = seen
      | otherwise = let seen' = seen <> new in grow seen' (Set.fromList (concatMap after (Set.toList new)) `Set.difference` seen')
    after now =
      [ [if at == from then 0 else if at == to then used + now !! from else used | (at, used) <- zip [0 ..] now]
        | (from, moved) <- zip [0 ..] now,
          moved > 0,
          to <- neighbours from,
          Node size _ <- [nodes !! to],
          now !! to + moved <= size
      ]
    neighbours from =
      [to | to <- [0 .. length nodes - 1], let (x, y) = from `quotRem` height; (x', y') = to `quotRem` height, abs (x - x') + abs (y - y') == 1]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day22"
    [ testProperty "to reverse a dart twice changes nothing" $
        \(Positive stride) (NonNegative place) -> forAll (choose (0, 3)) $ \side ->
          let dart = 4 * (place + stride + 1) + side in reversed stride (reversed stride dart) === dart,
      testProperty "nor does it to rotate it four times" $
        \(NonNegative dart) -> iterate (rotated 1) dart !! 4 === dart,
      testProperty "where data go into the empty node alone, the same data stay in other order" . withMaxSuccess 30 $
        forAll grids $ \grid@(Grid _ nodes) -> case movable grid of
          Nothing -> label "not so" (property True)
          Just (_, isSmall) ->
            conjoin
              [ Set.map (\now -> Set.fromList (zip now [0 :: Int ..])) (contents grid) =/= Set.empty,
                conjoin [length (filter (== 0) now) === 1 | now <- Set.toList (contents grid)],
                conjoin [now !! at === used | now <- Set.toList (contents grid), (at, Node _ used, False) <- zip3 [0 ..] nodes isSmall]
              ]
    ]
