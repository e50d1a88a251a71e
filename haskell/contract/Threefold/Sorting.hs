-- | Numbers in the order of keys that are numbers, by counting; equal keys keep their order.
module Threefold.Sorting (countingSort, radixSort) where

import Data.Bits (shiftR, (.&.))
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M

-- | Sorts by a key from 0 on and below a limit.
countingSort :: Int -> (Int -> Int) -> U.Vector Int -> U.Vector Int
countingSort limit key numbers = U.create $ do
  starts <- U.thaw (U.prescanl' (+) 0 (U.accumulate (+) (U.replicate limit 0) (U.map ((,1) . key) numbers)))
  sorted <- M.new (U.length numbers)
  U.forM_ numbers $ \number -> do
    at <- M.read starts (key number)
    M.write starts (key number) (at + 1)
    M.write sorted at number
  pure sorted
{-# INLINE countingSort #-}

-- | Sorts by a key from 0 on: by each eleven bits of it, the lowest first.
radixSort :: (Int -> Int) -> U.Vector Int -> U.Vector Int
radixSort key numbers = foldl' pass numbers (takeWhile (\lowest -> most `shiftR` lowest > 0) [0, 11 ..])
  where
    most = U.foldl' (\known -> max known . key) 0 numbers
    pass given lowest = countingSort 2048 (\number -> key number `shiftR` lowest .&. 2047) given
{-# INLINE radixSort #-}
