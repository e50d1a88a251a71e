-- | Race Condition: who may still start to cheat, now that the flood from the end has come so far?
--
-- The flood from the end grows step by step, and so do two sets of its places, by their diagonals of either direction. What is exactly @k@ steps
-- away is a ring, a square whose sides are diagonals: four pieces of rows of bits. A place asks for its ring of @k@ when the flood
-- leaves just @k@ steps. So each place looks at 19 rings, which are 76 pieces, in place of 836 ends.
module Aoc2024.Day20 (parse, part1, part2, Maze (..), mazeOf, cheats) where

import Control.DeepSeq (NFData)
import Control.Monad (foldM)
import Control.Monad.ST (ST, runST)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64, Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, lineAt)
import Threefold.Reading (grid)
import Threefold.Unsafe (unsafeModify, unsafeRead, unsafeWrite)

-- | From a row to the next, and how many there are; where it starts and ends; and the cells with walls around, 1 for free ones.
data Maze = Maze {row, height, start, end :: !Int, cells :: !(U.Vector Word8)}
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

-- | In how many steps a place is reached, and its two diagonals.
type Reached = (Int, Int, Int)

-- | All that are reached, and which of them are the first after 0, 1, 2 and more steps.
data Flood = Flood !(U.Vector Reached) !(U.Vector Int)

part1 :: Maze -> Either NoAnswer Int
part1 = cheats 100 2

part2 :: Maze -> Either NoAnswer Int
part2 = cheats 100 20

-- | How many cheats of so many steps at most save so much?
cheats :: Int -> Int -> Maze -> Either NoAnswer Int
cheats saved longest maze = case U.elemIndex (end maze) (U.map (.&. 0xffffffff) found) of
  Nothing -> Left (NoAnswer "the end can't be reached")
  Just at -> Right (sweep longest long (found U.! at `shiftR` 32 - saved) (floodOf found) (floodOf (search maze (end maze))))
  where
    found = search maze (start maze)
    long = row maze + height maze + 2 * longest
    floodOf places = Flood (U.map reached places) (U.filter (isFirst places) (U.enumFromN 0 (U.length places)))
    isFirst places at = at == 0 || places U.! at `shiftR` 32 > places U.! (at - 1) `shiftR` 32
    reached word = let (y, x) = (word .&. 0xffffffff) `quotRem` row maze in (word `shiftR` 32, x + y + longest, x - y + height maze + longest)

-- | Those who are reached after some number of steps, and before another.
during :: Flood -> Int -> Int -> U.Vector Reached
during (Flood reached firsts) from to = U.slice (first from) (first to - first from) reached
  where
    first steps = if steps >= U.length firsts then U.length reached else firsts U.! max 0 steps

-- | Of how many pairs, one in either flood, are the distance, and the steps to both and the distance together, at most so many?
sweep :: Int -> Int -> Int -> Flood -> Flood -> Int
sweep longest long budget from to = runST $ do
  sets <- (,) <$> setOf long <*> setOf long
  let ask left total (steps, u, v) = (total +) <$> ring long sets (left - steps) u v
      tick total time = do
        U.forM_ (during to time (time + 1)) $ \(_, u, v) -> include (fst sets) (long * u + v) *> include (snd sets) (long * v + u)
        U.foldM' (ask (budget - time)) total (during from (budget - time - longest) (budget - time))
  U.foldM' tick 0 (U.enumFromN 0 budget)

-- | Bits of so many rows and columns. Every sixteenth begins a word, so each is in four, and any 49 in a row are in one.
setOf :: Int -> ST s (M.MVector s Word64)
setOf long = M.replicate ((long * long) `shiftR` 4 + 4) 0

include :: M.MVector s Word64 -> Int -> ST s ()
include set at = mark 0 *> mark 1 *> mark 2 *> mark 3
  where
    -- unsafe: a diagonal's number and a place on it are below the set's length
    mark word = unsafeModify set (.|. 1 `unsafeShiftL` (at .&. 15 + 16 * word)) (at `shiftR` 4 + 3 - word)

-- | How many places at a distance of 1 or more are in sets by diagonals? Every other bit is no place, so two pieces fit into each other.
ring :: Int -> (M.MVector s Word64, M.MVector s Word64) -> Int -> Int -> Int -> ST s Int
ring long (falling, rising) k u v = do
  below <- piece falling (long * (u + k) + v - k)
  above <- piece falling (long * (u - k) + v - k)
  right <- piece rising (long * (v + k) + u - k)
  left <- piece rising (long * (v - k) + u - k)
  pure $! popCount ((below .|. above `shiftL` 1) .&. sides) + popCount ((right .|. left `shiftL` 1) .&. between)
  where
    sides = 1 `shiftL` (2 * k + 2) - 1
    between = 1 `shiftL` (2 * k) - 4 -- without the corners
    -- unsafe: all diagonals have a margin as wide as the largest ring at both ends
    piece set at = (`unsafeShiftR` (at .&. 15)) <$> unsafeRead set (at `shiftR` 4 + 3)
{-# INLINE ring #-}

-- | The places that can be reached from one, nearest first, each below the number of steps in a word.
search :: Maze -> Int -> U.Vector Int
search (Maze long _ _ _ free) from = runST $ do
  left <- U.thaw free
  queue <- M.new (U.length free + 4)
  let go !at !size
        | at == size = U.freeze (M.take size queue)
        | otherwise = do
          word <- M.read queue at
          foldM look size [word + 0x100000000 + by | by <- [-long, -1, 1, long]] >>= go (at + 1)
      look !size word = do
        -- unsafe: a free place has walls around it, and all are written once, but for up to three after the last
        is <- unsafeRead left (word .&. 0xffffffff)
        unsafeWrite left (word .&. 0xffffffff) 0
        unsafeWrite queue size word
        pure $! size + fromIntegral is
  M.write queue 0 from
  M.write left from 0
  go 0 1

parse :: Text -> Either InvalidInput Maze
parse text = case (grid 1000 form (\byte -> byte == 35 || byte == 46 || byte == 69 || byte == 83) text, B.elemIndex 'S' text, B.elemIndex 'E' text) of
  (Right _, Just from, Just to) | null twice -> Right (mazeOf text from to)
  (Right _, _, _) | null twice -> Left (InvalidInput (lineAt text (B.length text)) "expected an S and an E")
  (found, _, _) -> Left (InvalidInput (minimum (twice <> [number | Left (InvalidInput number _) <- [found]])) form)
  where
    twice = [lineAt text at | sign <- "SE", at <- take 1 (drop 1 (B.elemIndices sign text))]
    form = "expected a row of # . S E, as long as the first, S and E once in the map, at most 1000 rows and columns"

mazeOf :: Text -> Int -> Int -> Maze
mazeOf text from to = Maze long high (from + long) (to + long) (U.generate (long * (high + 2)) cell)
  where
    long = B.length (B.takeWhile (/= '\n') text) + 1
    high = 1 + B.count '\n' text
    cell at = if at >= long && byteAt text (at - long) > 35 then 1 else 0
