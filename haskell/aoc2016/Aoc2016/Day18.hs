-- | Like a Rogue: rows are polynomials over GF(2), and there squares are easy.
--
-- A row, an empty tile and the row's mirror image are one turn of a cycle, so that walls need no rule. To step is to multiply by
-- x + x⁻¹. As 2 is 0 in this ring, the square of a sum is the sum of the squares (the Frobenius endomorphism): 2^k steps are
-- x^(2^k) + x^(-2^k), two turns of a row. So many rows, side by side in one large number, double in number at each step.
module Aoc2016.Day18 (parse, part1, part2, Row (..), Rows (..), single, doubled, after) where

import Control.DeepSeq (NFData)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | So many tiles, and which of them are traps.
data Row = Row Int Text
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Row
parse = whole (lineOf "expected 1 to 10000 tiles, . or ^" (row <$> valid (fit <$> word (`elem` ['.', '^']))))
  where
    fit tiles = if B.length tiles <= 10000 then Just tiles else Nothing
    row tiles = Row (B.length tiles) tiles

part1 :: Row -> Int
part1 = safe 40

part2 :: Row -> Int
part2 = safe 400000

-- | As many rows as a power of two, each in a stretch of the same number of bits; and a one at each stretch's beginning.
data Rows = Rows {period :: !Int, count :: !Int, bits :: !Integer, begins :: !Integer}

-- | The first row: a wall, its tiles, a wall, and the tiles in a mirror.
single :: Row -> Rows
single (Row width tiles) = Rows (2 * width + 2) 1 (number (B.cons '.' tiles <> B.cons '.' (B.reverse tiles))) 1
  where
    number = foldl' (\bits' tile -> bits' `shiftL` 1 .|. (if tile == '^' then 1 else 0)) 0 . B.unpack

-- | The rows after these, which are as many.
after :: Rows -> Rows
after rows = rows {bits = stepped rows (bits rows)}

-- | The same, of bits alone, for any rows of this form.
stepped :: Rows -> Integer -> Integer
stepped rows = \now -> turned by upper lower now `xor` turned (period rows - by) lower upper now
  where
    by = count rows `rem` period rows
    (lower, upper) = (lowest by, lowest (period rows - by))
    lowest places = begins rows `shiftL` places - begins rows
    turned places stays goes now = (now .&. stays) `shiftL` places .|. (now `shiftR` (period rows - places)) .&. goes

-- | These, and those after them.
doubled :: Rows -> Rows
doubled rows = rows {count = 2 * count rows, bits = both (bits rows) (bits (after rows)), begins = both (begins rows) (begins rows)}
  where
    both low high = low .|. high `shiftL` (count rows * period rows)

-- | The safe tiles of so many rows. A cycle has each trap twice.
safe :: Int -> Row -> Int
safe number row@(Row width _) = number * width - sum (map popCount (rest : whole')) `quot` 2
  where
    rows = until large doubled (single row)
    large some = 2 * count some > number || count some * period some > 2 ^ (18 :: Int)
    (times, left) = number `quotRem` count rows
    (whole', following) = splitAt times (iterate (stepped rows) (bits rows))
    rest = head following .&. (1 `shiftL` (left * period rows) - 1)
