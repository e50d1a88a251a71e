-- | How About a Nice Game of Chess?: passwords that are known in part are a monoid.
--
-- A hash tells a password at one place. Two such partial passwords are one: where both know a place, the earlier is right,
-- and one that knows nothing changes nothing. So the lazy stream of hashes becomes a stream of ever fuller passwords
-- by a scan, and the first that is full is the answer.
module Aoc2016.Day05 (parse, part1, part2, known) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (shiftR, xor, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Char (intToDigit, isAsciiLower, isDigit)
import qualified Data.IntMap.Strict as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Hashes
import Threefold.Reading

-- | A door's name, and how many zeroes a hash has to begin with.
data Door = Door Int Text
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Door
parse = whole (lineOf wrong (Door <$> (valid (few <$> char isDigit) <* tag " " <|> pure 5) <*> valid (short <$> word isAsciiLower)))
  where
    wrong = "expected a door's name of 1 to 40 small letters, perhaps after a digit from 1 to 5 and a space"
    short name = if B.length name <= 40 then Just name else Nothing
    few digit = lookup digit (zip ['1' .. '5'] [1 ..])

part1 :: Door -> Text
part1 door = B.pack (map fst (take 8 (found door)))

part2 :: Door -> Text
part2 door = B.pack (head (filter ((== 8) . length) (map M.elems (scanl (<>) mempty (map known (found door))))))

-- | What a place, as a hexadecimal digit, and what is there tell of a password. The library's monoid of maps keeps the earlier.
known :: (Char, Char) -> M.IntMap Char
known (place, shown) = M.fromList [(at, shown) | at <- [0 .. 7], place == intToDigit at]

-- | The two digits after the zeroes, of all hashes that begin with these.
found :: Door -> [(Char, Char)]
found (Door zeroes name) = [(digit zeroes first, digit (zeroes + 1) first) | (_, first) <- hits 0 zeroes name]

-- | One of the first eight digits. A word's first byte is its lowest, and a byte's first digit its higher half.
digit :: Int -> Word64 -> Char
digit place first = intToDigit (fromIntegral (first `shiftR` (4 * (place `xor` 1)) .&. 15))
