-- | Bathroom Security: keys that hold their neighbours, by tying the knot.
--
-- A key is a value whose fields are other keys, which refer to it in turn. The keypad is defined in terms of itself,
-- and laziness makes that a finite graph in memory. To move is to take a field.
module Aoc2016.Day02 (parse, part1, part2, Key (..), move, square, diamond, keys) where

import qualified Data.ByteString.Char8 as B
import qualified Data.Map as Map
import Data.Maybe (fromMaybe)
import qualified Data.Vector as V
import Threefold.Contract
import Threefold.Reading

-- | What is written on it, and the keys up, down, left and right of it: the key itself where there is none.
data Key = Key {label :: !Char, up, down, left, right :: Key}

-- | All keys of a drawing.
keys :: [String] -> [Key]
keys picture = Map.elems found
  where
    found = Map.fromList [((row, column), key row column sign) | (row, line') <- zip [0 ..] picture, (column, sign) <- zip [0 ..] line', sign /= ' ']
    key row column sign = this
      where
        this = Key sign (at (row - 1) column) (at (row + 1) column) (at row (column - 1)) (at row (column + 1))
        at row' column' = fromMaybe this (Map.lookup (row' :: Int, column' :: Int) found)

square, diamond :: [String]
square = ["123", "456", "789"]
diamond = ["  1", " 234", "56789", " ABC", "  D"]

parse :: Text -> Either InvalidInput (V.Vector Text)
parse = linesOf "expected one or more of the moves U, D, L and R" (word (\sign -> sign == 'U' || sign == 'D' || sign == 'L' || sign == 'R'))

part1 :: V.Vector Text -> String
part1 = code square

part2 :: V.Vector Text -> String
part2 = code diamond

-- | The keys on which lines of moves end, from 5 on.
code :: [String] -> V.Vector Text -> String
code picture = map label . drop 1 . scanl (B.foldl' move) five . V.toList
  where
    five = head (filter ((== '5') . label) (keys picture))

move :: Key -> Char -> Key
move key = \case
  'U' -> up key
  'D' -> down key
  'L' -> left key
  _ -> right key
