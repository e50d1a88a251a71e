-- | Laboratories: a row is a polynomial, and a polynomial is one number.
--
-- Let the power of x be the column. A splitter turns x^c into x^(c-1) + x^(c+1), a row of
-- splitters is a linear operator. It works over any semiring: over the Booleans it tells where
-- beams are, over whole numbers how many timelines are there. Kronecker's substitution, x = 2^k with room for
-- every coefficient, makes the polynomial one long number, so a whole row is split by
-- a mask and two shifts.
module Aoc2025.Day07 (parse, part1, part2, Manifold (..), Semiring (..), rowsOf, spread, split) where

import Control.DeepSeq (NFData)
import Data.Bits (popCount, shiftL, shiftR, testBit, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.List (foldl', unfoldr)
import Data.Maybe (fromMaybe)
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)

-- | Where the beam enters, and the splitters of each row that has some, a bit a column. Columns are counted from the right, as
-- the digits of a number are.
data Manifold = Manifold {start :: !Int, splitters :: [Integer]}
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
    met row splitting = popCount (row .&. splitting)

-- | The polynomial at x = 1: the remainder of the division by x - 1.
part2 :: Manifold -> Integer
part2 manifold = last (rowsOf semiring manifold) `rem` (1 `shiftL` bits semiring - 1)
  where
    semiring = counts manifold

-- | The row above the first splitters, and those below each row of them.
rowsOf :: Semiring -> Manifold -> [Integer]
rowsOf semiring (Manifold from rows) = scanl (split semiring) (1 `shiftL` (bits semiring * from)) (map (spread (bits semiring)) rows)

-- | What splitters do to a row; they are given by a mask of their columns.
split :: Semiring -> Integer -> Integer -> Integer
split (Semiring add k) row splitting = ((row `xor` hit) `add` (hit `shiftL` k)) `add` (hit `shiftR` k)
  where
    hit = row .&. splitting

-- | The number with each bit of another so many times, by Horner's rule, eight bits at a time.
spread :: Int -> Integer -> Integer
spread 1 = id
spread k = foldl' (\number byte -> number `shiftL` (8 * k) .|. table V.! byte) 0 . bytes
  where
    table = V.generate 256 (foldl' times 0 . bitsOf)
    times number bit = number `shiftL` k .|. (if bit then 1 `shiftL` k - 1 else 0)
    bitsOf byte = [testBit (byte :: Int) place | place <- [7, 6 .. 0]]
    bytes = reverse . unfoldr (\rest -> if rest == 0 then Nothing else Just (fromInteger (rest .&. 255), rest `shiftR` 8))

-- | A row as a number in base 2, in which a splitter is 1; sixty columns at a time are a machine number.
binary :: Text -> Integer
binary row
  | B.null row = 0
  | otherwise = binary before `shiftL` B.length piece .|. toInteger (foldl' digit 0 (map (byteAt piece) [0 .. B.length piece - 1]))
  where
    (before, piece) = B.splitAt (B.length row - 60) row
    digit number byte = 2 * number + (if byte == 94 then 1 else 0) :: Int

parse :: Text -> Either InvalidInput Manifold
parse text = case B.split '\n' text of
  first : rows
    | B.length first <= 2000 && B.count 'S' first == 1 && B.count '.' first == width - 1 ->
      Manifold (width - 1 - fromMaybe 0 (B.elemIndex 'S' first)) . filter (/= 0) <$> traverse splits (zip [2 ..] rows)
    where
      width = B.length first
      splits (number, row)
        | B.length row == width && number <= 2000 && B.count '.' row + popCount columns == width && apart = Right columns
        | otherwise = Left (InvalidInput number "expected a row as long as the first, of . and of ^ apart from each other and the edges, at most 2000")
        where
          columns = if B.elem '^' row then binary row else 0
          apart = columns .&. (2 * columns .|. 1 .|. 1 `shiftL` (width - 1)) == 0
  _ -> Left (InvalidInput 1 "expected a row of . with one S, at most 2000 long")
