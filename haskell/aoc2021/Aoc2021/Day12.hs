-- | Passage Pathing: small caves are numbers whose squares are zero.
--
-- Big caves only tell in how many ways a small cave leads to another, and then they are left
-- out. Powers of the matrix of these ways count walks. To count only those that visit no cave
-- twice, give each small cave a number @z@ of its own, as a factor of all ways that lead into
-- it. These numbers commute, so the product over a walk tells which caves it visits, whatever
-- the order; and let each have the square zero, so that walks which visit a cave twice vanish.
-- This is a zeon algebra, and the matrix a nilpotent adjacency matrix: its powers come to an
-- end, and the sum of all of them, @1 / (1 - A)@, counts the paths.
--
-- In part 2 one second visit is allowed. So let there be one number more, @e@, which has the
-- square zero, and let @z^2 = e z@. A second visit is paid for with @e@, and nobody can pay
-- twice.
--
-- An element of the algebra has a coefficient for each set of caves, the product of whose
-- numbers it belongs to, and another one for the same with @e@. The sum of powers is the
-- solution of @v = start + v A@, and that is a triangular system: coefficients depend on those
-- of sets with one cave less, or of the same set without @e@. So it is solved in one pass over
-- the sets, in the order of binary numbers.
module Aoc2021.Day12
  ( parse,
    part1,
    part2,

    -- * The algebra
    Ways,
    plain,
    second,
    count,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (foldM)
import Data.Bits (clearBit, shiftL, shiftR, testBit, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower, isAsciiUpper)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | How many small caves there are, and which caves are next to each. They are numbered: the start is
-- 0, the end 1, the other small ones follow; big ones are negative.
data Caves = Caves {small :: !Int, near :: !(IntMap.IntMap IntSet.IntSet)}
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Caves -> Either NoAnswer Integer
part1 = paths False

part2 :: Caves -> Either NoAnswer Integer
part2 = paths True

-- | How many paths are there, with one visit to spare or without?
paths :: Bool -> Caves -> Either NoAnswer Integer
paths spare caves
  | endless && total /= number 0 = Left (NoAnswer "there are infinitely many paths")
  | otherwise = Right total
  where
    (endless, matrix) = ways 1 caves
    total = counted (small caves) matrix
    -- What is endless matters if paths go there, and reach the end.
    number times = counted (small caves) (snd (ways times caves))
    -- Of at most so many walks there are few enough for a machine word.
    counted n by
      | toInteger (1 + most) ^ n < toInteger (maxBound :: Int) = toInteger (count spare n by)
      | otherwise = count spare n (V.map toInteger (V.convert by))
      where
        most = maximum [U.sum (U.slice (n * from) n by) | from <- [0 .. n - 1]]

-- | In how many ways each small cave leads to each, in rows by where they begin.
type Ways v a = v a

-- | Those with at most big caves in between, and whether some big caves are next to each other. These can
-- be walked to and fro, and make infinitely many ways; they count so many times.
ways :: Int -> Caves -> (Bool, Ways U.Vector Int)
ways endless (Caves n near) = (any together hollows, U.accum (+) (U.replicate (n * n) 0) (direct <> through))
  where
    direct = [(n * from + to, 1) | from <- [0 .. n - 1], to <- smalls (next from)]
    through =
      [ (n * from + to, if together hollow then endless else 1)
        | hollow <- hollows,
          let doors = smalls (around hollow),
          from <- doors,
          to <- doors
      ]
    together hollow = IntSet.size hollow > 1
    hollows = List.unfoldr hollowOf (fst (IntMap.split 0 near))
    hollowOf rest = do
      ((big, _), _) <- IntMap.minViewWithKey rest
      let hollow = grown (IntSet.singleton big)
      Just (hollow, IntMap.withoutKeys rest hollow)
    grown hollow
      | larger == hollow = hollow
      | otherwise = grown larger
      where
        larger = hollow <> fst (IntSet.split 0 (around hollow))
    around = IntSet.unions . map next . IntSet.toList
    next cave = IntMap.findWithDefault IntSet.empty cave near
    smalls = filter (>= 0) . IntSet.toList

-- | How many paths lead from the start to the end?
count :: (G.Vector v a, Num a) => Bool -> Int -> Ways v a -> a
count spare n matrix
  | spare = G.unsafeIndex matrix 1 + ending first + ending (second n matrix first)
  | otherwise = G.unsafeIndex matrix 1 + ending first
  where
    first = plain n matrix
    ending = G.ifoldl' (\total at walks -> total + walks * last' (at .&. 15)) 0
    last' cave = if cave < n - 2 then G.unsafeIndex matrix (n * (2 + cave) + 1) else 0
{-# SPECIALIZE count :: Bool -> Int -> U.Vector Int -> Int #-}
{-# SPECIALIZE count :: Bool -> Int -> V.Vector Integer -> Integer #-}

-- | The solution's coefficients without @e@: for each set the walks that visit it, by the cave
-- where they end.
plain :: (G.Vector v a, Num a) => Int -> Ways v a -> v a
plain n matrix = bySets n $ \known set cave ->
  let rest = clearBit set cave
   in if rest == 0 then G.unsafeIndex matrix (2 + cave) else into n matrix cave rest known
{-# INLINE plain #-}

-- | Those with @e@, given those without.
second :: (G.Vector v a, Num a) => Int -> Ways v a -> v a -> v a
second n matrix first = bySets n $ \known set cave ->
  into n matrix cave set first + into n matrix cave (clearBit set cave) known
{-# INLINE second #-}

-- | For each set sixteen coefficients, a cave's at its number.
bySets :: (G.Vector v a, Num a) => Int -> (v a -> Int -> Int -> a) -> v a
bySets n coefficient = G.constructN (16 `shiftL` (n - 2)) $ \known ->
  let (set, cave) = (G.length known `shiftR` 4, G.length known .&. 15)
   in if testBit set cave then coefficient known set cave else 0
{-# INLINE bySets #-}

-- | How many walks that have visited a set lead on into a cave?
into :: (G.Vector v a, Num a) => Int -> Ways v a -> Int -> Int -> v a -> a
into n matrix cave set walks = go 0 (16 * set) (2 * n + 2 + cave)
  where
    go !total !from !way
      | way >= n * n = total
      | otherwise = go (total + G.unsafeIndex walks from * G.unsafeIndex matrix way) (from + 1) (way + n)
{-# INLINE into #-}

parse :: Text -> Either InvalidInput Caves
parse text = finished <$> foldM passage (2, -1, startAndEnd, IntMap.empty) (numbered text)
  where
    startAndEnd = Map.fromList [("start", 0), ("end", 1)]
    finished (small, _, _, near) = Caves small near
    passage (small, big, names, !near) (number, line)
      | not (all named [one, other]) || one == other =
        wrong "expected two different caves with a dash between, each in small or capital letters"
      | small'' > 14 || big'' < -91 =
        wrong "expected at most 12 small caves between start and end, and 90 big ones"
      | otherwise = Right (small'', big'', names'', join a b (join b a near))
      where
        (one, rest) = B.break (== '-') line
        other = B.drop 1 rest
        wrong = Left . InvalidInput number
        (small', big', names', a) = known one (small, big, names)
        (small'', big'', names'', b) = known other (small', big', names')
    join a b = IntMap.insertWith IntSet.union a (IntSet.singleton b)
    named name = not (B.null name) && (B.all isAsciiLower name || B.all isAsciiUpper name)
    known name (small, big, names) = case Map.lookup name names of
      Just cave -> (small, big, names, cave)
      Nothing
        | B.all isAsciiLower name -> (small + 1, big, Map.insert name small names, small)
        | otherwise -> (small, big - 1, Map.insert name big names, big)
