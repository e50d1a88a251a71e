-- | RAM Run: one search in two algebras of ways.
--
-- A way is made longer by a place, and of several ways the best is taken. With sums and the least of them it is the shortest; with the
-- largest of its places and the least of those it is the one that stands longest, if what a place costs is how soon it falls. Both are semirings
-- in which ways never become better by going on. That is all that Dijkstra's algorithm asks for, and as what a place costs does not
-- depend on where one comes from, who finds it first has its best way.
module Aoc2024.Day18 (parse, part1, part2, best, place) where

import Control.Monad (forM_, when)
import Control.Monad.ST (runST)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Reading

-- | From a row to the next; a border is at the end of each, and a row above and below.
row :: Int
row = 72

place :: Int -> Int -> Int
place x y = (y + 1) * row + x

start, end, never :: Int
start = place 0 0
end = place 70 70
never = maxBound

part1 :: U.Vector Int -> Either NoAnswer Int
part1 bytes = case best (+) 5041 (U.map (\falls -> if falls < count then never else 1) (firsts bytes)) start end of
  Just cost -> Right (cost - 1) -- as the first place is not entered
  Nothing -> Left (NoAnswer "there is no way any more")
  where
    count = min 1024 (U.length bytes `quot` 2)

part2 :: U.Vector Int -> Either NoAnswer String
part2 bytes = case best max size (U.map (size -) (firsts bytes)) start end of
  Just soon | soon > 0, (y, x) <- (bytes U.! (size - soon)) `quotRem` row -> Right (show x <> "," <> show (y - 1))
  _ -> Left (NoAnswer "there is always a way")
  where
    size = U.length bytes

-- | Which byte falls first at each place? The number of all where none does.
firsts :: U.Vector Int -> U.Vector Int
firsts bytes = U.create $ do
  known <- M.replicate (row * 73) (U.length bytes)
  U.forM_ (U.reverse (U.indexed bytes)) $ \(time, at) -> M.write known at time
  pure known

-- | What does the best way cost, both ends included, if it costs at most so much?
best :: (Int -> Int -> Int) -> Int -> U.Vector Int -> Int -> Int -> Maybe Int
best extended most costs from to = runST $ do
  known <- U.thaw (U.imap (\at cost -> if isPlace at && cost /= never then cost else never) costs)
  -- By cost, the last place found, and by place, the one found before.
  lasts <- M.replicate (most + 1) 0
  befores <- M.new (U.length costs)
  let find cost at = do
        own <- M.read known at
        when (own /= never) $ do
          let !total = extended cost own
          M.write known at never
          M.read lasts total >>= M.write befores at
          M.write lasts total at
      go !cost
        | cost > most = pure Nothing
        | otherwise = do
          at <- M.read lasts cost
          if
              | at == 0 -> go (cost + 1)
              | at == to -> pure (Just cost)
              | otherwise -> do
                M.read befores at >>= M.write lasts cost
                forM_ [at - row, at - 1, at + 1, at + row] (find cost)
                go cost
  find 0 from
  go 0
  where
    isPlace at = at >= row && at < 72 * row && at `rem` row < 71
{-# INLINE best #-}

parse :: Text -> Either InvalidInput (U.Vector Int)
parse = linesUpTo 350000 wrong (place <$> natural 70 <* tag "," <*> natural 70)
  where
    wrong = "expected two coordinates from 0 to 70 as 12,34, in 350000 lines at most"
