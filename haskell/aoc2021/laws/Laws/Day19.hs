-- | Turns and isometries are groups that act, and what scanners share is found.
module Laws.Day19 (laws) where

import Aoc2021.Day19
import qualified Data.List as List
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

point :: Gen V3
point = V3 <$> choose (-1000, 1000) <*> choose (-1000, 1000) <*> choose (-1000, 1000)

isometry :: Gen Isometry
isometry = Isometry <$> elements turns <*> point

-- | Reports of points in a row or a plane, or anywhere, with some that two scanners share, and a place.
sharing :: Gen ([V3], [V3], Isometry)
sharing = do
  (a, b, c) <- elements [(0, 0, 3), (2, 2, 0), (4, 4, 4), (500, 500, 500)]
  let near = scale (`div` 3) $ listOf (V3 <$> choose (-a, a) <*> choose (-b, b) <*> choose (-c, c))
  (shared, ours, theirs, place) <- (,,,) <$> near <*> near <*> near <*> isometry
  let distinct = Set.toList . Set.fromList
  pure (distinct (shared <> ours), distinct (map (see (inverse place)) (shared <> theirs)), place)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day19"
    [ testProperty "there are 24 turns" . once $ (length turns, length (List.nub turns)) === (24, 24),
      testProperty "turns are a group" . forAll ((,) <$> elements turns <*> elements turns) $ \(a, b) ->
        (a <> b) `elem` turns .&&. length (filter ((== mempty) . (a <>)) turns) === 1,
      testProperty "isometries are a group" . forAll ((,,) <$> isometry <*> isometry <*> isometry) $ \(g, h, k) ->
        conjoin [(g <> h) <> k === g <> (h <> k), g <> mempty === g, g <> inverse g === mempty],
      testProperty "it acts on points" . forAll ((,,) <$> isometry <*> isometry <*> point) $ \(g, h, v) ->
        see (g <> h) v === see g (see h v) .&&. see mempty v === v,
      testProperty "distances stay" . forAll ((,,) <$> isometry <*> point <*> point) $ \(g, u, v) ->
        squared (see g u `minus` see g v) === squared (u `minus` v),
      testProperty "steps within groups find what all turns and offsets do" . forAll sharing $ \(ours, theirs, _) ->
        List.sort [g | (_, _, g) <- alignments [ours, theirs]] === List.sort (byTrial ours theirs),
      testProperty "and twelve that are shared are found" . forAll sharing $ \(ours, theirs, place) ->
        let shared = length (filter (`elem` ours) (map (see place) theirs))
         in (shared >= 12) === ((0, 1, place) `elem` alignments [ours, theirs])
    ]

-- | How often does each turn and step bring beacons together?
byTrial :: [V3] -> [V3] -> [Isometry]
byTrial ours theirs =
  [ place
    | turn <- turns,
      let offsets = [a `minus` see (Isometry turn mempty) b | a <- ours, b <- theirs],
      place : others <- List.group (List.sort (map (Isometry turn) offsets)),
      length others >= 11
  ]
