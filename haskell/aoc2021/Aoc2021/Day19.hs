-- | Beacon Scanner: places are isometries, which form a group, and a map chooses one for each
-- scanner.
--
-- The turns are a group that acts on steps, and all ways to turn and then move something are their
-- <https://en.wikipedia.org/wiki/Semidirect_product semidirect product>. A scanner's place, as another
-- one sees it, is such an isometry, and places along a way are multiplied:
--
-- > Isometry r a <> Isometry s b = Isometry (r <> s) (a + r b)
--
-- So a map grows from scanner 0 along any tree, and is right if no product contradicts another.
module Aoc2021.Day19
  ( parse,
    part1,
    part2,

    -- * Steps, turns and isometries
    V3 (..),
    minus,
    squared,
    turns,
    Isometry (..),
    inverse,
    see,

    -- * Alignments
    Report,
    alignments,
    aligned,
  )
where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import Data.List (tails)
import qualified Data.Map.Strict as Map
import qualified Data.Set as Set
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (block, integer, lineOf, numberedBlocks, tag, whole)

-- | A step in the sea, or a point as seen from another.
data V3 = V3 !Int !Int !Int
  deriving stock (Eq, Ord, Show, Generic)
  deriving anyclass (NFData)

instance Semigroup V3 where
  V3 a b c <> V3 x y z = V3 (a + x) (b + y) (c + z)

instance Monoid V3 where
  mempty = V3 0 0 0

minus :: V3 -> V3 -> V3
minus (V3 a b c) (V3 x y z) = V3 (a - x) (b - y) (c - z)

dot :: V3 -> V3 -> Int
dot (V3 a b c) (V3 x y z) = a * x + b * y + c * z

-- | The squared length: a turn doesn't change it.
squared :: V3 -> Int
squared v = dot v v

-- | A turn of a cube: the rows of a matrix.
data Turn = Turn !V3 !V3 !V3
  deriving stock (Eq, Ord, Show)

instance Semigroup Turn where
  a <> b = transposed (Turn (turned a x) (turned a y) (turned a z))
    where
      Turn x y z = transposed b

instance Monoid Turn where
  mempty = Turn (V3 1 0 0) (V3 0 1 0) (V3 0 0 1)

transposed :: Turn -> Turn
transposed (Turn (V3 a b c) (V3 d e f) (V3 g h i)) = Turn (V3 a d g) (V3 b e h) (V3 c f i)

turned :: Turn -> V3 -> V3
turned (Turn x y z) v = V3 (dot x v) (dot y v) (dot z v)

-- | All 24: what two quarter turns generate.
turns :: [Turn]
turns = Set.toList (close (Set.singleton mempty))
  where
    close known = if more == known then known else close more
      where
        more = known <> Set.fromList ((<>) <$> Set.toList known <*> quarters)
    quarters = [Turn (V3 1 0 0) (V3 0 0 (-1)) (V3 0 1 0), Turn (V3 0 0 1) (V3 0 1 0) (V3 (-1) 0 0)]

-- | A turn, and a step after it: where a scanner is, as another one or the map sees it.
data Isometry = Isometry !Turn !V3
  deriving stock (Eq, Ord, Show)

instance Semigroup Isometry where
  Isometry r a <> Isometry s b = Isometry (r <> s) (a <> turned r b)

instance Monoid Isometry where
  mempty = Isometry mempty mempty

inverse :: Isometry -> Isometry
inverse (Isometry r a) = Isometry back (turned back (mempty `minus` a))
  where
    back = transposed r

-- | Where is what the scanner sees?
see :: Isometry -> V3 -> V3
see (Isometry r a) v = a <> turned r v

-- | The beacons that a scanner reports.
type Report = [V3]

part1 :: [Report] -> Either NoAnswer Int
part1 reports = beacons <$> places reports
  where
    beacons known = Set.size (Set.fromList (concat (zipWith (map . see) known reports)))

-- | The largest Manhattan distance: two points have it along one of four diagonals.
part2 :: [Report] -> Either NoAnswer Int
part2 reports = diameter <$> places reports
  where
    diameter known = maximum [extent [dot (V3 1 y z) at | Isometry _ at <- known] | y <- [1, -1], z <- [1, -1]]
    extent along = maximum along - minimum along

-- | All scanners' places, as scanner 0 sees them.
places :: [Report] -> Either NoAnswer [Isometry]
places reports
  | IntMap.size known == length reports,
    and [known IntMap.! s <> g == known IntMap.! t | (s, t, g) <- edges] =
    Right (IntMap.elems known)
  | otherwise = Left (NoAnswer "there is no one way to put all scanners on a map")
  where
    (edges, known) = (alignments reports, grow edges)

-- | The places along a tree from scanner 0.
grow :: [(Int, Int, Isometry)] -> IntMap.IntMap Isometry
grow edges = go (IntMap.singleton 0 mempty) [0]
  where
    around = IntMap.fromListWith (<>) (concat [[(s, [(t, g)]), (t, [(s, inverse g)])] | (s, t, g) <- edges])
    go known [] = known
    go known (s : others) = go (known <> new) (IntMap.keys new <> others)
      where
        new = IntMap.map (known IntMap.! s <>) (neighbours `IntMap.difference` known)
        neighbours = IntMap.fromList (IntMap.findWithDefault [] s around)

-- | Where each scanner sees a later one with which it has twelve beacons in common. Of any twelve beacons
-- two are in one of eleven groups, so that steps within groups are enough to find all of them.
alignments :: [Report] -> [(Int, Int, Isometry)]
alignments reports =
  [(s, t, g) | ((s, t), steps) <- Map.toList alike, g <- aligned (scanners V.! s) (scanners V.! t) steps]
  where
    scanners = V.fromList reports
    alike =
      Map.fromListWith (<>) $
        [ ((s, t), [((a, b), (c, d))])
          | (t, report) <- zip [0 ..] reports,
            (c, d) <- pairs report,
            (s, a, b) <- IntMap.findWithDefault [] (squared (d `minus` c)) index,
            s < t
        ]
    index =
      IntMap.fromListWith (<>) $
        [ (squared (b `minus` a), [(s, a, b)])
          | (s, report) <- zip [0 ..] reports,
            remainder <- [0 .. 10],
            (a, b) <- pairs [v | (n, v) <- zip [0 ..] report, n `rem` 11 == (remainder :: Int)]
        ]
    pairs report = [(a, b) | a : others <- tails report, b <- others]

-- | The isometries that take twelve beacons to known ones, among those that take one of two equally
-- long steps to the other.
aligned :: Report -> Report -> [((V3, V3), (V3, V3))] -> [Isometry]
aligned known report steps = filter twelve (Set.toList (Set.fromList (concatMap proposed steps)))
  where
    twelve g = not (null (drop 11 (filter ((`Set.member` ours) . see g) report)))
    ours = Set.fromList known
    proposed ((a, b), (c, d)) =
      [ Isometry r (a `minus` turned r from)
        | r <- turns,
          (from, to) <- [(c, d), (d, c)],
          turned r (to `minus` from) == b `minus` a
      ]

parse :: Text -> Either InvalidInput [Report]
parse = whole . numberedBlocks $ \number ->
  Set.toList . Set.fromList . V.toList
    <$ lineOf "expected the header of the next scanner" (tag (B.pack ("--- scanner " <> show number <> " ---")))
    <*> block "expected a beacon as x,y,z, each from -1000 to 1000" beacon
  where
    beacon = V3 <$> integer 1000 <* tag "," <*> integer 1000 <* tag "," <*> integer 1000
