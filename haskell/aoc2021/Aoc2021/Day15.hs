-- | Chiton: a search is a calendar that unfolds.
--
-- What becomes of a wave? From each of its places it goes on to the neighbours, and one of risk
-- @r@ it enters @r@ days later. So today's wave is an entry in the calendar of the next nine days,
-- and the search is an unfold: tear off today, write what comes of it into the days ahead, go on.
--
-- > unfold (today : future) = today : unfold (plans today <> future)
--
-- Calendars are a monoid, day by day. What is unfolded is the stream of waves, and a place's total
-- risk is the number of the wave it is in. The stream is lazy, and whoever asks for one place takes
-- no more of it than that.
--
-- One thing is not in the calendar: where waves have been. As the risk of a place is the same from
-- whichever side, the first visit is the best one, so visited places are struck off the map, in a
-- lazy state thread, wave by wave as the stream is asked for them.
module Aoc2021.Day15
  ( parse,
    part1,
    part2,
    Cave (..),
    repeated,
    place,
    Calendar (..),
    waves,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad.ST (ST)
import qualified Control.Monad.ST.Lazy as Lazy
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (ord)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (numbered)

-- | What is planned for today, tomorrow, and so on.
newtype Calendar a = Calendar [[a]]
  deriving stock (Eq, Show)

instance Semigroup (Calendar a) where
  Calendar xs <> Calendar ys = Calendar (days xs ys)
    where
      days (a : as) (b : bs) = (a <> b) : days as bs
      days [] bs = bs
      days as [] = as

instance Monoid (Calendar a) where
  mempty = Calendar []

-- | Its width, and the risks of all rows, one after the other.
data Cave = Cave {width :: !Int, risks :: !(U.Vector Word8)}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

rows :: Cave -> [U.Vector Word8]
rows (Cave across given)
  | U.null given = []
  | otherwise = let (row, others) = U.splitAt across given in row : rows (Cave across others)

-- | The cave so many times in each direction.
repeated :: Int -> Cave -> Cave
repeated times cave = Cave (times * width cave) (U.concat (concatMap band [0 .. times - 1]))
  where
    band down = [U.map (raised (down + right)) row | row <- rows cave, right <- [0 .. times - 1]]
    raised more risk = let higher = risk + fromIntegral more in if higher > 9 then higher - 9 else higher

-- | The number of a place in 'waves'.
place :: Cave -> Int -> Int -> Int
place cave x y = (y + 1) * (width cave + 1) + x

-- | The places whose total risk is 0, 1, and so on.
waves :: Cave -> [U.Vector Int]
waves cave = Lazy.runST $ do
  open <- Lazy.strictToLazyST (U.unsafeThaw ground)
  let unfold (Calendar (today : future)) = do
        found <- Lazy.strictToLazyST (spread long open wave)
        later <- unfold (plans found <> Calendar future)
        pure (wave : later)
        where
          wave = U.concat today
      unfold (Calendar []) = pure []
  _ <- Lazy.strictToLazyST (M.write open start 0)
  unfold (Calendar [[U.singleton start]])
  where
    start = place cave 0 0
    long = width cave + 1
    -- A border without risk, where no wave goes on; the one on the right is also the next row's left.
    ground = U.concat ([edge] <> map (`U.snoc` 0) (rows cave) <> [edge])
    edge = U.replicate long 0

-- | What comes of places found today, in the days from tomorrow on: those of risk 1, of risk 2, ...
plans :: U.Vector Found -> Calendar (U.Vector Int)
plans found
  | U.null found = mempty
  | otherwise = Calendar (zipWith day (U.toList counts) (U.toList starts))
  where
    day count start = [U.unsafeSlice start count sorted | count > 0]
    counts = U.unsafeAccumulate_ (+) (U.replicate 9 0) (U.map ahead found) (U.map (const 1) found)
    starts = U.prescanl' (+) 0 counts
    ahead entry = entry .&. 15 - 1
    sorted = U.create $ do
      free <- U.thaw starts
      places <- M.unsafeNew (U.length found)
      U.forM_ found $ \entry -> do
        next <- M.unsafeRead free (ahead entry)
        M.unsafeWrite free (ahead entry) (next + 1)
        M.unsafeWrite places next (entry `shiftR` 4)
      pure places

-- | A place, times 16, and its risk.
type Found = Int

-- | The neighbours of a wave that no wave has found yet; they are struck off the map.
spread :: Int -> M.MVector s Word8 -> U.Vector Int -> ST s (U.Vector Found)
spread long open wave = do
  found <- M.unsafeNew (4 * U.length wave)
  let look !count next = do
        risk <- fromIntegral <$> M.unsafeRead open next
        M.unsafeWrite open next 0
        -- Whether it is new is chance; that one word too many is written costs less than to guess.
        M.unsafeWrite found count (next `shiftL` 4 .|. risk)
        pure (count + fromEnum (risk > 0))
      lookAround !count here =
        look count (here - long) >>= (`look` (here - 1)) >>= (`look` (here + 1)) >>= (`look` (here + long))
  count <- U.foldM' lookAround 0 wave
  U.unsafeFreeze (M.take count found)

part1 :: Cave -> Int
part1 = lowestRisk

part2 :: Cave -> Int
part2 = lowestRisk . repeated 5

-- | Which wave is in the last corner?
lowestRisk :: Cave -> Int
lowestRisk cave = length (takeWhile (U.notElem end) (waves cave))
  where
    end = place cave (width cave - 1) (U.length (risks cave) `div` width cave - 1)

parse :: Text -> Either InvalidInput Cave
parse text = Cave across . U.concat <$> traverse row (numbered text)
  where
    across = B.length (B.takeWhile (/= '\n') text)
    row (number, line)
      | B.null line || B.length line /= across || not (B.all (\c -> c >= '1' && c <= '9') line) =
        Left (InvalidInput number "expected a row of digits from 1 to 9, as long as the first one")
      | number > limit || across > limit =
        Left (InvalidInput number "expected at most 1000 rows of at most 1000 digits")
      | otherwise = Right (U.generate across (\x -> fromIntegral (ord (B.index line x) - 48)))
    limit = 1000
