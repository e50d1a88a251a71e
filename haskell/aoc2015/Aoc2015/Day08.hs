-- | Matchsticks: one grammar of signs, which is read in part 1 and written in part 2.
--
-- A 'Sign' knows both directions, and alternatives are combined in both at once: what is written
-- is read again. The length of joined texts is the sum of their lengths, a homomorphism
-- of monoids, so neither direction has to build a text.
module Aoc2015.Day08 (parse, part1, part2, List, Sign (..), sign, quoted) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.Char (digitToInt, intToDigit)
import Data.Foldable (fold)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | Strings as they are written, and how many signs each holds.
data List = List !Text !(U.Vector Int)
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | How a character is read, and how it is written if it can be.
data Sign = Sign {reading :: Reader Char, writing :: Char -> Maybe Text}

-- | The one or the other; the first that can write a character does.
orElse :: Sign -> Sign -> Sign
orElse (Sign r w) (Sign r' w') = Sign (r <|> r') (\c -> w c <|> w' c)
{-# INLINE orElse #-}

plain, backslash, quote, code :: Sign
plain = Sign (char isPlain) (\c -> if isPlain c then Just (B.singleton c) else Nothing)
  where
    isPlain c = 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
backslash = Sign ('\\' <$ tag "\\\\") (\c -> if c == '\\' then Just "\\\\" else Nothing)
quote = Sign ('"' <$ tag "\\\"") (\c -> if c == '"' then Just "\\\"" else Nothing)
code = Sign (both <$> (tag "\\x" *> digit) <*> digit) (Just . shown . fromEnum)
  where
    digit = digitToInt <$> char (\c -> '0' <= c && c <= '9' || 'a' <= c && c <= 'f')
    both high low = toEnum (16 * high + low)
    shown number = B.pack ['\\', 'x', intToDigit (number `quot` 16), intToDigit (number `rem` 16)]
{-# INLINE plain #-}
{-# INLINE backslash #-}
{-# INLINE quote #-}
{-# INLINE code #-}

sign :: Sign
sign = plain `orElse` backslash `orElse` quote `orElse` code
{-# INLINE sign #-}

-- | A text as a string.
quoted :: Text -> Text
quoted text = B.concat (["\""] <> map (fold . writing sign) (B.unpack text) <> ["\""])

parse :: Text -> Either InvalidInput List
parse text = List text <$> linesOf wrong (tag "\"" *> signs 0 <* tag "\"") text
  where
    signs :: Int -> Reader Int
    signs !before = ((True <$ reading sign) <|> pure False) >>= \more -> if more then signs (before + 1) else pure before
    wrong = "expected a string in double quotes, of small letters, digits, \\\\, \\\" and codes as \\x27"

part1 :: List -> Int
part1 (List text held) = written - U.sum held
  where
    written = B.length text - (U.length held - 1)

part2 :: List -> Int
part2 (List text held) = 2 * U.length held + sum [more c | at <- [0 .. B.length text - 1], let c = byteAt text at, c /= 10]
  where
    more c = widths V.! fromIntegral c - 1
    -- Of the signs, only those in the text are looked at.
    widths = V.generate 256 (maybe 0 B.length . writing sign . toEnum)
