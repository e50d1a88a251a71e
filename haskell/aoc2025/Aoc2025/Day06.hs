-- | Trash Compactor: one fold, and two ways to walk through a matrix.
--
-- A problem is a matrix of signs, a functor of lines composed with a functor of columns. Either
-- part folds digits to a number inside and numbers to a result outside; part 2 swaps the two
-- functors first, which is what a transposition is. The fold knows nothing of it: it is natural
-- in the shape, and so the two parts are one function with another walk.
module Aoc2025.Day06 (parse, part1, part2, Sheet, Matrix (..), Walk, along, down, number) where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)

-- | The lines of numbers, and each problem: is it a product, its first column, and the one after it.
data Sheet = Sheet (V.Vector Text) (U.Vector (Bool, Int, Int))
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | How many lines, how many places in each, and what is at a place.
data Matrix a = Matrix !Int !Int (Int -> Int -> a)

-- | How a matrix is walked through: the folds are over lines, and within each over its places.
type Walk = forall a. Matrix a -> Matrix a

along, down :: Walk
along matrix = matrix
{-# INLINE along #-}
down (Matrix rows columns at) = Matrix columns rows (flip at)
{-# INLINE down #-}

part1 :: Sheet -> Integer
part1 = total along

part2 :: Sheet -> Integer
part2 = total down

total :: Walk -> Sheet -> Integer
total walk = \(Sheet rows problems) -> U.foldl' (\sum' problem -> sum' + toInteger (result rows problem)) 0 problems
  where
    result rows (multiply, from, to) = case walk (Matrix (V.length rows) (to - from) (\row column -> byteAt (rows V.! row) (from + column))) of
      Matrix lines' places at -> U.foldl' outside (if multiply then 1 else 0) (U.map (\line' -> number (U.map (at line') (U.enumFromN 0 places))) (U.enumFromN 0 lines'))
      where
        outside a b = if multiply then a * b else a + b
{-# INLINE total #-}

-- | The number that digits spell, whatever else is between them.
number :: U.Vector Word8 -> Int
number = U.foldl' digit 0
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
    (numbers, signs) = (V.fromList (take last' rows), if null rows then "" else rows !! last')
    isNumbers row = not (B.null row) && every (\byte -> byte - 48 < 10 || byte == 32) row
    isSigns row = B.take 1 row `elem` ["+", "*"] && every (\byte -> byte == 32 || byte == 42 || byte == 43) row
    every may row = U.all (may . byteAt row) (U.enumFromN 0 (B.length row))
    width = maximum (map B.length (take (last' + 1) rows))
    starts = U.filter ((/= 32) . byteAt signs) (U.enumFromN 0 (B.length signs))
    problems = U.zipWith (\from to -> (byteAt signs from == 42, from, to - 1)) starts (U.snoc (U.drop 1 starts) (width + 1))
    whole (_, from, to) = to > from && to - from <= 4 && V.foldl' filled 0 numbers + 1 == 1 `shiftL` (to - from)
      where
        filled columns row
          | byteAt row to - 48 < 10 || not (oneNumber (digits row)) = -1
          | otherwise = columns .|. digits row
        -- The columns with a digit, as bits.
        digits row = U.foldl' (\bits column -> 2 * bits .|. fromEnum (byteAt row column - 48 < 10)) 0 (U.enumFromN from (to - from)) :: Int
    -- Digits without a blank between them.
    oneNumber bits = bits > 0 && let lowest = bits .&. negate bits in (bits + lowest) .&. bits == 0
