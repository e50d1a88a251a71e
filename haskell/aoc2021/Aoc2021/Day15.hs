-- | Chiton: a search is a calendar that unfolds.
--
-- Some places are reached today. From each the neighbours of risk @r@ are entered @r@ days later, so today's places are
-- an entry in the calendar of the next nine days. Calendars are a [monoid](https://en.wikipedia.org/wiki/Monoid), day by day, and
-- the search is
--
-- > unfold (today : future) = today : unfold (plans today <> future)
--
-- What unfolds is a lazy stream of waves; a place's total risk is the number of its wave, and no later wave is computed.
module Aoc2021.Day15
  ( parse,
    part1,
    part2,
    Cave (..),
    height,
    repeated,
    place,
    Calendar (..),
    plans,
    waves,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (foldM)
import Control.Monad.ST (ST)
import qualified Control.Monad.ST.Lazy as Lazy
import Data.Bits (shiftR)
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (grid)
import Threefold.Unsafe (unsafeRead, unsafeWrite)

-- | What is planned for today, tomorrow, and so on.
data Calendar a = Free | Day !a !(Calendar a)
  deriving stock (Eq, Show)

instance (Semigroup a) => Semigroup (Calendar a) where
  Day a as <> Day b bs = Day (a <> b) (as <> bs)
  Free <> bs = bs
  as <> Free = as

instance (Semigroup a) => Monoid (Calendar a) where
  mempty = Free

-- | Its width, and the risks of all rows, one after the other.
data Cave = Cave {width :: !Int, risks :: !(U.Vector Word8)}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

height :: Cave -> Int
height cave = U.length (risks cave) `quot` width cave

rows :: Cave -> [U.Vector Word8]
rows cave@(Cave across all') = [U.slice (y * across) across all' | y <- [0 .. height cave - 1]]

-- | The cave so many times in each direction.
repeated :: Int -> Cave -> Cave
repeated times cave = Cave (times * width cave) (U.concat [U.map (raised (down + right)) row | down <- copies, row <- rows cave, right <- copies])
  where
    copies = take times [0 ..]
    raised more risk = if risk + more > 9 then risk + more - 9 else risk + more

-- | The number of a place in 'waves': on a map with a border above, below and on the right of each row, which is on the
-- left of the next one.
place :: Cave -> Int -> Int -> Int
place cave x y = (y + 1) * (width cave + 1) + x

-- | The places whose total risk is 0, 1, and so on. Whoever is found is struck off the map, as the first visit is the best.
waves :: Cave -> [U.Vector Int]
waves cave = Lazy.runST $ do
  open <- Lazy.strictToLazyST (U.thaw (U.concat ([border] <> map (`U.snoc` 0) (rows cave) <> [border])))
  let unfold Free = pure []
      unfold (Day today future) = do
        found <- Lazy.strictToLazyST (spread (width cave + 1) open today)
        (today :) <$> unfold (plans found <> future)
  Lazy.strictToLazyST (M.write open start 0)
  unfold (Day (U.singleton start) Free)
  where
    start = place cave 0 0
    border = U.replicate (width cave + 1) 0

-- | The places found today, and when they are entered from tomorrow on: those of risk 1, of risk 2, ...
plans :: U.Vector (Int, Word8) -> Calendar (U.Vector Int)
plans found
  | U.null found = Free
  | otherwise = List.foldr Day Free (tail (byRisk found))

-- | The places of risk 0, 1, ..., 9, by [counting sort](https://en.wikipedia.org/wiki/Counting_sort).
byRisk :: U.Vector (Int, Word8) -> [U.Vector Int]
byRisk found = [U.slice start count sorted | (start, count) <- zip (U.toList starts) (U.toList counts)]
  where
    counts = U.accumulate (+) (U.replicate 10 0) (U.map (\(_, risk) -> (fromIntegral risk, 1)) found)
    starts = U.prescanl' (+) 0 counts
    sorted = U.create $ do
      next <- U.thaw starts
      places <- M.new (U.length found)
      U.forM_ found $ \(here, risk) -> do
        at <- M.read next (fromIntegral risk)
        M.write places at here
        M.write next (fromIntegral risk) (at + 1)
      pure places

-- | The neighbours of these places that are still on the map, and their risks. They are struck off it.
spread :: Int -> M.MVector s Word8 -> U.Vector Int -> ST s (U.Vector (Int, Word8))
spread long open today = do
  found <- M.new (4 * U.length today)
  let look count next = do
        -- unsafe: a place within has a border around it, and each of its neighbours adds one at most
        risk <- unsafeRead open next
        unsafeWrite open next 0
        unsafeWrite found count (next, risk)
        -- One more if it is new. That is chance, and to write one too many costs less than a misprediction.
        pure $! count + fromIntegral ((risk + 15) `shiftR` 4)
  count <- U.foldM' (\count here -> foldM look count [here - long, here - 1, here + 1, here + long]) 0 today
  U.freeze (M.take count found)

part1 :: Cave -> Int
part1 = lowestRisk

part2 :: Cave -> Int
part2 = lowestRisk . repeated 5

-- | Which wave is in the last corner?
lowestRisk :: Cave -> Int
lowestRisk cave = length (takeWhile (U.notElem end) (waves cave))
  where
    end = place cave (width cave - 1) (height cave - 1)

parse :: Text -> Either InvalidInput Cave
parse text = do
  (across, _) <- grid 1000 "expected a row of digits from 1 to 9, as long as the first, at most 1000 rows and columns" (\digit -> digit - 49 <= 8) text
  pure (Cave across (U.map (subtract 48) (U.filter (/= 10) (U.generate (B.length text) (byteAt text)))))
