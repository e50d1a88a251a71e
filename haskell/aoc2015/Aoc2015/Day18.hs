-- | Like a GIF For Your Yard: a circuit over any Boolean algebra.
--
-- The rule is built of full adders, which are made of and, or, exclusive or. These make sense in every
-- 'Bits': in 'Bool' the circuit is the rule of one light, in 'Integer' that of all lights
-- at once, a bit for each, and neighbours are the same number shifted by a light or by a row.
-- A law goes through all 512 neighbourhoods in 'Bool'; the whole grid runs as one number.
module Aoc2015.Day18 (parse, part1, part2, added, rule, Grid (..), gridOf, step) where

import Control.DeepSeq (NFData)
import Data.Bits (Bits, bit, popCount, setBit, shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (grid)

-- | The width, all places, and the lights that are on, a bit for each, row after row. Between two rows a place is left out.
data Grid = Grid !Int !Integer !Integer
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Grid
parse text = do
  (width, height) <- grid 1000 wrong (\byte -> byte == 35 || byte == 46) text
  pure (gridOf width height (bits text 0 (B.length text)))
  where
    wrong = "expected a row of # and ., all of one length, at most 1000 by 1000"

-- | All places are a row times a geometric series.
gridOf :: Int -> Int -> Integer -> Grid
gridOf width height = Grid width ((bit width - 1) * ((bit (height * (width + 1)) - 1) `quot` (bit (width + 1) - 1)))

-- | The bits of a stretch of bytes, the first the lowest; a half at a time, so that few numbers are long.
bits :: Text -> Int -> Int -> Integer
bits text from to
  | to - from <= 60 = toInteger (word 0 (to - 1))
  | otherwise = bits text from middle .|. bits text middle to `shiftL` (middle - from)
  where
    middle = (from + to) `quot` 2
    word :: Int -> Int -> Int
    word !found !at
      | at < from = found
      | otherwise = word (2 * found + (if byteAt text at == 35 then 1 else 0)) (at - 1)

-- | The sum of three bits and its carry.
added :: (Bits b) => b -> b -> b -> (b, b)
added a b c = (both `xor` c, a .&. b .|. both .&. c)
  where
    both = a `xor` b
{-# INLINE added #-}

-- | Three lights above, three in the middle, three below: is the one in the middle on next?
-- It is if three of all nine are, or four and itself. Ones and twos of a count are equal in 0, 3, 4, 7 and 8; of these,
-- twos and fours differ in 3 and 4.
rule :: (Bits b) => (b, b) -> (b, b) -> (b, b) -> b -> b
rule (one, two) (one', two') (one'', two'') here = candidates `xor` (candidates .&. (ones `xor` sum' `xor` carry))
  where
    (ones, carry) = added one one' one''
    (sum', four) = added two two' two''
    -- Twos are sum' + carry without a carry of their own, which is added to four.
    candidates = (ones .|. here) .&. ((sum' .|. carry) `xor` four)
{-# INLINE rule #-}

step :: Grid -> Grid
step (Grid width places lights) = Grid width places (rule (above sums) sums (below sums) lights .&. places)
  where
    sums = added (lights `shiftL` 1) lights (lights `shiftR` 1)
    above (one, two) = (one `shiftL` (width + 1), two `shiftL` (width + 1))
    below (one, two) = (one `shiftR` (width + 1), two `shiftR` (width + 1))

-- | How many lights are on after all steps, if each time something is done to them?
lit :: (Grid -> Grid) -> Grid -> Int
lit change = count . (!! 100) . iterate (change . step) . change
  where
    count (Grid _ _ lights) = popCount lights

part1 :: Grid -> Int
part1 = lit id

part2 :: Grid -> Int
part2 start@(Grid width all' _) = lit stuck start
  where
    stuck (Grid _ places lights) = Grid width places (lights .|. corners)
    corners = foldl' setBit 0 [0, width - 1, final - width + 1, final]
    final = popCount all' `quot` width * (width + 1) - 2
