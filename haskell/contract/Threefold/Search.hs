-- | What searches and recurrences are made of.
module Threefold.Search (memo, cheapest, repeated) where

import Data.Array (Ix, array, inRange, range, (!))
import qualified Data.Map.Strict as Map
import qualified Data.Set as Set

-- | A function that is told by itself, each of whose values within bounds is worked out once at most:
-- a lazy array that refers to itself. Beyond the bounds it is worked out anew.
--
-- > fibonacci :: Int -> Integer
-- > fibonacci n = memo (0, n) (\f i -> if i < 2 then toInteger i else f (i - 1) + f (i - 2)) n
memo :: (Ix i) => (i, i) -> ((i -> a) -> i -> a) -> i -> a
memo bounds told = known
  where
    known i = if inRange bounds i then values ! i else told known i
    values = array bounds [(i, told known i) | i <- range bounds]
{-# INLINE memo #-}

-- | What it costs at least to get from a node to one that is a goal, by Dijkstra's algorithm: steps
-- from a node are costs, from 0 on, and nodes.
cheapest :: (Ord n) => (n -> [(Int, n)]) -> (n -> Bool) -> n -> Maybe Int
cheapest steps goal start = go (Map.singleton start 0) (Set.singleton (0, start))
  where
    go best queue = case Set.minView queue of
      Nothing -> Nothing
      Just ((cost, node), rest)
        | goal node -> Just cost
        | cost > best Map.! node -> go best rest
        | otherwise -> uncurry go (foldl better (best, rest) [(cost + more, next) | (more, next) <- steps node])
    better (best, queue) (cost, node)
      | maybe True (> cost) (Map.lookup node best) = (Map.insert node cost best, Set.insert (cost, node) queue)
      | otherwise = (best, queue)
{-# INLINE cheapest #-}

-- | The state after so many steps of a walk that comes back to where it was: the steps of whole
-- rounds are left out.
repeated :: (Ord s) => (s -> s) -> Int -> s -> s
repeated step steps = go Map.empty 0
  where
    go seen done state
      | done == steps = state
      | Just first <- Map.lookup state seen = iterate step state !! ((steps - done) `rem` (done - first))
      | otherwise = go (Map.insert state done seen) (done + 1) (step state)
{-# INLINE repeated #-}
