-- | Beacon Scanner: places are isometries, which form a group, and a map chooses one for each
-- scanner.
--
-- The 24 turns of a cube are a group, which acts on steps. All the ways to turn and then move
-- something are its semidirect product with the steps:
--
-- > Isometry r a <> Isometry s b = Isometry (r <> s) (a + r b)
--
-- Such an isometry is a scanner's place, as another one sees it: it takes what the former sees
-- to what the latter does. If one scanner knows another's place, and that one a third's, then
-- the first knows the third's by multiplying. So a map grows from scanner 0 along any tree,
-- and it is right if no product contradicts another.
--
-- How is a place found? Points are a torsor of steps: from each point each step leads to one
-- other. So an isometry is known from its turn and one point's image. Two beacons that both
-- scanners see are one step apart for both, but for a turn. The turns' orbits of steps have an
-- invariant, the length; steps that agree in it propose isometries, which are then tried. Deal
-- a scanner's beacons out into eleven groups, and two of any twelve are in one. So the few
-- steps within groups are enough to miss nothing.
module Aoc2021.Day19
  ( parse,
    part1,
    part2,

    -- * Steps, turns and isometries
    V3 (..),
    minus,
    Turn (..),
    turns,
    Isometry (..),
    inverse,
    see,

    -- * Alignments
    Report,
    alignments,
    byLength,
    byTrial,
    packed,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (zipWithM)
import Data.Bits (bit, countLeadingZeros, finiteBitSize, shiftL, shiftR, testBit, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Unsafe as B
import Data.Char (isDigit)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import Data.Maybe (catMaybes)
import qualified Data.Set as Set
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

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

-- | The squared length: a turn doesn't change it.
squared :: V3 -> Int
squared (V3 x y z) = x * x + y * y + z * z

dot :: V3 -> V3 -> Int
dot (V3 a b c) (V3 x y z) = a * x + b * y + c * z

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
    close known
      | Set.size more == Set.size known = known
      | otherwise = close more
      where
        more = Set.union known (Set.fromList [turn <> quarter | turn <- Set.toList known, quarter <- quarters])
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

-- | The number of points.
part1 :: [Report] -> Either NoAnswer Int
part1 reports = distinct . concat . zipWith (flip (map . see)) reports <$> places reports
  where
    -- No text that memory holds leads to coordinates of 2^31.
    distinct points = sum (map IntSet.size (IntMap.elems (columns points)))
    columns points =
      IntMap.fromListWith (<>) [(x `shiftL` 32 + y, IntSet.singleton z) | V3 x y z <- points]

-- | The largest Manhattan distance: two points have it along one of four diagonals.
part2 :: [Report] -> Either NoAnswer Int
part2 reports = diameter <$> places reports
  where
    diameter known = maximum [extent [dot diagonal at | Isometry _ at <- known] | diagonal <- diagonals]
    diagonals = [V3 1 y z | y <- [1, -1], z <- [1, -1]]
    extent along = maximum along - minimum along

-- | All scanners' places, as scanner 0 sees them.
places :: [Report] -> Either NoAnswer [Isometry]
places reports = case alignments reports of
  Just edges
    | known <- grow edges,
      IntMap.size known == length reports,
      and [known IntMap.! s <> g == known IntMap.! t | (s, t, g) <- edges] ->
      Right (IntMap.elems known)
  _ -> Left (NoAnswer "there is no one way to put all scanners on a map")

-- | The places along a tree from scanner 0.
grow :: [(Int, Int, Isometry)] -> IntMap.IntMap Isometry
grow edges = go (IntMap.singleton 0 mempty) [0]
  where
    around = IntMap.fromListWith (<>) (concatMap bothWays edges)
    bothWays (s, t, g) = [(s, [(t, g)]), (t, [(s, inverse g)])]
    go known [] = known
    go known (s : others) = go (known <> new) (IntMap.keys new <> others)
      where
        new = IntMap.fromList [(t, known IntMap.! s <> g) | (t, g) <- neighbours, IntMap.notMember t known]
        neighbours = IntMap.findWithDefault [] s around

-- | Where each scanner sees a later one with which it has twelve beacons in common; nothing if
-- two scanners can be aligned in more than one way.
alignments :: [Report] -> Maybe [(Int, Int, Isometry)]
alignments reports = concat <$> zipWithM aligned [0 ..] reports
  where
    scanners = V.fromList [(report, IntSet.fromList (map packed report)) | report <- reports]
    index = withinGroups reports
    aligned t report = catMaybes <$> mapM align (IntMap.toList (List.foldl' hit IntMap.empty hits))
      where
        align (s, Hits count pairs) =
          case if count > limit s then byTrial beacons report else byLength pairs known report of
            [] -> Just Nothing
            [place] -> Just (Just (s, t, place))
            _ -> Nothing
          where
            (beacons, known) = scanners V.! s
        hits =
          [ (s, (ours, (a, b)))
            | a : others <- List.tails report,
              b <- others,
              (s, ours) <- steps (squared (b `minus` a)) index,
              s < t
          ]
        hit known (s, pair) = IntMap.insertWith (more s) s (Hits 1 [pair]) known
        more s (Hits _ pair) (Hits count pairs)
          | count < limit s = Hits (count + 1) (pair <> pairs)
          | otherwise = Hits (count + 1) pairs
        limit s = length (fst (scanners V.! s)) * length report

-- | How many steps of two scanners are equally long; and these, while they aren't too many.
data Hits = Hits !Int [(Step, Step)]

-- | From one beacon to another.
type Step = (V3, V3)

-- | Scanners' steps by their length, and a set of bits that knows of nearly all lengths that
-- there are no steps.
data Index = Index !Int !(U.Vector Word64) !(IntMap.IntMap [(Int, Step)])

-- | Scanners and their steps of a squared length.
steps :: Int -> Index -> [(Int, Step)]
steps size (Index width some index)
  | testBit (some U.! (at `shiftR` 6)) (at .&. 63) = IntMap.findWithDefault [] size index
  | otherwise = []
  where
    at = hashed width size
{-# INLINE steps #-}

hashed :: Int -> Int -> Int
hashed width size = fromIntegral ((fromIntegral size * 0x9e3779b97f4a7c15 :: Word64) `shiftR` (64 - width))

-- | The steps within groups of all scanners.
withinGroups :: [Report] -> Index
withinGroups reports = Index width some index
  where
    index = IntMap.fromListWith (<>) (concat (zipWith entries [0 ..] reports))
    entries s report =
      [ (squared (b `minus` a), [(s, (a, b))])
        | group <- List.transpose (rows report),
          a : others <- List.tails group,
          b <- others
      ]
    rows [] = []
    rows report = case splitAt 11 report of (row, others) -> row : rows others
    width = max 6 (finiteBitSize lengths - countLeadingZeros (32 * lengths))
    lengths = IntMap.size index
    some =
      U.accum
        (.|.)
        (U.replicate (bit (width - 6)) 0)
        [(at `shiftR` 6, bit (at .&. 63)) | at <- map (hashed width) (IntMap.keys index)]

-- | The isometries that take one of a scanner's steps to ours, and twelve beacons to known
-- ones.
byLength :: [(Step, Step)] -> IntSet.IntSet -> Report -> [Isometry]
byLength pairs known report = filter common (Set.toList (Set.fromList proposed))
  where
    common place = length (filter ((`IntSet.member` known) . packed . see place) report) >= 12
    proposed =
      [ Isometry turn (a `minus` turned turn c)
        | ((a, b), (p, q)) <- pairs,
          (c, d) <- [(p, q), (q, p)],
          turn <- turns,
          turned turn (d `minus` c) == b `minus` a
      ]

-- | Points that are less than 2^19 away in a number, different ones in different numbers.
packed :: V3 -> Int
packed (V3 x y z) = (x `shiftL` 20 + y) `shiftL` 20 + z

-- | The same without proposals: how often does each turn and step bring beacons together?
byTrial :: Report -> Report -> [Isometry]
byTrial known report =
  [ Isometry turn step
    | turn <- turns,
      (step, common) <- Map.toList (Map.fromListWith (+) [(step, 1 :: Int) | step <- proposed turn]),
      common >= 12
  ]
  where
    proposed turn = [a `minus` b | b <- map (turned turn) report, a <- known]

parse :: Text -> Either InvalidInput [Report]
parse text = headed 0 [] (numbered text)
  where
    headed scanner reports = \case
      (number, line) : others
        | line == header scanner -> beacons scanner reports number (0 :: Int) IntSet.empty [] others
        | otherwise -> Left (InvalidInput number "expected the header of the next scanner")
      [] -> Right (reverse reports)
    header scanner = B.pack ("--- scanner " <> show (scanner :: Int) <> " ---")
    beacons scanner reports before !count seen report = \case
      [] | count > 0 -> Right (reverse (reverse report : reports))
      (_, "") : others | count > 0 -> headed (scanner + 1) (reverse report : reports) others
      [] -> Left (InvalidInput before expected)
      (number, line) : others -> case beacon line of
        Nothing -> Left (InvalidInput number expected)
        Just point
          | count == 250 -> Left (InvalidInput number "expected at most 250 beacons")
          | IntSet.member (packed point) seen -> Left (InvalidInput number "expected no beacon twice")
          | seen' <- IntSet.insert (packed point) seen ->
            beacons scanner reports number (count + 1) seen' (point : report) others
    expected = "expected a beacon as x,y,z, each from -1000 to 1000"

-- | The beacon that is a line.
beacon :: Text -> Maybe V3
beacon line =
  coordinate 0 ',' $ \x second ->
    coordinate second ',' $ \y third ->
      coordinate third '\n' $ \z _ -> Just (V3 x y z)
  where
    coordinate start end continue
      | byte start == '-' = digits (start + 1) (start + 1) 0 (continue . negate)
      | otherwise = digits start start 0 continue
      where
        digits :: Int -> Int -> Int -> (Int -> Int -> Maybe V3) -> Maybe V3
        digits !first !at !value next
          | isDigit (byte at) && value <= 1000 =
            digits first (at + 1) (10 * value + fromEnum (byte at) - fromEnum '0') next
          | byte at /= end || at == first || value > 1000 = Nothing
          | otherwise = next value (at + 1)
    byte at = if at < B.length line then toEnum (fromIntegral (B.unsafeIndex line at)) else '\n'
