-- | Dragon Checksum: texts are what is asked of them, and to turn one is an anti-automorphism.
--
-- Of a text only its length is asked, and how many ones are before a place. So a text is its answers: these are known of
-- two texts in a row, which makes a monoid, and of a turned one, where the halves change places. Data for millions of
-- places are some twenty functions that call each other, and a question goes one way through them.
module Aoc2016.Day16 (parse, part1, part2, Digits (..), digits, turned, filled) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (bit, (.&.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | A state, and how many times 17 is doubled for the size of the second disk.
data Disk = Disk Int Text
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Disk
parse = whole (lineOf wrong (Disk <$> (valid (only (> 0) <$> natural 24) <* tag " " <|> pure 21) <*> valid (only short <$> word (\digit -> digit == '0' || digit == '1'))))
  where
    wrong = "expected a state of 1 to 1700 digits 0 and 1, perhaps after a number from 1 to 24 and a space"
    short state = B.length state <= 1700
    only may value = if may value then Just value else Nothing

part1 :: Disk -> Text
part1 (Disk _ state) = checksum 4 state

part2 :: Disk -> Text
part2 (Disk doublings state) = checksum doublings state

-- | The parities of seventeen stretches, each of a power of two of digits.
checksum :: Int -> Text -> Text
checksum doublings state = B.pack (zipWith parity counts (drop 1 counts))
  where
    counts = map (onesBefore (filled (17 * stretch) (digits state))) [0, stretch .. 17 * stretch]
    stretch = bit doublings
    parity one other = if even (other - one) then '1' else '0'

-- | What a state grows to, for at least so many places.
filled :: Int -> Digits -> Digits
filled places = until ((>= places) . size) (\state -> state <> digits "0" <> turned state)

-- | How many digits and ones there are, and how many ones are before a place.
data Digits = Digits {size :: !Int, ones :: !Int, onesBefore :: Int -> Int}

digits :: Text -> Digits
digits text = Digits (B.length text) (U.last sums) (sums U.!)
  where
    sums = U.scanl' (+) 0 (U.generate (B.length text) (\place -> fromIntegral (byteAt text place .&. 1)))

instance Semigroup Digits where
  a <> b = Digits (size a + size b) (ones a + ones b) (\place -> if place <= size a then onesBefore a place else ones a + onesBefore b (place - size a))

instance Monoid Digits where
  mempty = Digits 0 0 (const 0)

-- | From the end, with zeroes for ones.
turned :: Digits -> Digits
turned a = Digits (size a) (size a - ones a) (\place -> place - (ones a - onesBefore a (size a - place)))
