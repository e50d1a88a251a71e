-- | Smoke Basin: strips of the map are multiplied in the
-- [partition monoid](https://en.wikipedia.org/wiki/Partition_algebra).
--
-- Of a strip of whole rows it matters which open places on its rims belong together, and how large these blocks are so far:
-- a partition. Two strips are glued by joining the blocks that meet in the middle and forgetting the middle; a block
-- that is then on no rim is a basin that is done. Gluing is associative, and the map is the product of its rows.
module Aoc2021.Day09
  ( parse,
    part1,
    part2,
    Map (..),
    basins,

    -- * The monoid
    Strip (..),
    Rim (..),
    row,
    Three (..),
    three,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (forM_)
import Control.Monad.ST (ST, runST)
import Data.Bits (complement)
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (grid)

-- | Rows of digits, all but the last with a line's end, and a row of line's ends before the first.
-- From a location to the one below it is a stride.
data Map = Map {stride :: !Int, rows :: !Text}
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | How high is it at a place? Where there is no digit there is a wall: the byte is 10, and that is
-- 218 more than 48, as bytes go around.
height :: Text -> Int -> Word8
height digits place = byteAt digits place - 48
{-# INLINE height #-}

parse :: Text -> Either InvalidInput Map
parse text = walled <$> grid maxBound "expected a row of digits, as long as the first" (\sign -> sign - 48 <= 9) text
  where
    walled (width, _) = Map (width + 1) (B.replicate (width + 1) '\n' <> text)

part1 :: Map -> Int
part1 (Map stride rows) = risks stride 0
  where
    risks !place !total
      | place == B.length rows = total
      | here < at (-1) && here < at 1 && here < at (-stride) && here < at stride =
        risks (place + 1) (total + 1 + fromIntegral here)
      | otherwise = risks (place + 1) total
      where
        here = at 0
        at further = height rows (place + further)

part2 :: Map -> Either NoAnswer Integer
part2 floor' = case basins floor' of
  Three _ _ 0 -> Left (NoAnswer "there are fewer than three basins")
  Three a b c -> Right (product (map toInteger [a, b, c]))

-- | The basins of a map: its rows are glued, from a row of walls to another.
basins :: Map -> Three
basins (Map stride rows) = done (List.foldl' (<>) walls (map line [1 .. height']) <> walls)
  where
    height' = B.length rows `quot` stride
    walls = line 0
    line number = row (B.take (stride - 1) (B.drop (number * stride) rows))

-- | The largest three of some sizes, the largest first; 0 where there are fewer.
data Three = Three !Int !Int !Int
  deriving stock (Eq, Show)

instance Semigroup Three where
  Three a b c <> sizes = a `among` (b `among` (c `among` sizes))

instance Monoid Three where
  mempty = Three 0 0 0

-- | One size.
three :: Int -> Three
three size = Three size 0 0

-- | With one size more.
among :: Int -> Three -> Three
among size sizes@(Three a b c)
  | size <= c = sizes
  | size <= b = Three a b size
  | size <= a = Three a size b
  | otherwise = Three size a b

-- | Both rims, the sizes of the blocks on them, and the basins that are done.
data Strip = Strip {upper :: !Rim, lower :: !Rim, sizes :: !(U.Vector Int), done :: !Three}
  deriving stock (Eq, Show)

-- | Where the runs of open points begin and end, in turns, and the block of each run. Blocks are
-- numbered as they come, along the upper rim and then the lower one, so that equal partitions are
-- equal.
data Rim = Rim {borders :: !(U.Vector Int), blocks :: !(U.Vector Int)}
  deriving stock (Eq, Show)

-- | One row, given by its digits.
row :: Text -> Strip
row digits = Strip rim rim (U.generate runs (\run -> borders U.! (2 * run + 1) - borders U.! (2 * run))) mempty
  where
    rim = Rim borders (U.enumFromN 0 runs)
    runs = U.length borders `quot` 2
    borders = U.filter (\at -> open at /= open (at - 1)) (U.enumFromN 0 (B.length digits + 1))
    open at = at >= 0 && height digits at < 9

-- | The strips' rims are equally long.
instance Semigroup Strip where
  a <> b = runST $ do
    joins <- M.generate total id
    join joins shift (lower a) (upper b)
    sums <- U.thaw (sizes a <> sizes b)
    settle joins sums
    joined <- U.freeze joins
    sizes' <- M.new total
    -- Who is seen on a rim for the first time gets a number, which is kept in the sum's place.
    let rename from old !known = do
          new <- M.new (U.length old)
          let name !count at block = do
                let root = joined U.! (block + from)
                size <- M.read sums root
                if size < 0
                  then M.write new at (complement size) >> pure count
                  else do
                    M.write new at count
                    M.write sizes' count size
                    M.write sums root (complement count)
                    pure (count + 1)
          count <- U.ifoldM' name known old
          (,) count <$> U.freeze new
    (onUpper, above) <- rename 0 (blocks (upper a)) 0
    (onBoth, below) <- rename shift (blocks (lower b)) onUpper
    kept <- U.freeze (M.take onBoth sizes')
    lost <- U.foldl' (flip among) mempty <$> U.freeze sums
    pure (Strip (upper a) {blocks = above} (lower b) {blocks = below} kept (done a <> done b <> lost))
    where
      shift = U.length (sizes a)
      total = shift + U.length (sizes b)

-- | Joins the blocks that meet, where those of the second rim are numbered from a number on.
join :: M.MVector s Int -> Int -> Rim -> Rim -> ST s ()
join joins shift (Rim borders blocks) (Rim borders' blocks') = go 0 0
  where
    go !at !at'
      | at == U.length blocks || at' == U.length blocks' = pure ()
      | end <= start' = go (at + 1) at'
      | end' <= start = go at (at' + 1)
      | otherwise = do
        one <- first (blocks U.! at)
        other <- first (blocks' U.! at' + shift)
        M.write joins (max one other) (min one other)
        if end < end' then go (at + 1) at' else go at (at' + 1)
      where
        (start, end) = (borders U.! (2 * at), borders U.! (2 * at + 1))
        (start', end') = (borders' U.! (2 * at'), borders' U.! (2 * at' + 1))
    -- The first block that a block is known to be joined with.
    first block = do
      before <- M.read joins block
      if before == block then pure block else first before

-- | Each block's first one, which has the sum of their sizes.
settle :: M.MVector s Int -> M.MVector s Int -> ST s ()
settle joins sums = forM_ [0 .. M.length joins - 1] $ \block -> do
  into <- M.read joins block >>= M.read joins
  M.write joins block into
  size <- M.read sums block
  M.write sums block 0
  M.modify sums (+ size) into
