-- | Disk Fragmenter: a checksum is a moment, and gaps are a tree that knows the largest below each fork.
--
-- A stretch of disk is known by its length, the sum of its numbers and its checksum. One put after another moves by the first one's length, which
-- adds that many times its sum to the checksum: stretches are a [monoid](https://en.wikipedia.org/wiki/Monoid), and no block needs a place. What is free has no numbers.
--
-- The tree is annotated with another monoid, the maximum, as in finger trees (Hinze and Paterson, 2006). A way down that goes left wherever the
-- left side's is large enough ends at the first gap that is, and the tree that is made on the way back shares the rest with the old one.
module Aoc2024.Day09 (parse, part1, part2, Stretch (..), free, blocks, Gaps (..), gapsOf, largest, leftmost, fill, Piece (..), compacted) where

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
gapsOf gaps
  | U.length gaps > 1 = fork (gapsOf (U.take half gaps)) (gapsOf (U.drop half gaps))
  | otherwise = U.foldl' (\_ (start, size) -> Gap start size) (Gap 0 0) gaps
  where
    half = U.length gaps `quot` 2

-- | The start of the first gap that is large enough, after all if there is none.
leftmost :: Int -> Gaps -> Int
leftmost size = \case
  Gap start gap | gap >= size -> start
  Fork most left right | most >= size -> leftmost size (if largest left >= size then left else right)
  _ -> maxBound

-- | What is left of the gaps when the first that is large enough gets a file.
fill :: Int -> Gaps -> Gaps
fill size = \case
  Gap start gap -> Gap (start + size) (gap - size)
  Fork _ left right
    | largest left >= size -> fork (fill size left) right
    | otherwise -> fork left (fill size right)

part2 :: U.Vector File -> Int
part2 files = total
  where
    (_, _, total) = U.foldr' place (gapsOf gaps, 10, 0) files
    ends = U.cons 0 (U.map (\(_, start, size) -> start + size) files)
    gaps = U.zipWith (\end (_, start, _) -> (end, start - end)) ends files
    -- Sizes from the second on found nothing, and never will, as gaps shrink.
    place (number, start, size) (now, !tooLarge, !others)
      | size >= tooLarge = (now, tooLarge, others + checksum (free start <> blocks number size))
      | to < start = (fill size now, tooLarge, others + checksum (free to <> blocks number size))
      | otherwise = (now, size, others + checksum (free start <> blocks number size))
      where
        to = leftmost size now
