-- | Like a Rogue: rows are polynomials over GF(2), and there squares are easy.
--
-- A row, an empty tile and the row's mirror image are one turn of a cycle, so that walls need no rule. To step is to multiply by
-- x + x⁻¹. As 2 is 0 in this ring, the square of a sum is the sum of the squares (the Frobenius endomorphism): 2^k steps are
-- x^(2^k) + x^(-2^k), two turns of a row. By such leaps rows that are far apart come to stand side by side in one number, and
-- step as one.
module Aoc2016.Day18 (parse, part1, part2, Row (..), cycleOf, leap, Beside (..), beside, stepped) where

import Control.DeepSeq (NFData)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | So many tiles, and a bit for each that is a trap.
data Row = Row !Int !Integer
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Row
parse = whole (lineOf "expected 1 to 10000 tiles, . or ^" (valid (row <$> word (`elem` ['.', '^']))))
  where
    row tiles
      | B.length tiles > 10000 = Nothing
      | otherwise = Just (Row (B.length tiles) (foldl' trap 0 (B.unpack tiles)))
    trap traps tile = traps `shiftL` 1 .|. (if tile == '^' then 1 else 0)

part1 :: Row -> Int
part1 = safe 40

part2 :: Row -> Int
part2 = safe 400000

-- | A wall, a row's tiles, a wall, and the tiles in a mirror.
cycleOf :: Row -> Integer
cycleOf (Row width traps) = foldl' mirrored traps (filter (testBit traps) [0 .. width - 1])
  where
    mirrored bits at = setBit bits (2 * width - at)

-- | A cycle 2^k steps on: its turns by as many tiles to either side, added.
leap :: Int -> Int -> Integer -> Integer
leap k width traps = turned by `xor` turned (period - by)
  where
    period = 2 * width + 2
    by = 2 ^ k `rem` period
    turned places = lowest period (traps `shiftL` places .|. traps `shiftR` (period - places))

lowest :: Int -> Integer -> Integer
lowest places number = number .&. (bit places - 1)

-- | Rows side by side, each with a wall after it, and where there are tiles.
data Beside = Beside !Integer !Integer

beside :: Int -> [Integer] -> Beside
beside width rows = Beside (joined (map (lowest width) rows)) (joined (bit width - 1 <$ rows))
  where
    joined = foldr (\row more -> row .|. more `shiftL` (width + 1)) 0

-- | Each of the rows one step on.
stepped :: Beside -> Beside
stepped (Beside traps tiles) = Beside ((traps `shiftL` 1 `xor` traps `shiftR` 1) .&. tiles) tiles

-- | The safe tiles of so many rows, of which each 2^k-th steps up to the next. The last one has fewer steps to go.
safe :: Int -> Row -> Int
safe number row@(Row width _) = number * width - counted left together - counted (2 ^ k - left) others
  where
    k = head [least | least <- [0 :: Int ..], number * (width + 1) <= 2 ^ (least + 14)]
    (full, left) = number `quotRem` (2 ^ k)
    rows = take (full + 1) (iterate (leap k width) (cycleOf row))
    together = beside width rows
    others = iterate stepped (beside width (init rows)) !! left
    counted steps some = sum [popCount traps | Beside traps _ <- take steps (iterate stepped some)]
