-- | The Treachery of Whales: how the fuel's slope rises is a tally of the crabs.
--
-- What one crab pays is a function of the target whose slope rises by @rise@ with each step, and by 2 where
-- the crab is. So the slope of all crabs' fuel rises by a known amount at each position: it is a running sum, and it
-- never falls. A [convex](https://en.wikipedia.org/wiki/Convex_function) function is least where its slope
-- stops being negative, and its least value is its first one with all negative slopes added.
module Aoc2021.Day07
  ( parse,
    part1,
    part2,
    Tally,
    price,
    fuel,
    slopes,
    leastFuel,
  )
where

import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (natural, separated)

-- | How many crabs there are at each position from 0 to the last of them.
type Tally = U.Vector Int

-- | What a distance costs, if the first step costs 1, and each one that much more than the one before.
price :: Int -> Int -> Int
price rise distance = distance + rise * (distance * (distance - 1) `quot` 2)

-- | The fuel that takes all crabs to a target.
fuel :: Int -> Tally -> Int -> Int
fuel rise tally target = U.sum (U.imap (\position crabs -> crabs * price rise (abs (position - target))) tally)
{-# INLINE fuel #-}

-- | How much more fuel the next target takes, for each target from 0 on.
slopes :: Int -> Tally -> Tally
slopes rise tally = U.postscanl' (+) start (U.map (\here -> rise * crabs + (2 - rise) * here) tally)
  where
    crabs = U.sum tally
    start = fuel rise tally 0 - fuel rise tally (-1)
{-# INLINE slopes #-}

leastFuel :: Int -> Tally -> Int
leastFuel rise tally = fuel rise tally 0 + U.sum (U.takeWhile (< 0) (slopes rise tally))
{-# INLINE leastFuel #-}

part1 :: Tally -> Int
part1 = leastFuel 0

part2 :: Tally -> Int
part2 = leastFuel 1

parse :: Text -> Either InvalidInput Tally
parse = fmap tallied . separated ',' ("expected positions from 0 to " <> show farthest <> ", separated by commas") (natural farthest)

tallied :: U.Vector Int -> Tally
tallied crabs = U.accumulate (+) (U.replicate (U.maximum crabs + 1) 0) (U.map (,1) crabs)

farthest :: Int
farthest = 99999
