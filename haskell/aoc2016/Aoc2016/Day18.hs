-- | Like a Rogue: rows are polynomials over GF(2), and there squares are easy.
--
-- A row, an empty tile and the row's mirror image are one turn of a cycle, so that walls need no rule. To step is to multiply by
-- x + x⁻¹. As 2 is 0 in this ring, the square of a sum is the sum of the squares (the Frobenius endomorphism): 2^k steps are
-- x^(2^k) + x^(-2^k), two turns of a row. Such leaps give rows that are far apart. Each is a bit in the words of tiles, and
-- all step as one, without a shift.
module Aoc2016.Day18 (parse, part1, part2, Row (..), cycleOf, leap, beside, stepped) where

import Control.DeepSeq (NFData)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex)

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

-- | A word for each tile, in which each of up to 64 rows has a bit, the first one the lowest.
beside :: Int -> [Integer] -> U.Vector Word64
beside width rows = U.generate width (\at -> foldr (\row word -> word `shiftL` 1 .|. (if testBit row at then 1 else 0)) 0 rows)

-- | Each of the rows one step on.
stepped :: U.Vector Word64 -> U.Vector Word64
stepped words' = U.generate width (\at -> tile (at - 1) `xor` tile (at + 1))
  where
    width = U.length words'
    tile at
      | at < 0 || at >= width = 0
      -- unsafe: it is neither before the first tile nor after the last
      | otherwise = unsafeIndex words' at

-- | The safe tiles of so many rows, of which each 2^k-th steps up to the next. The last one has fewer steps to go.
safe :: Int -> Row -> Int
safe number row@(Row width _) = number * width - sum (zipWith counted [0 .. 2 ^ k - 1] (iterate stepped together))
  where
    k = head [least | least <- [0 :: Int ..], number < 2 ^ (least + 6)]
    (full, left) = number `quotRem` (2 ^ k)
    together = beside width (take (full + 1) (iterate (leap k width) (cycleOf row)))
    counted step = U.foldl' (\traps word -> traps + popCount (word .&. (if step < left then maxBound else bit full - 1))) 0
