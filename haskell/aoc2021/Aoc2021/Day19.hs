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
--
-- All this is done on points as single numbers, for which a step is a difference still, and a turn
-- is linear: it is known from three numbers, those of the turned axes.
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
    packed,
    unpacked,
    turnedBy,

    -- * Alignments
    Report,
    alignments,
    Pair (..),
    propose,
    byLength,
    byTrial,
    size,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (forM_, zipWithM)
import Control.Monad.ST (ST, runST)
import Data.Bits (bit, countLeadingZeros, finiteBitSize, shiftL, shiftR, unsafeShiftR)
import qualified Data.ByteString.Char8 as B
import Data.Int (Int16, Int32)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import Data.Maybe (catMaybes)
import qualified Data.Set as Set
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

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

-- | A point or a step that is less than 2^15 away, as one number; sums stay sums.
type Packed = Int

packed :: V3 -> Packed
packed (V3 x y z) = ((x `shiftL` 16) + y) `shiftL` 16 + z

unpacked :: Packed -> V3
unpacked v = V3 (shiftR (rest - y) 16) y z
  where
    z = near v
    rest = shiftR (v - z) 16
    y = near rest
    near n = fromIntegral (fromIntegral n :: Int16)
{-# INLINE unpacked #-}

-- | What each turn makes of a step is a sum of what it makes of the axes, which these are.
axes :: U.Vector Packed
axes = U.fromList [packed axis | turn <- turns, let Turn x y z = transposed turn, axis <- [x, y, z]]

-- | What one of the turns makes of a step.
turnedBy :: Int -> V3 -> Packed
turnedBy turn (V3 x y z) = x * axis 0 + y * axis 1 + z * axis 2
  where
    axis n = U.unsafeIndex axes (3 * turn + n)
{-# INLINE turnedBy #-}

-- | The beacons that a scanner reports.
type Report = U.Vector Packed

-- | The number of points.
part1 :: [Report] -> Either NoAnswer Int
part1 reports = distinct <$> places reports
  where
    distinct known
      | all (< bit 20) extents = IntSet.size (IntSet.fromList (beacons flat))
      | otherwise = Set.size (Set.fromList (beacons id))
      where
        beacons key =
          [ key (see place (unpacked v))
            | (place, report) <- zip known reports,
              v <- U.toList report
          ]
        -- Different numbers for points that are less than 2^20 away from each other.
        flat (V3 x y z) = (x `shiftL` 20 + y) `shiftL` 20 + z
        extents = [2001 + extent axis known | axis <- [V3 1 0 0, V3 0 1 0, V3 0 0 1]]

-- | The largest Manhattan distance: two points have it along one of four diagonals.
part2 :: [Report] -> Either NoAnswer Int
part2 reports = diameter <$> places reports
  where
    diameter known = maximum [extent (V3 1 y z) known | y <- [1, -1], z <- [1, -1]]

-- | How far apart are the places in that direction?
extent :: V3 -> [Isometry] -> Int
extent direction known = maximum along - minimum along
  where
    along = [dot direction at | Isometry _ at <- known]

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
        new = IntMap.map (known IntMap.! s <>) (neighbours `IntMap.difference` known)
        neighbours = IntMap.fromList (IntMap.findWithDefault [] s around)

-- | Where each scanner sees a later one with which it has twelve beacons in common; nothing if
-- two scanners can be aligned in more than one way.
alignments :: [Report] -> Maybe [(Int, Int, Isometry)]
alignments reports = concat <$> zipWithM aligned [0 ..] reports
  where
    scanners = V.fromList reports
    index = withinGroups reports
    aligned t report = catMaybes <$> traverse align (IntMap.toList found)
      where
        found = equallyLong index t report hit IntMap.empty
        hit s pair = IntMap.insertWith (const more) s (more (Hits 0 IntSet.empty))
          where
            more (Hits count proposed)
              | count < limit s = Hits (count + 1) (propose pair proposed)
              | otherwise = Hits (count + 1) proposed
        limit s = U.length (scanners V.! s) * U.length report
        align (s, Hits count proposed) =
          case if count > limit s then byTrial known report else byLength known report proposed of
            [] -> Just Nothing
            [place] -> Just (Just (s, t, place))
            _ -> Nothing
          where
            known = scanners V.! s

-- | How many steps of two scanners are equally long; and what these propose, while they aren't
-- too many.
data Hits = Hits !Int !IntSet.IntSet

-- | A step of one scanner, from beacon to beacon, and an equally long one of another.
data Pair = Pair !Packed !Packed !Packed !Packed

-- | The squared length of a step.
size :: Packed -> Int
size step = squared (unpacked step)
{-# INLINE size #-}

-- | Scanners' steps, from beacon to beacon, in lists by the hash of their length: where a list
-- begins, and what is next in it. The steps of earlier scanners are earlier in it.
data Index = Index
  { steps :: !(U.Vector (Int, Packed, Packed)),
    width :: !Int,
    heads :: !(U.Vector Int32),
    next :: !(U.Vector Int32)
  }

-- | The steps within groups of all scanners.
withinGroups :: [Report] -> Index
withinGroups reports = runST $ do
  heads <- M.replicate (bit width) (-1)
  next <- M.unsafeNew count
  forM_ [count - 1, count - 2 .. 0] $ \at -> do
    let (_, a, b) = U.unsafeIndex steps at
        list = hashed width (size (b - a))
    M.unsafeRead heads list >>= M.unsafeWrite next at
    M.unsafeWrite heads list (fromIntegral at)
  Index steps width <$> U.unsafeFreeze heads <*> U.unsafeFreeze next
  where
    steps =
      U.fromList
        [ (s, U.unsafeIndex report i, U.unsafeIndex report j)
          | (s, report) <- zip [0 ..] reports,
            j <- [11 .. U.length report - 1],
            i <- [j `rem` 11, j `rem` 11 + 11 .. j - 1]
        ]
    count = U.length steps
    width = finiteBitSize count - countLeadingZeros (16 * count + 1)

hashed :: Int -> Int -> Int
hashed width n = fromIntegral ((fromIntegral n * spread) `unsafeShiftR` (64 - width))
  where
    spread = 0x9e3779b97f4a7c15 :: Word64

-- | A fold over all steps of a scanner and the equally long ones of earlier scanners.
equallyLong :: Index -> Int -> Report -> (Int -> Pair -> a -> a) -> a -> a
equallyLong Index {steps, width, heads, next} t report f = go 1 0
  where
    go !j !i !done
      | i < j = list (U.unsafeIndex heads (hashed width long)) done
      | j + 1 < U.length report = go (j + 1) 0 done
      | otherwise = done
      where
        c = U.unsafeIndex report i
        d = U.unsafeIndex report j
        long = size (d - c)
        list !entry !found
          | entry < 0 || s >= t = go j (i + 1) found
          | size (b - a) == long = list following (f s (Pair a b c d) found)
          | otherwise = list following found
          where
            at = fromIntegral entry
            (s, a, b) = U.unsafeIndex steps at
            following = U.unsafeIndex next at
{-# INLINE equallyLong #-}

-- | The isometries that take one step to another, added to others: the turn above 48 bits of
-- where it is.
propose :: Pair -> IntSet.IntSet -> IntSet.IntSet
propose (Pair a b c d) known = List.foldl' turn known [0 .. 23]
  where
    step = unpacked (d - c)
    turn !proposed n
      | image == b - a = isometry c
      | image == a - b = isometry d
      | otherwise = proposed
      where
        image = turnedBy n step
        isometry v = IntSet.insert (n `shiftL` 48 + a - turnedBy n (unpacked v)) proposed

-- | Those of the proposed isometries that take twelve beacons to known ones.
byLength :: Report -> Report -> IntSet.IntSet -> [Isometry]
byLength known report proposed =
  [ Isometry (allTurns V.! turn) (unpacked at)
    | code <- IntSet.toList proposed,
      let turn = (code + bit 47) `shiftR` 48
          at = code - turn `shiftL` 48,
      common turn at 0 0
  ]
  where
    common :: Int -> Packed -> Int -> Int -> Bool
    common !turn !at !n !misses
      | misses + 12 > U.length report = False
      | n == U.length report = True
      | U.elem image known = common turn at (n + 1) misses
      | otherwise = common turn at (n + 1) (misses + 1)
      where
        image = at + turnedBy turn (unpacked (U.unsafeIndex report n))

allTurns :: V.Vector Turn
allTurns = V.fromList turns

-- | The same without proposals: how often does each turn and step bring beacons together?
byTrial :: Report -> Report -> [Isometry]
byTrial known report =
  [ Isometry turn (unpacked step)
    | (n, turn) <- zip [0 ..] turns,
      (step, common) <- IntMap.toList (IntMap.fromListWith (+) (map (,1 :: Int) (proposed n))),
      common >= 12
  ]
  where
    proposed n = [a - turnedBy n (unpacked b) | b <- U.toList report, a <- U.toList known]

parse :: Text -> Either InvalidInput [Report]
parse text = runST $ do
  points <- M.unsafeNew (B.length text `quot` 6 + 1)
  let headed !scanner ends !first !place
        | header `B.isPrefixOf` B.drop place text && byteAt text end == 10 =
          beacons scanner ends first first end
        | otherwise = wrong place "expected the header of the next scanner"
        where
          header = B.pack ("--- scanner " <> show (scanner :: Int) <> " ---")
          end = place + B.length header
      -- Here a line has ended.
      beacons !scanner ends !first !count !place
        | place >= B.length text && count > first =
          Right . slices 0 (reverse (count : ends)) <$> U.unsafeFreeze points
        | count > first && byteAt text at == 10 = headed (scanner + 1) (count : ends) count (at + 1)
        | otherwise =
          coordinate at 44 $ \x second ->
            coordinate second 44 $ \y third ->
              coordinate third 10 $ \z next -> do
                let point = packed (V3 x y z)
                known <- seen points point first count
                if
                    | count - first == 250 -> wrong at "expected at most 250 beacons"
                    | known -> wrong at "expected no beacon twice"
                    | otherwise -> do
                      M.unsafeWrite points count point
                      beacons scanner ends first (count + 1) (next - 1)
        where
          at = place + 1
          coordinate from end found =
            integerAt 1000 text from refused $ \n behind ->
              if byteAt text behind == end && abs n <= 1000 then found n (behind + 1) else refused
          {-# INLINE coordinate #-}
          refused = wrong at "expected a beacon as x,y,z, each from -1000 to 1000"
  headed 0 [] 0 0
  where
    wrong place message = pure (Left (InvalidInput (lineAt text place) message))
    slices start ends points = case ends of
      [] -> []
      end : others -> U.slice start (end - start) points : slices end others points

-- | Is the point one of these?
seen :: M.MVector s Packed -> Packed -> Int -> Int -> ST s Bool
seen points point = go
  where
    go !at !end
      | at == end = pure False
      | otherwise = do
        other <- M.unsafeRead points at
        if other == point then pure True else go (at + 1) end
