{-# LANGUAGE TemplateHaskell #-}
{-# OPTIONS_GHC -fno-cse #-}

-- | The Ideal Stocking Stuffer: MD5 is a program over any algebra of words, and one algebra is code.
--
-- Its interpreter in numbers is a loop with tables. In the algebra of code the loop runs when this is compiled, and
-- leaves a straight line of machine instructions: a staged program. Algebras have products, so the same program
-- hashes two numbers side by side; a processor has room for the second while the first waits.
module Aoc2015.Day04 (parse, part1, part2, hits) where

import Aoc2015.Md5
import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower, isDigit)
import Data.List (find)
import Data.Maybe (mapMaybe)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex, unsafeModify)

-- | A key, and how many zeroes part 1 asks for.
data Secret = Secret Text Int
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Secret
parse = whole (lineOf wrong (flip Secret <$> (valid (few <$> char isDigit) <* tag " " <|> pure 5) <*> valid (short <$> word isAsciiLower)))
  where
    wrong = "expected a key of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space"
    short key = if B.length key <= 40 then Just key else Nothing
    few digit = lookup digit (zip ['1' .. '5'] [1 ..])

part1 :: Secret -> Int
part1 (Secret key zeroes) = head (hits key zeroes)

part2 :: Secret -> Int
part2 (Secret key zeroes) = head (hits key (zeroes + 1))

-- | Numbers whose hashes begin with so many zeroes: the first of each thousand that has one.
hits :: Text -> Int -> [Int]
hits key zeroes = mapMaybe first [0 ..]
  where
    first 0 = find (\number -> firstWord (padded (key <> decimal number) U.!) fits) [1 .. 999]
    first thousands = (1000 * thousands +) <$> firstTail fits (B.length start) (padded (start <> "000"))
      where
        start = key <> decimal thousands
    decimal = B.pack . show
    fits hash = hash .&. mask == 0
    mask = foldr (\digit bits -> bits .|. 15 `shiftL` (4 * (digit + 1 - 2 * (digit `rem` 2)))) 0 [0 .. zeroes - 1] :: Word64

-- | The first of a thousand tails, three digits from a place on, with which a block's hash fits.
firstTail :: (Word64 -> Bool) -> Int -> U.Vector Word64 -> Maybe Int
firstTail fits place block = go 0
  where
    go tail'
      | tail' == 1000 = Nothing
      | otherwise = tried tail' (added tail') (added (tail' + 1))
    -- unsafe: a block has 16 words
    tried tail' !one !other = $$(twoAtOnce [||unsafeIndex one||] [||unsafeIndex other||] [||found tail'||])
    found tail' one other
      | fits one = Just tail'
      | fits other = Just (tail' + 1)
      | otherwise = go (tail' + 2)
    added tail' = U.modify (\words -> more words here shifted >> more words (here + 1) (shifted `shiftR` 32)) block
      where
        shifted = digits U.! tail' `shiftL` by
    more words at by' = unsafeModify words (+ by') at -- unsafe: the tail ends before the last word
    (here, by) = (place `quot` 4, 8 * (place `rem` 4))
{-# INLINE firstTail #-}

-- | The three digits of each tail, the first in the lowest byte.
digits :: U.Vector Word64
digits = U.generate 1000 (\tail' -> fromIntegral (tail' `quot` 100 + 256 * (tail' `quot` 10 `rem` 10) + 65536 * (tail' `rem` 10)))
