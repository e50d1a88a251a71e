-- | Turns and isometries are groups that act, and places are found by length as they are by trial.
module Laws.Day19 (laws) where

import Aoc2021.Day19
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

point :: Gen V3
point = V3 <$> choose (-1000, 1000) <*> choose (-1000, 1000) <*> choose (-1000, 1000)

isometry :: Gen Isometry
isometry = Isometry <$> elements turns <*> point

-- | A report of points in a row or a plane, or anywhere, with some that two scanners share.
sharing :: Gen ([V3], [V3], Isometry)
sharing = do
  (a, b, c) <- elements [(0, 0, 3), (2, 2, 0), (4, 4, 4), (500, 500, 500)]
  let near = V3 <$> choose (-a, a) <*> choose (-b, b) <*> choose (-c, c)
  shared <- listOf near
  ours <- listOf near
  theirs <- listOf near
  place <- isometry
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
        conjoin
          [ (g <> h) <> k === g <> (h <> k),
            g <> mempty === g,
            mempty <> g === g,
            g <> inverse g === mempty,
            inverse g <> g === mempty
          ],
      testProperty "it acts on points" . forAll ((,,) <$> isometry <*> isometry <*> point) $ \(g, h, v) ->
        see (g <> h) v === see g (see h v) .&&. see mempty v === v,
      testProperty "points are a torsor of steps" . forAll ((,) <$> point <*> point) $ \(u, v) ->
        (u `minus` v) <> v === u,
      testProperty "distances stay" . forAll ((,,) <$> isometry <*> point <*> point) $ \(g, u, v) ->
        let squared (V3 x y z) = x * x + y * y + z * z
         in conjoin
              [ squared (see g u `minus` see g v) === squared (u `minus` v),
                squared (u `minus` v) === size (packed u - packed v)
              ],
      testProperty "a packed sum is the sum of what is packed" . forAll ((,) <$> point <*> point) $ \(u, v) ->
        conjoin
          [ packed u + packed v === packed (u <> v),
            unpacked (packed u - packed v) === u `minus` v,
            [turnedBy turn u | turn <- [0 .. 23]] === [packed (see (Isometry turn mempty) u) | turn <- turns]
          ],
      testProperty "by length and by trial the same places are found" $
        forAll sharing $ \(ours, theirs, place) ->
          let steps beacons = [(packed a, packed b) | a : others <- List.tails beacons, b <- others]
              pairs = [Pair a b c d | (a, b) <- steps ours, (c, d) <- steps theirs, size (b - a) == size (d - c)]
              shared = length (filter (`elem` ours) (map (see place) theirs))
              proposed = List.foldl' (flip propose) IntSet.empty pairs
              found = byTrial (report ours) (report theirs)
           in conjoin
                [ List.sort (byLength (report ours) (report theirs) proposed) === List.sort found,
                  (shared >= 12) === (place `elem` found)
                ],
      testProperty "and the steps within groups are enough" $
        forAll sharing $ \(ours, theirs, _) ->
          let found = maybe 2 length (alignments [report ours, report theirs])
           in found === min 2 (length (byTrial (report ours) (report theirs)))
    ]
  where
    report = U.fromList . map packed
