-- The sums are loops within loops, of which full laziness would make functions.
{-# OPTIONS_GHC -fno-full-laziness #-}

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
    room,
    plain,
    second,
    count,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (foldM)
import Control.Monad.ST (ST)
import Data.Bits (bit, clearBit, countTrailingZeros, shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower, isAsciiUpper)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Generic.Mutable as M
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

-- | How many small caves there are; to which of these each cave leads, as bits; and to which big
-- ones each big one does. Caves are numbered: the start is 0, the end 1, the other small ones
-- follow, and big ones are from 16 on.
data Caves = Caves
  { small :: !Int,
    near :: !(U.Vector Int),
    tunnels :: !(IntMap.IntMap IntSet.IntSet)
  }
  deriving stock (Generic)
  deriving anyclass (NFData)

firstBig :: Int
firstBig = 16

part1 :: Caves -> Either NoAnswer Integer
part1 = paths False

part2 :: Caves -> Either NoAnswer Integer
part2 = paths True

-- | How many paths are there, with one visit to spare or without?
paths :: Bool -> Caves -> Either NoAnswer Integer
paths spare caves
  -- What is endless matters if paths go there, and reach the end.
  | not (null endless) && total /= number single = Left (NoAnswer "there are infinitely many paths")
  | otherwise = Right total
  where
    (single, endless) = hollows caves
    total = number (single <> endless)
    number = counted (small caves) . ways caves
    -- Of at most so many walks there are few enough for a machine word.
    counted n matrix
      | toInteger (1 + most) ^ n < toInteger (maxBound :: Int) = toInteger (count spare n matrix)
      | otherwise = count spare n (V.map toInteger (V.convert matrix))
      where
        most = maximum [U.sum (U.slice (n * from) n matrix) | from <- [0 .. n - 1]]

-- | To which small caves each big one leads; and then the same for those that are next to one
-- another. These can be walked to and fro, and make infinitely many ways; they count as one.
hollows :: Caves -> ([Int], [Int])
hollows (Caves _ near tunnels) =
  (map doors alone, map together (List.unfoldr hollow tunnels))
  where
    together = List.foldl' (.|.) 0 . map doors . IntSet.toList
    alone = [cave | cave <- [firstBig .. U.length near - 1], IntMap.notMember cave tunnels]
    doors = U.unsafeIndex near
    hollow rest = do
      ((cave, next), _) <- IntMap.minViewWithKey rest
      let found = grown (IntSet.insert cave next)
      Just (found, IntMap.withoutKeys rest found)
    grown found
      | larger == found = found
      | otherwise = grown larger
      where
        larger = IntSet.unions (map (tunnels IntMap.!) (IntSet.toList found))

-- | In how many ways each small cave leads to each, in rows by where they begin.
type Ways v a = v a

-- | Directly, and through each hollow that leads to both.
ways :: Caves -> [Int] -> Ways U.Vector Int
ways (Caves n near _) found = U.generate (n * n) $ \place ->
  let (from, to) = place `quotRem` n
      both = bit from .|. bit to
      through total doors = if doors .&. both == both then total + 1 else total
   in List.foldl' through (U.unsafeIndex near from `shiftR` to .&. 1) found

-- | How many paths lead from the start to the end?
count :: forall v a. (G.Vector v a, Num a) => Bool -> Int -> Ways v a -> a
count spare n matrix
  | spare = G.unsafeIndex matrix 1 + ending first + ending (second n matrix first)
  | otherwise = G.unsafeIndex matrix 1 + ending first
  where
    first = plain n matrix
    ending = G.ifoldl' (\total at walks -> total + walks * G.unsafeIndex last' (cave at)) 0
    cave at = at .&. (room n - 1)
    last' :: v a
    last' = G.generate (room n) $ \from ->
      if from < n - 2 then G.unsafeIndex matrix (n * (2 + from) + 1) else 0
{-# SPECIALIZE count :: Bool -> Int -> U.Vector Int -> Int #-}
{-# SPECIALIZE count :: Bool -> Int -> V.Vector Integer -> Integer #-}

-- | How many coefficients there are for a set, a cave's at its number: as a power of two.
room :: Int -> Int
room n = if n <= 10 then 8 else 16

-- | The solution's coefficients without @e@: for each set the walks that visit it, by the cave
-- where they end.
plain :: (G.Vector v a, Num a) => Int -> Ways v a -> v a
plain n matrix = bySets n $ \known set cave ->
  let rest = clearBit set cave
   in if rest == 0
        then pure (G.unsafeIndex matrix (2 + cave))
        else into n matrix cave (M.unsafeRead known) rest
{-# INLINE plain #-}

-- | Those with @e@, given those without.
second :: (G.Vector v a, Num a) => Int -> Ways v a -> v a -> v a
second n matrix first = bySets n $ \known set cave -> do
  twice <- into n matrix cave (pure . G.unsafeIndex first) set
  more <- into n matrix cave (M.unsafeRead known) (clearBit set cave)
  pure (twice + more)
{-# INLINE second #-}

-- | Coefficients in the order of sets as binary numbers, each from those that are known.
bySets :: (G.Vector v a, Num a) => Int -> (forall s. G.Mutable v s a -> Int -> Int -> ST s a) -> v a
bySets n coefficient = G.create $ do
  known <- M.replicate (room n `shiftL` (n - 2)) 0
  let go !set !caves
        | set == bit (n - 2) = pure known
        | caves == 0 = go (set + 1) (set + 1)
        | otherwise = do
          let cave = countTrailingZeros caves
          coefficient known set cave >>= M.unsafeWrite known (room n * set + cave)
          go set (caves .&. (caves - 1))
  go 0 (0 :: Int)
{-# INLINE bySets #-}

-- | How many walks that have visited a set lead on into a cave?
into :: (G.Vector v a, Num a) => Int -> Ways v a -> Int -> (Int -> ST s a) -> Int -> ST s a
into n matrix cave walks set = go 0 (room n * set) (2 * n + 2 + cave)
  where
    go !total !from !way
      | way >= n * n = pure total
      | otherwise = do
        some <- walks from
        go (total + some * G.unsafeIndex matrix way) (from + 1) (way + n)
{-# INLINE into #-}

parse :: Text -> Either InvalidInput Caves
parse text = finished <$> foldM passage nothing (numbered text)
  where
    nothing = (2, firstBig, startAndEnd, IntMap.empty, IntMap.empty)
    startAndEnd = Map.fromList [("start", 0), ("end", 1)]
    finished (small, big, _, near, tunnels) =
      Caves small (U.generate big (\cave -> IntMap.findWithDefault 0 cave near)) tunnels
    passage (!small, !big, !names, !near, !tunnels) (number, line)
      | not (all named [one, other]) || one == other =
        wrong "expected two different caves with a dash between, each in small or capital letters"
      | small'' > 14 || big'' > firstBig + 90 =
        wrong "expected at most 12 small caves between start and end, and 90 big ones"
      | a >= firstBig && b >= firstBig =
        Right (small'', big'', names'', near, tunnel a b (tunnel b a tunnels))
      | otherwise = Right (small'', big'', names'', join a b (join b a near), tunnels)
      where
        (one, rest) = B.break (== '-') line
        other = B.drop 1 rest
        wrong = Left . InvalidInput number
        (small', big', names', a) = known one (small, big, names)
        (small'', big'', names'', b) = known other (small', big', names')
    tunnel a b = IntMap.insertWith IntSet.union a (IntSet.singleton b)
    join a b
      | b < firstBig = IntMap.insertWith (.|.) a (bit b)
      | otherwise = id
    named name = not (B.null name) && (B.all isAsciiLower name || B.all isAsciiUpper name)
    known name (small, big, names) = case Map.lookup name names of
      Just cave -> (small, big, names, cave)
      Nothing
        | B.all isAsciiLower name -> (small + 1, big, Map.insert name small names, small)
        | otherwise -> (small, big + 1, Map.insert name big names, big)
