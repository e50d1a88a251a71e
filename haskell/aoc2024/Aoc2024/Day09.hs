-- | Disk Fragmenter: a checksum is a moment, and gaps are a tree that knows the largest below each fork.
--
-- A stretch of disk is known by its length, the sum of its numbers and its checksum. One put after another moves by the first one's length, which
-- adds that many times its sum to the checksum: stretches are a [monoid](https://en.wikipedia.org/wiki/Monoid), and no block needs a place. What is free has no numbers.
--
-- The tree is annotated with another monoid, the maximum, as in finger trees (Hinze and Paterson, 2006). A way down that goes left wherever the
-- left side's is large enough ends at the first gap that is.
module Aoc2024.Day09 (parse, part1, part2, Stretch (..), free, blocks, filesOf, compacted, maxima, moved) where

import Control.Monad (when)
import Control.Monad.ST (ST)
import Data.Bits (shiftR)
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading hiding (blocks)
import Threefold.Unsafe (unsafeRead)

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

-- | How much is free right before each file.
gaps :: U.Vector File -> U.Vector Int
gaps files = U.imap (\at (_, start, _) -> start - endOf (at - 1)) files
  where
    endOf at = if at < 0 then 0 else let (_, start, size) = files U.! at in start + size

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
part1 = checksum . compacted

-- | As many blocks as there are, with what is free filled by files from the back.
compacted :: U.Vector File -> Stretch
compacted files = from 0 mempty (U.sum (U.map (\(_, _, size) -> size) files)) (U.length files) 0
  where
    !free' = gaps files
    -- So many blocks are left, and so many of the file that is being taken.
    from !at !done !left !taken !rest
      | left == 0 = done
      | (number, _, size) <- files U.! at = after number (free' U.! at) size at done left taken rest
    after !number !gap !size !at !done !left !taken !rest
      | gap == 0 || left == 0, count <- min left size = from (at + 1) (done <> blocks number count) (left - count) taken rest
      | rest == 0, (_, _, more) <- files U.! (taken - 1) = after number gap size at done left (taken - 1) more
      | (last', _, _) <- files U.! taken,
        count <- min left (min gap rest) =
        after number (gap - count) size at (done <> blocks last' count) (left - count) taken (rest - count)

-- | A tree, the root first at place 1: below a fork, the larger of two, are those at twice its place and one after it. The last half are leaves.
maxima :: U.Vector Int -> U.Vector Int
maxima leaves = U.concat (U.singleton 0 : upTo [leaves U.++ U.replicate (width - U.length leaves) 0])
  where
    width = until (>= U.length leaves) (* 2) 1
    upTo levels = case levels of
      level : _ | U.length level > 1 -> upTo (U.generate (U.length level `quot` 2) (\at -> max (level U.! (2 * at)) (level U.! (2 * at + 1))) : levels)
      _ -> levels

-- | The first leaf of a tree that is large enough, or one that is not.
firstFit :: M.MVector s Int -> Int -> ST s Int
firstFit tree size = go 1
  where
    go fork
      | 2 * fork >= M.length tree = pure fork
      -- unsafe: what is below a fork is in the tree
      | otherwise = unsafeRead tree (2 * fork) >>= \left -> go (2 * fork - (left - size) `shiftR` 63)

-- | Makes a leaf smaller, and the forks above it as far as that changes them.
shrink :: M.MVector s Int -> Int -> Int -> ST s ()
shrink tree leaf gap = M.write tree leaf gap >> up (leaf `quot` 2)
  where
    up fork = when (fork > 0) $ do
      -- unsafe: what is below a fork is in the tree
      most <- max <$> unsafeRead tree (2 * fork) <*> unsafeRead tree (2 * fork + 1)
      before <- unsafeRead tree fork
      when (most < before) $ M.write tree fork most >> up (fork `quot` 2)

-- | Where each file goes: into the first gap that is large enough, if that is before it.
moved :: U.Vector File -> U.Vector Int
moved files = U.create $ do
  tree <- U.thaw (maxima (gaps files))
  starts <- U.thaw (U.map (\(_, start, _) -> start) files)
  -- A size that finds nothing never will, nor does a larger one, as gaps shrink.
  let from !at !tooLarge
        | at < 0 = pure starts
        | (_, _, size) <- files U.! at,
          size < tooLarge = do
          leaf <- firstFit tree size
          gap <- M.read tree leaf
          let to = leaf - M.length tree `quot` 2
          if gap < size || to > at
            then from (at - 1) size
            else do
              M.write starts at (let (_, end, _) = files U.! to in end - gap)
              shrink tree leaf (gap - size)
              from (at - 1) tooLarge
        | otherwise = from (at - 1) tooLarge
  from (U.length files - 1) 10

part2 :: U.Vector File -> Int
part2 files = U.sum (U.zipWith (\(number, _, size) start -> checksum (free start <> blocks number size)) files (moved files))
