-- | Reading what most inputs are made of: lines and numbers.
module Threefold.Reading (numbered, natural) where

import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import Threefold.Contract

-- | The lines of a text, each with its number from 1; a text without any is one empty line.
numbered :: Text -> [(Int, Text)]
numbered text
  | B.null text = [(1, text)]
  | otherwise = zip [1 ..] (B.split '\n' text)

-- | The number from 0 to a limit (below 10^18) that decimal digits spell, on a line; no sign,
-- no space, no underscore.
natural :: Int -> Int -> Text -> Either InvalidInput Int
natural limit number word = case B.readInt digits of
  _ | B.null word || not (B.all isDigit word) -> wrong
  _ | B.null digits -> Right 0
  Just (value, _) | B.length digits <= 18 && value <= limit -> Right value
  _ -> wrong
  where
    digits = B.take 19 (B.dropWhile (== '0') word)
    wrong = Left (InvalidInput number ("expected a number from 0 to " <> show limit))
{-# INLINE natural #-}
