-- | Smoke Basin: strips of the map are multiplied in the partition monoid.
--
-- Cut the map into strips of whole rows. What must be known of a strip, to find the basins of the
-- whole map? A basin that touches neither the upper nor the lower rim of its strip is done, and
-- only its size matters. Of the others it matters which open places of the rims they hold, and how
-- large they are so far. So a strip is a partition of the open places on its rims, with a size for
-- each block.
--
-- Strips are glued as partitions are multiplied in the partition monoid, whose elements are drawn
-- as diagrams: put one below the other, join the blocks that meet in the middle, and forget the
-- middle. The blocks that vanish with it are basins that are done. (In the algebra of such diagrams
-- each of them leaves a factor. Here it is a size, and of all sizes the largest three are kept:
-- 'Three'.) Gluing is associative, as in the end only the picture counts, and the map is the
-- product of its rows. A row of walls on either side leaves nothing on the rims.
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
import Data.Bits (complement, unsafeShiftR, xor)
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, rectangular)

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
parse text = do
  (width, _) <- rectangular (\sign -> sign - 48 <= 9) wrong maxBound wrong text
  Right (Map (width + 1) (B.replicate (width + 1) '\n' <> text))
  where
    wrong = "expected a row of digits, as long as the first"

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
row digits = Strip rim rim (U.generate runs size) mempty
  where
    rim = Rim borders (U.enumFromN 0 runs)
    runs = U.length borders `quot` 2
    size run = U.unsafeIndex borders (2 * run + 1) - U.unsafeIndex borders (2 * run)
    borders = U.create $ do
      found <- M.unsafeNew (B.length digits + 2)
      let look !at !count !before
            | at > B.length digits = pure count
            | otherwise = do
              M.unsafeWrite found count at
              look (at + 1) (count + (open `xor` before)) open
            where
              -- Less than nine? That is chance, so it is calculated: 1 or 0.
              open = fromIntegral ((fromIntegral (height digits at) - 9 :: Word) `unsafeShiftR` 63)
      count <- look 0 0 0
      pure (M.unsafeTake count found)

-- | The strips' rims are equally long.
instance Semigroup Strip where
  a <> b = runST $ do
    joins <- M.generate total id
    join joins shift (lower a) (upper b)
    sums <- U.unsafeThaw (sizes a <> sizes b)
    settle joins sums
    joined <- U.unsafeFreeze joins
    sizes' <- M.unsafeNew total
    -- Who is seen on a rim for the first time gets a number, which is kept in the sum's place.
    let rename from old !known = do
          new <- M.unsafeNew (U.length old)
          let name !count at block = do
                let root = U.unsafeIndex joined (block + from)
                size <- M.unsafeRead sums root
                if size < 0
                  then M.unsafeWrite new at (complement size) >> pure count
                  else do
                    M.unsafeWrite new at count
                    M.unsafeWrite sizes' count size
                    M.unsafeWrite sums root (complement count)
                    pure (count + 1)
          count <- U.ifoldM' name known old
          (,) count <$> U.unsafeFreeze new
    (onUpper, above) <- rename 0 (blocks (upper a)) 0
    (onBoth, below) <- rename shift (blocks (lower b)) onUpper
    kept <- U.unsafeFreeze (M.unsafeTake onBoth sizes')
    lost <- U.foldl' (flip among) mempty <$> U.unsafeFreeze sums
    pure (Strip (upper a) {blocks = above} (lower b) {blocks = below} kept (before <> lost))
    where
      before = done a <> done b
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
        one <- first (U.unsafeIndex blocks at)
        other <- first (U.unsafeIndex blocks' at' + shift)
        M.unsafeWrite joins (max one other) (min one other)
        if end < end' then go (at + 1) at' else go at (at' + 1)
      where
        (start, end) = (U.unsafeIndex borders (2 * at), U.unsafeIndex borders (2 * at + 1))
        (start', end') = (U.unsafeIndex borders' (2 * at'), U.unsafeIndex borders' (2 * at' + 1))
    -- The first block that a block is known to be joined with.
    first block = do
      before <- M.unsafeRead joins block
      if before == block then pure block else first before

-- | Each block's first one, which has the sum of their sizes.
settle :: M.MVector s Int -> M.MVector s Int -> ST s ()
settle joins sums = forM_ [0 .. M.length joins - 1] $ \block -> do
  into <- M.unsafeRead joins block >>= M.unsafeRead joins
  M.unsafeWrite joins block into
  size <- M.unsafeRead sums block
  M.unsafeWrite sums block 0
  M.unsafeModify sums (+ size) into
