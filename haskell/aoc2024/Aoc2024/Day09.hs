-- | Disk Fragmenter: a checksum is a moment, and gaps are a tree that knows the largest below each fork.
--
-- A stretch of disk is known by its length, the sum of its numbers and its checksum. One put after another moves by the first one's length, which
-- adds that many times its sum to the checksum: stretches are a [monoid](https://en.wikipedia.org/wiki/Monoid), and no block needs a place. What is free has no numbers.
--
-- The tree is annotated with another monoid, the maximum, as in finger trees (Hinze and Paterson, 2006). A way down that goes left wherever the
-- left side's is large enough ends at the first gap that is, and the tree that is made on the way back shares the rest with the old one.
module Aoc2024.Day09 (parse, part1, part2, Stretch (..), free, blocks, Gaps (..), gapsOf, largest, Filled (..), fill, Piece (..), compacted) where

import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading hiding (blocks)

-- | A number, where it starts, and how many blocks it has, one or more.
type File = (Int, Int, Int)

parse :: Text -> Either InvalidInput (U.Vector File)
parse = fmap filesOf . whole (lineOf "expected 1 to 200000 digits" (valid (short <$> word isDigit)))
  where
    short digits = if B.length digits <= 200000 then Just digits else Nothing

filesOf :: Text -> U.Vector File
filesOf digits = U.filter (\(_, _, size) -> size > 0) (U.generate ((U.length sizes + 1) `quot` 2) file)
  where
    sizes = U.generate (B.length digits) (\at -> fromEnum (byteAt digits at) - 48)
    starts = U.prescanl' (+) 0 sizes
    file number = (number, starts U.! (2 * number), sizes U.! (2 * number))

-- | How many blocks, the sum of their numbers, and that of the numbers times places.
data Stretch = Stretch {size' :: !Int, numbers :: !Int, checksum :: !Int}
  deriving stock (Eq, Show)

instance Semigroup Stretch where
  Stretch n a m <> Stretch n' a' m' = Stretch (n + n') (a + a') (m + n * a' + m')

instance Monoid Stretch where
  mempty = Stretch 0 0 0

free :: Int -> Stretch
free count = Stretch count 0 0

-- | So many blocks with a number.
blocks :: Int -> Int -> Stretch
blocks number count = Stretch count (number * count) (number * (count * (count - 1) `quot` 2))

part1 :: U.Vector File -> Int
part1 files = checksum (compacted count (pieces 0 (U.toList files)) [Blocks number size | (number, _, size) <- U.toList (U.reverse files)])
  where
    count = U.sum (U.map (\(_, _, size) -> size) files)
    pieces _ [] = []
    pieces at ((number, start, size) : others) = Free (start - at) : Blocks number size : pieces (start + size) others

data Piece = Free !Int | Blocks !Int !Int

-- | The first so many blocks of pieces from the front, with what is free filled by pieces from the back.
compacted :: Int -> [Piece] -> [Piece] -> Stretch
compacted = go mempty
  where
    go !done left (Blocks number size : front) back | left > 0 = go (done <> blocks number (min left size)) (left - size) front back
    go done left (Free 0 : front) back = go done left front back
    go done left (Free gap : front) (Blocks number size : back)
      | left > 0 = go (done <> blocks number count) (left - count) (Free (gap - count) : front) (if size > count then Blocks number (size - count) : back else back)
      where
        count = minimum [left, gap, size]
    go done _ _ _ = done

-- | Where each gap starts, and how large it is; above them the largest.
data Gaps = Gap !Int !Int | Fork !Int !Gaps !Gaps

largest :: Gaps -> Int
largest = \case
  Gap _ size -> size
  Fork most _ _ -> most

fork :: Gaps -> Gaps -> Gaps
fork left right = Fork (max (largest left) (largest right)) left right

gapsOf :: U.Vector (Int, Int) -> Gaps
gapsOf gaps = if U.null gaps then Gap 0 0 else go 0 (U.length gaps)
  where
    go from to
      | to - from > 1 = fork (go from half) (go half to)
      | otherwise = uncurry Gap (gaps U.! from)
      where
        half = (from + to) `quot` 2

-- | Where the first gap starts that is large enough, and what is left of the gaps when it gets a file. There has to be one.
data Filled = Filled !Int !Gaps

fill :: Int -> Gaps -> Filled
fill size = \case
  Gap start gap -> Filled start (Gap (start + size) (gap - size))
  Fork _ left right
    | largest left >= size, Filled start left' <- fill size left -> Filled start (fork left' right)
    | Filled start right' <- fill size right -> Filled start (fork left right')

-- | Gaps, the least size that no file before has room for, and a checksum.
data State = State !Gaps !Int !Int

part2 :: U.Vector File -> Int
part2 files = case U.foldr' place (State (gapsOf gaps) 10 0) files of State _ _ total -> total
  where
    ends = U.cons 0 (U.map (\(_, start, size) -> start + size) files)
    gaps = U.zipWith (\end (_, start, _) -> (end, start - end)) ends files
    -- A size that finds nothing never will, nor does a larger one, as gaps shrink.
    place (number, start, size) (State now tooLarge total)
      | size < tooLarge, largest now >= size, Filled to now' <- fill size now, to < start = State now' tooLarge (at to)
      | otherwise = State now (min size tooLarge) (at start)
      where
        at first = total + checksum (free first <> blocks number size)
