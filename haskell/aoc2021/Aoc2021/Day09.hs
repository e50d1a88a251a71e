-- | Smoke Basin: strips of the map are multiplied in the partition monoid.
--
-- Cut the map into strips of whole rows. What must be known of a strip, to find the basins of the
-- whole map? A basin that touches neither the upper nor the lower rim of its strip is done, and only its
-- size matters. Of the others it matters which open places of the rims they hold, and how large
-- they are so far. So a strip is a partition of the open places on its rims, with a size for each
-- block.
--
-- Strips are glued as partitions are multiplied in the partition monoid, whose elements are drawn as
-- diagrams: put one below the other, join the blocks that meet in the middle, and forget the
-- middle. The blocks that vanish with it are basins that are done. (In the algebra of such diagrams each
-- of them leaves a factor. Here it is a size, and of all sizes the largest three are
-- kept: 'Three'.) Gluing is associative, as in the end only the picture counts, and the map is the product of
-- its rows. A row of walls on either side leaves nothing on the rims.
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
import Control.Monad (forM_, when)
import Control.Monad.ST (ST, runST)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Unsafe as B (unsafeIndex)
import Data.Char (isDigit)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract

-- | Row after row, a wall behind each, and a row of walls above and below; from a location to the
-- one below it is a stride.
data Map = Map {stride :: !Int, heights :: !(U.Vector Word8)}
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | Higher than all heights.
wall :: Word8
wall = 10

parse :: Text -> Either InvalidInput Map
parse text = case List.find (not . good) [0 .. B.length text `quot` stride] of
  Just number -> Left (InvalidInput (number + 1) "expected a row of digits, as long as the first")
  Nothing -> Right (Map stride (U.generate (B.length text + 1 + 2 * stride) height))
  where
    width = B.length (B.takeWhile (/= '\n') text)
    stride = width + 1
    good number = width > 0 && B.length digits == width && B.all isDigit digits && end `elem` ["", "\n"]
      where
        (digits, end) = B.splitAt width (B.take stride (B.drop (number * stride) text))
    height at
      | place < 0 || place >= B.length text || byte == 10 = wall
      | otherwise = byte - 48
      where
        place = at - stride
        byte = B.unsafeIndex text place

part1 :: Map -> Int
part1 Map {stride, heights} = U.ifoldl' risk 0 (U.slice stride (U.length heights - 2 * stride) heights)
  where
    risk !total before height
      | all (height <) [at 0, at (stride - 1), at (stride + 1), at (2 * stride)] = more
      | otherwise = total
      where
        more = total + 1 + fromIntegral height
        at further = U.unsafeIndex heights (before + further)

part2 :: Map -> Either NoAnswer Integer
part2 floor' = case basins floor' of
  Three _ _ 0 -> Left (NoAnswer "there are fewer than three basins")
  Three a b c -> Right (product (map toInteger [a, b, c]))

-- | The basins of a map: its rows are glued.
basins :: Map -> Three
basins Map {stride, heights} = done (List.foldl1' (<>) (map line [0, stride .. U.length heights - stride]))
  where
    line from = row (U.slice from (stride - 1) heights)

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

-- | The runs of open points, each from a place to before another, and the block of each. Blocks are
-- numbered as they come, along the upper rim and then the lower one, so that equal partitions are
-- equal.
data Rim = Rim {runs :: !(U.Vector (Int, Int)), blocks :: !(U.Vector Int)}
  deriving stock (Eq, Show)

-- | One row, given by its heights.
row :: U.Vector Word8 -> Strip
row heights = Strip rim rim (U.map (\(start, end) -> end - start) runs) mempty
  where
    rim = Rim runs (U.enumFromN 0 (U.length runs))
    runs = U.unfoldrN ((width + 1) `quot` 2) run 0
    run from
      | start == width = Nothing
      | otherwise = let end = forth (>= 9) start in Just ((start, end), end)
      where
        start = forth (< 9) from
    forth found at
      | at == width || found (U.unsafeIndex heights at) = at
      | otherwise = forth found (at + 1)
    width = U.length heights

none :: Int
none = -1

-- | The strips' rims are equally long.
instance Semigroup Strip where
  a <> b = runST $ do
    joins <- M.generate total id
    join joins shift (lower a) (upper b)
    sums <- U.unsafeThaw (sizes a <> sizes b)
    settle joins sums
    joined <- U.unsafeFreeze joins
    let above = U.map (U.unsafeIndex joined) (blocks (upper a))
        below = U.map (\block -> U.unsafeIndex joined (block + shift)) (blocks (lower b))
    names <- M.replicate total none
    sizes' <- M.unsafeNew total
    let name !count block = do
          known <- M.unsafeRead names block
          if known /= none
            then pure count
            else do
              M.unsafeWrite names block count
              M.unsafeRead sums block >>= M.unsafeWrite sizes' count
              M.unsafeWrite sums block 0
              pure (count + 1)
    onUpper <- U.foldM' name 0 above
    onBoth <- U.foldM' name onUpper below
    named <- U.unsafeFreeze names
    kept <- U.unsafeFreeze (M.take onBoth sizes')
    lost <- U.foldl' (flip among) mempty <$> U.unsafeFreeze sums
    let rim old = Rim (runs old) . U.map (U.unsafeIndex named)
    pure (Strip (rim (upper a) above) (rim (lower b) below) kept (done a <> done b <> lost))
    where
      shift = U.length (sizes a)
      total = shift + U.length (sizes b)

-- | Joins the blocks that meet, where those of the second rim are numbered from a number on.
join :: M.MVector s Int -> Int -> Rim -> Rim -> ST s ()
join joins shift (Rim runs blocks) (Rim runs' blocks') = go 0 0
  where
    go !at !at'
      | at == U.length runs || at' == U.length runs' = pure ()
      | end <= start' = go (at + 1) at'
      | end' <= start = go at (at' + 1)
      | otherwise = do
        one <- first (U.unsafeIndex blocks at)
        other <- first (U.unsafeIndex blocks' at' + shift)
        M.unsafeWrite joins (max one other) (min one other)
        if end < end' then go (at + 1) at' else go at (at' + 1)
      where
        (start, end) = U.unsafeIndex runs at
        (start', end') = U.unsafeIndex runs' at'
    -- The first block that a block is known to be joined with.
    first block = do
      before <- M.unsafeRead joins block
      if before == block then pure block else first before

-- | Each block's first one, which has the sum of their sizes.
settle :: M.MVector s Int -> M.MVector s Int -> ST s ()
settle joins sums = forM_ [0 .. M.length joins - 1] $ \block -> do
  into <- M.unsafeRead joins block >>= M.unsafeRead joins
  when (into < block) $ do
    M.unsafeWrite joins block into
    size <- M.unsafeRead sums block
    M.unsafeWrite sums block 0
    M.unsafeModify sums (+ size) into
