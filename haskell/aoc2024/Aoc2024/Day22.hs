-- | Monkey Market: all buyers read one tape.
--
-- A step is a linear map over GF(2), so 2000 steps are its power. It leads through all numbers but 0 in one circle: a tape, of which each
-- buyer reads a stretch. Where stretches overlap, it is read once for all. Buyers are numbered as they come by, so that whoever reads a place
-- has a number above those who have left, and has seen four changes before if the last one who did has no lower number.
module Aoc2024.Day22 (parse, part1, part2, Linear, image, step, following, takings) where

import Control.Monad (foldM_, forM_)
import Control.Monad.ST (ST)
import Data.Bits
import qualified Data.IntMap.Strict as M
import Data.List (foldl')
import Data.Semigroup (stimes)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as MU
import Data.Word (Word64)
import Threefold.Bits (ones)
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe

parse :: Text -> Either InvalidInput (U.Vector Int)
parse = whole (blockUpTo 50000 "expected a number to 16777215, in 50000 lines at most" (natural most))

most :: Int
most = bit 24 - 1

following :: Int -> Int
following a = (c `xor` c `shiftL` 11) .&. most
  where
    b = (a `xor` a `shiftL` 6) .&. most
    c = b `xor` b `shiftR` 5
{-# INLINE following #-}

-- | A linear map: what becomes of each of the 24 bits.
newtype Linear = Linear (U.Vector Int)
  deriving stock (Eq, Show)

-- | First the right one.
instance Semigroup Linear where
  after <> Linear images = Linear (U.map (image after) images)

image :: Linear -> Int -> Int
image (Linear images) = foldl' (\found place -> found `xor` (images U.! place)) 0 . ones . fromIntegral

step :: Linear
step = Linear (U.generate 24 (following . bit))

part1 :: U.Vector Int -> Int
part1 = U.sum . U.map leap
  where
    leap secret = foldl' xor 0 [leaps U.! (256 * at + secret `shiftR` (8 * at) .&. 255) | at <- [0 .. 2]]
    -- What becomes of each byte.
    leaps = U.generate 768 (\at -> image (stimes (2000 :: Int) step) ((at .&. 255) `shiftL` (at `shiftR` 8 * 8)))

part2 :: U.Vector Int -> Int
part2 = U.maximum . takings . U.toList

-- | What each four changes bring. An entry has it in its upper bits, and below, in 16, how many had come when they last came.
takings :: [Int] -> U.Vector Int
takings secrets = U.map (`shiftR` 16) $
  U.create $ do
    waiting <- MU.replicate (bit 18) (0 :: Word64)
    leaving <- MU.replicate (length secrets) 0
    entries <- MU.replicate (19 * threes) 0
    forM_ (M.keys readers) $ \number -> MU.modify waiting (`setBit` (number .&. 63)) (number `shiftR` 6)
    foldM_ (stretch perhaps waiting leaving entries readers) 0 secrets
    pure entries
  where
    -- Who begins to buy at a number: the fifth of their own.
    -- The lowest 18 bits of such numbers: a table that stays in the cache.
    perhaps = U.accum (.|.) (U.replicate 4096 0) [(number .&. 4095, bit (number `shiftR` 12 .&. 63)) | number <- M.keys readers]
    readers = M.fromListWith (+) [(iterate following secret !! 4, 1) | secret <- secrets]

-- | Reads the tape from where a buyer is, if nobody has met the buyer, until all who are met on the way have left. How many have come?
stretch :: U.Vector Word64 -> MU.MVector s Word64 -> MU.MVector s Int -> MU.MVector s Int -> M.IntMap Int -> Int -> Int -> ST s Int
stretch perhaps waiting leaving entries readers others secret = do
  isMet <- not <$> isWaiting start
  if isMet then pure others else meet 0 others others (foldl' next 0 (zip (drop 1 prices) prices)) (last prices) start
  where
    prices = map price (take 4 (iterate following secret))
    start = iterate following secret !! 4
    -- unsafe: numbers have 24 bits, of which 12 are below 4096
    mayWait number = unsafeIndex perhaps (number .&. 4095) `testBit` (number `shiftR` 12 .&. 63)
    isWaiting number = (`testBit` (number .&. 63)) <$> unsafeRead waiting (number `shiftR` 6)
    -- Who comes and who leaves here?
    meet !time !came !left !code !old !number = do
      isNew <- isWaiting number
      came' <- if isNew then enter time came number else pure came
      left' <- leave time came' left
      if left' == came' then pure came' else MU.read leaving left' >>= \end -> sell end came' left' time code old number
    -- Until the next one leaves or may come.
    sell !end !came !left !time !code !old !number = do
      let now = price number
          code' = next code (now, old)
          number' = following number
      -- unsafe: a code is below 19 to the fourth
      entry <- unsafeRead entries code'
      let seen = entry .&. 65535
      -- unsafe: as above
      unsafeWrite entries code' (entry - seen + came + (now * (came - max left seen)) `shiftL` 16)
      if time + 1 == end || mayWait number'
        then meet (time + 1) came left code' now number'
        else sell end came left (time + 1) code' now number'
    enter time came number = do
      MU.modify waiting (`clearBit` (number .&. 63)) (number `shiftR` 6)
      let count = readers M.! number
      forM_ [came .. came + count - 1] $ \at -> MU.write leaving at (time + 1997)
      pure (came + count)
    leave !time !came !left
      | left == came = pure left
      | otherwise = MU.read leaving left >>= \end -> if end == time then leave time came (left + 1) else pure left

threes :: Int
threes = 19 * 19 * 19

-- | Four changes, from the four before and two prices, the later first.
next :: Int -> (Int, Int) -> Int
next code (now, old) = (code - threes * ((code * (bit 40 `quot` threes + 1)) `shiftR` 40)) * 19 + now - old + 9
{-# INLINE next #-}

-- | The last digit, without a division.
price :: Int -> Int
price number = number - 10 * ((number * 429496730) `shiftR` 32)
{-# INLINE price #-}
