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
-- state thread that goes on, wave by wave, as the stream is asked for them.
--
-- The stream is the only thing that is lazy. A calendar of thunks, each the promise of some wave,
-- takes longer than to follow the waves.
module Aoc2021.Day15
  ( parse,
    part1,
    part2,
    Cave (..),
    height,
    repeated,
    place,
    Calendar (..),
    Wave (..),
    groups,
    waves,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (foldM, forM_)
import Control.Monad.ST (ST, runST)
import Control.Monad.ST.Unsafe (unsafeInterleaveST)
import Data.Bits (unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word32, Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, rectangular)

-- | What is planned for today, tomorrow, and so on.
data Calendar a = Free | Day !a !(Calendar a)
  deriving stock (Eq, Show)

instance (Semigroup a) => Semigroup (Calendar a) where
  Day a as <> Day b bs = Day (a <> b) (as <> bs)
  Free <> bs = bs
  as <> Free = as

instance (Semigroup a) => Monoid (Calendar a) where
  mempty = Free

-- | Places by their numbers; 'place' gives them.
type Places = U.Vector Word32

-- | The places that are entered on one day, in groups.
data Wave = Nobody | Group !Places !Wave
  deriving stock (Eq, Show)

instance Semigroup Wave where
  Nobody <> wave = wave
  Group places others <> wave = Group places (others <> wave)

groups :: Wave -> [Places]
groups = List.unfoldr $ \case
  Nobody -> Nothing
  Group places others -> Just (places, others)
{-# INLINE groups #-}

-- | Its width, and the risks of all rows, one after the other.
data Cave = Cave {width :: !Int, risks :: !(U.Vector Word8)}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

height :: Cave -> Int
height cave = U.length (risks cave) `quot` width cave

-- | Copies a row of a cave to a place. (There it has room, or the caller is wrong.)
copyRow :: Cave -> Int -> M.MVector s Word8 -> Int -> ST s ()
copyRow (Cave across risks) y into at =
  U.copy (M.slice at across into) (U.slice (y * across) across risks)

-- | The cave so many times in each direction.
repeated :: Int -> Cave -> Cave
repeated times cave@(Cave across risks) = Cave (times * across) $
  U.create $ do
    large <- M.unsafeNew (times * times * U.length risks)
    forM_ [0 .. times - 1] $ \down -> forM_ [0 .. times - 1] $ \right -> do
      let tile = Cave across (U.map (raised (fromIntegral (down + right))) risks)
      forM_ [0 .. height cave - 1] $ \y ->
        copyRow tile y large (((down * height cave + y) * times + right) * across)
    pure large
  where
    -- Less 9 if it is 10 at least. That is by chance, and calculated, as guesses would cost more.
    raised more risk = risk + more - 9 * ((risk + more + 6) `unsafeShiftR` 4)

-- | The number of a place in 'waves'. At most 1000 by 1000 places 25 times, and a border, are less
-- than 2^28.
place :: Cave -> Int -> Int -> Int
place cave x y = (y + 1) * (width cave + 1) + x

-- | The places whose total risk is 0, 1, and so on.
waves :: Cave -> [Wave]
waves cave = runST $ do
  open <- M.replicate ((height cave + 2) * long) border
  forM_ [0 .. height cave - 1] $ \y -> copyRow cave y open (place cave 0 y)
  -- The stream alone has a hold of the map, and goes on in one order.
  let unfold Free = pure []
      unfold (Day today future) = do
        found <- spread long open today
        later <- unsafeInterleaveST (unfold (plans found <> future))
        pure (today : later)
  M.write open start border
  unfold (Day (Group (U.singleton (fromIntegral start)) Nobody) Free)
  where
    start = place cave 0 0
    -- One place of the border is on the right of a row, and on the left of the next one.
    long = width cave + 1
    -- No risk, and no way.
    border = 0

-- | What comes of places found today, in the days from tomorrow on: those of risk 1, of risk 2, ...
plans :: U.Vector Found -> Calendar Wave
plans found
  | U.null found = Free
  | otherwise = List.foldr day Free [1 .. 9]
  where
    day risk = Day (if start == end then Nobody else Group places Nobody)
      where
        places = U.slice start (end - start) sorted
        (start, end) = (U.unsafeIndex starts risk, U.unsafeIndex starts (risk + 1))
    (starts, sorted) = runST $ do
      ends <- M.replicate 11 0
      U.forM_ found $ \entry -> M.unsafeModify ends (+ 1) (ahead entry)
      forM_ [1 .. 9] $ \risk -> do
        before <- M.unsafeRead ends risk
        M.unsafeModify ends (+ before) (risk + 1)
      places <- M.unsafeNew (U.length found)
      -- Those of a risk from the last one down to the first, so that ends become starts.
      U.forM_ found $ \entry -> do
        next <- subtract 1 <$> M.unsafeRead ends (ahead entry)
        M.unsafeWrite ends (ahead entry) next
        M.unsafeWrite places next (entry `unsafeShiftR` 4)
      (,) <$> U.unsafeFreeze ends <*> U.unsafeFreeze places
    ahead entry = fromIntegral (entry .&. 15)

-- | A place, times 16, and its risk.
type Found = Word32

-- | The neighbours of a wave that no wave has found yet; they are struck off the map.
spread :: Int -> M.MVector s Word8 -> Wave -> ST s (U.Vector Found)
spread long open wave = do
  found <- M.unsafeNew (4 * sum (map U.length (groups wave)))
  let look next !count = do
        risk <- fromIntegral <$> M.unsafeRead open next
        M.unsafeWrite open next 0
        M.unsafeWrite found count (fromIntegral (next `unsafeShiftL` 4 .|. risk))
        -- One more if it is new. That is by chance, and one too many costs less than a guess.
        pure (count + (risk + 15) `unsafeShiftR` 4)
      lookAround !count at =
        look (here - long) count >>= look (here - 1) >>= look (here + 1) >>= look (here + long)
        where
          here = fromIntegral at
  count <- foldM (U.foldM' lookAround) 0 (groups wave)
  U.unsafeFreeze (M.unsafeTake count found)

part1 :: Cave -> Int
part1 = lowestRisk

part2 :: Cave -> Int
part2 = lowestRisk . repeated 5

-- | Which wave is in the last corner?
lowestRisk :: Cave -> Int
lowestRisk cave = length (takeWhile (all (U.notElem end) . groups) (waves cave))
  where
    end = fromIntegral (place cave (width cave - 1) (height cave - 1))

parse :: Text -> Either InvalidInput Cave
parse text = do
  (across, down) <- rectangular (\sign -> sign - 49 <= 8) wrong 1000 outside text
  pure (Cave across (U.unfoldrExactN (across * down) next 0))
  where
    next at = case byteAt text at of
      10 -> (byteAt text (at + 1) - 48, at + 2)
      digit -> (digit - 48, at + 1)
    wrong = "expected a row of digits from 1 to 9, as long as the first one"
    outside = "expected at most 1000 rows of at most 1000 digits"
