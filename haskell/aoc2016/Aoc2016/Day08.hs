{-# LANGUAGE RankNTypes #-}

-- | Two-Factor Authentication: a row and a column are lenses, and a rotation is a change through one.
--
-- A lens is a place in something larger, as van Laarhoven wrote it: it takes a change of the part, in some functor, to
-- a change of the whole. So one rotation, of a word of bits, is all that rows and columns need.
module Aoc2016.Day08 (parse, part1, part2, Screen, Lens, row, column, view, over, rotated, dark) where

import Control.Applicative ((<|>))
import Control.Monad (guard)
import Data.Bits (bit, popCount, shiftL, shiftR, testBit, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Functor.Const (Const (..))
import Data.Functor.Identity (Identity (..))
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading

type Lens s a = forall f. (Functor f) => (a -> f a) -> s -> f s

-- | What is in a place.
view :: Lens s a -> s -> a
view lens = getConst . lens Const
{-# INLINE view #-}

-- | What becomes of the whole, if its part is changed.
over :: Lens s a -> (a -> a) -> s -> s
over lens change = runIdentity . lens (Identity . change)
{-# INLINE over #-}

-- | Rows from the top, whose lowest bits are their left ends.
type Screen = U.Vector Word64

dark :: Screen
dark = U.replicate 6 0

row, column :: Int -> Lens Screen Word64
row y change screen = (\new -> screen U.// [(y, new)]) <$> change (screen U.! y)
{-# INLINE row #-}
column x change screen = put <$> change (U.ifoldl' (\bits y line' -> bits .|. (line' `shiftR` x .&. 1) `shiftL` y) 0 screen)
  where
    put new = U.imap (\y line' -> line' .&. (maxBound - bit x) .|. (new `shiftR` y .&. 1) `shiftL` x) screen
{-# INLINE column #-}

-- | A word of so many bits, of which each goes so many places up, and those that leave it come back from below.
rotated :: Int -> Int -> Word64 -> Word64
rotated size by word' = (word' `shiftL` by .|. word' `shiftR` (size - by)) .&. (bit size - 1)

-- | A kind of operation, and its two numbers.
type Operation = (Int, Int, Int)

parse :: Text -> Either InvalidInput (U.Vector Operation)
parse = linesOf wrong (rect <|> turn 1 "rotate row y=" 5 49 <|> turn 2 "rotate column x=" 49 5)
  where
    rect = valid (lit <$> (tag "rect " *> natural 50) <*> (tag "x" *> natural 6))
    lit width height = (0, width, height) <$ guard (width > 0 && height > 0)
    turn kind start place by = (kind,,) <$> (tag start *> natural place) <*> (tag " by " *> natural by)
    wrong = "expected rect 3x2, rotate row y=0 by 4 or rotate column x=1 by 1, on 50 columns and 6 rows"

part1 :: U.Vector Operation -> Int
part1 = U.foldl' (\lit line' -> lit + popCount line') 0 . shown

part2 :: U.Vector Operation -> Text
part2 = B.intercalate "\n" . map picture . U.toList . shown
  where
    picture line' = B.pack [if testBit line' x then '#' else '.' | x <- [0 .. 49]]

-- | The screen after all operations.
shown :: U.Vector Operation -> Screen
shown = U.foldl' after dark
  where
    after screen (0, width, height) = U.imap (\y line' -> if y < height then line' .|. (bit width - 1) else line') screen
    after screen (1, y, by) = over (row y) (rotated 50 by) screen
    after screen (_, x, by) = over (column x) (rotated 6 by) screen
