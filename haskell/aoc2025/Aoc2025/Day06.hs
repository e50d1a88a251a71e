-- | Trash Compactor: one fold, and two ways to walk through a matrix.
--
-- A problem is a matrix of signs, a functor of lines composed with a functor of columns. Either
-- part folds digits to a number inside and numbers to a result outside; part 2 swaps the two
-- functors first, which is what a transposition is. The fold knows nothing of it: it is natural
-- in the shape, and so the two parts are one function with another walk.
module Aoc2025.Day06 (parse, part1, part2, Sheet, Walk, along, down, number) where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)

-- | The lines of numbers, and each problem: is it a product, its first column, and the one after it.
data Sheet = Sheet [Text] (U.Vector (Bool, Int, Int))
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | How the places of a matrix are grouped into numbers, each place by what is there.
type Walk = forall row column a. (row -> column -> a) -> [row] -> [column] -> [[a]]

along, down :: Walk
along at rows columns = map (\row -> map (at row) columns) rows
{-# INLINE along #-}
down at rows = map (\column -> map (`at` column) rows)
{-# INLINE down #-}

part1 :: Sheet -> Integer
part1 = total along

part2 :: Sheet -> Integer
part2 = total down

total :: Walk -> Sheet -> Integer
total walk = \(Sheet rows problems) -> U.foldl' (\sum' problem -> sum' + toInteger (result rows problem)) 0 problems
  where
    result rows (multiply, from, to) = foldl' outside (if multiply then 1 else 0) (map number (walk byteAt rows [from .. to - 1]))
      where
        outside a b = if multiply then a * b else a + b
{-# INLINE total #-}

-- | The number that digits spell, whatever else is between them.
number :: [Word8] -> Int
number = foldl' digit 0
  where
    digit n byte = if byte - 48 < 10 then 10 * n + fromIntegral byte - 48 else n
{-# INLINE number #-}

parse :: Text -> Either InvalidInput Sheet
parse text
  | last' == 0 || not (isSigns signs) = wrong
  | U.length problems > 100000 || not (U.all whole problems) = wrong
  | last' + 1 < length rows = Left (InvalidInput (last' + 2) "expected no more lines")
  | otherwise = Right (Sheet numbers problems)
  where
    wrong = Left (InvalidInput (last' + 1) "expected problems side by side: one to four lines of numbers, then one of + and *")
    rows = map (B.dropWhileEnd (== ' ')) (B.split '\n' text)
    last' = minimum [length (takeWhile isNumbers rows), max 0 (length rows - 1), 4]
    (numbers, signs) = (take last' rows, if null rows then "" else rows !! last')
    isNumbers row = not (B.null row) && B.all (\sign -> isDigit sign || sign == ' ') row
    isSigns row = B.take 1 row `elem` ["+", "*"] && sum (map (`B.count` row) "+* ") == B.length row
    width = maximum (map B.length (take (last' + 1) rows))
    starts = U.fromList (B.findIndices (/= ' ') signs)
    problems = U.zipWith (\from to -> (byteAt signs from == 42, from, to - 1)) starts (U.snoc (U.drop 1 starts) (width + 1))
    whole (_, from, to) = to > from && to - from <= 4 && all (oneNumber from to) numbers && all filled [from .. to - 1]
    filled column = any (`digitAt` column) numbers
    -- Digits that begin once, and a blank after the problem's last column.
    oneNumber from to row = not (digitAt row to) && length (filter (begins row from) [from .. to - 1]) == 1
    begins row from column = digitAt row column && (column == from || not (digitAt row (column - 1)))
    digitAt row column = byteAt row column >= 48
