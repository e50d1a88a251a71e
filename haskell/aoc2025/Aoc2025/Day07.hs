-- | Laboratories: a row is a polynomial, and a polynomial is one number.
--
-- Let the power of x be the column. A splitter turns x^c into x^(c-1) + x^(c+1), a row of
-- splitters is a linear operator. It works over any semiring: over the Booleans it tells where
-- beams are, over whole numbers how many timelines are there. Kronecker's substitution, x = 2^k with room for
-- every coefficient, makes the polynomial one long number, so a whole row is split by
-- a mask and two shifts.
module Aoc2025.Day07 (parse, part1, part2, Manifold (..), Semiring (..), rowsOf, mask, split) where

import Control.DeepSeq (NFData)
import Data.Bits (popCount, shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Maybe (fromMaybe)
import GHC.Generics (Generic)
import Threefold.Contract

-- | Where the beam enters, and the columns of the splitters in each row that has some.
data Manifold = Manifold {start :: !Int, splitters :: [[Int]]}
  deriving stock (Eq, Generic, Show)
  deriving anyclass (NFData)

-- | How coefficients are added, and how many bits of the number one of them takes.
data Semiring = Semiring {plus :: Integer -> Integer -> Integer, bits :: !Int}

booleans :: Semiring
booleans = Semiring (.|.) 1

-- | Each row at most doubles the number of timelines.
counts :: Manifold -> Semiring
counts manifold = Semiring (+) (length (splitters manifold) + 2)

part1 :: Manifold -> Int
part1 manifold = sum (zipWith met (rowsOf booleans manifold) (splitters manifold))
  where
    met row columns = popCount (row .&. mask 1 columns)

-- | The polynomial at x = 1: the remainder of the division by x - 1.
part2 :: Manifold -> Integer
part2 manifold = last (rowsOf semiring manifold) `rem` (1 `shiftL` bits semiring - 1)
  where
    semiring = counts manifold

-- | The row above the first splitters, and those below each row of them.
rowsOf :: Semiring -> Manifold -> [Integer]
rowsOf semiring (Manifold from rows) = scanl (split semiring) (1 `shiftL` (bits semiring * from)) (map (mask (bits semiring)) rows)

-- | What splitters do to a row; they are given by a mask of their columns.
split :: Semiring -> Integer -> Integer -> Integer
split (Semiring add k) row splitting = ((row `xor` hit) `add` (hit `shiftL` k)) `add` (hit `shiftR` k)
  where
    hit = row .&. splitting

-- | All bits of these columns, which rise; pieces are put together in pairs, so that most are short.
mask :: Int -> [Int] -> Integer
mask k columns = case pieces of
  [] -> 0
  _ -> whole pieces
  where
    pieces = [(column, 1 `shiftL` k - 1) | column <- columns]
    whole [(column, piece)] = piece `shiftL` (k * column)
    whole several = whole (pairs several)
    pairs ((a, low) : (b, high) : others) = (a, low .|. high `shiftL` (k * (b - a))) : pairs others
    pairs others = others

parse :: Text -> Either InvalidInput Manifold
parse text = case B.split '\n' text of
  first : rows
    | B.length first <= 2000 && B.count 'S' first == 1 && B.count '.' first == width - 1 ->
      Manifold (fromMaybe 0 (B.elemIndex 'S' first)) . filter (not . null) <$> traverse splits (zip [2 ..] rows)
    where
      width = B.length first
      splits (number, row)
        | B.length row == width && number <= 2000 && B.count '.' row + length columns == width && apart = Right columns
        | otherwise = Left (InvalidInput number "expected a row as long as the first, of . and of ^ apart from each other and the edges, at most 2000")
        where
          columns = B.elemIndices '^' row
          apart = and (zipWith (\a b -> a + 1 < b) (-1 : columns) (columns <> [width | width > 0]))
  _ -> Left (InvalidInput 1 "expected a row of . with one S, at most 2000 long")
