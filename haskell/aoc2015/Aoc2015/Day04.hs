-- | The Ideal Stocking Stuffer: MD5 is a program over any algebra of words, and one algebra is code.
--
-- Its interpreter in numbers is a loop with tables. In the algebra of code the loop runs when this is compiled, and
-- leaves a straight line of machine instructions: a staged program. Algebras have products, so the same program
-- hashes two numbers side by side; a processor has room for the second while the first waits.
module Aoc2015.Day04 (parse, part1, part2) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower, isDigit)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Hashes
import Threefold.Reading

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
part1 (Secret key zeroes) = least zeroes key

part2 :: Secret -> Int
part2 (Secret key zeroes) = least (zeroes + 1) key

-- | The least number whose hash begins with so many zeroes.
least :: Int -> Text -> Int
least zeroes key = fst (head (hits 1 zeroes key))
