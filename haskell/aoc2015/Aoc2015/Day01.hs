-- | Not Quite Lisp: brackets that meet cancel, and what is left is an element of the bicyclic monoid.
--
-- Crossing out @()@ leaves some closing brackets, then some opening ones. That is a homomorphism: the rest of
-- a text is the product of the rests of its parts. The closing ones are how far below its beginning
-- a text ever leads, so the rest of a half says in which half the basement is met.
module Aoc2015.Day01 (parse, part1, part2, Rest (..), rest, met) where

import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | So many closing brackets, then so many opening ones.
data Rest = Rest !Int !Int
  deriving stock (Eq, Show)

instance Semigroup Rest where
  Rest closing opening <> Rest closing' opening' = Rest (closing + closing' - pairs) (opening + opening' - pairs)
    where
      pairs = min opening closing'

instance Monoid Rest where
  mempty = Rest 0 0

parse :: Text -> Either InvalidInput Text
parse = whole (lineOf "expected 1 to 1000000 round brackets" (valid (short <$> word (\bracket -> bracket == '(' || bracket == ')'))))
  where
    short brackets = if B.length brackets <= 1000000 then Just brackets else Nothing

-- | What is left of a text.
rest :: Text -> Rest
rest text = foldl' (\before place -> before <> bracket (fromIntegral (byteAt text place))) mempty [0 .. B.length text - 1]
  where
    bracket byte = Rest (byte - 40) (41 - byte) -- 40 opens, 41 closes; a branch would be mispredicted half the time

part1 :: Text -> Int
part1 brackets = opening - closing
  where
    Rest closing opening = rest brackets

part2 :: Text -> Either NoAnswer Int
part2 brackets
  | Rest 0 _ <- rest brackets = Left (NoAnswer "the basement is never entered")
  | otherwise = Right (met mempty brackets)

-- | Where is the basement met first, in a text that leads there after one that does not?
met :: Rest -> Text -> Int
met before text
  | B.length text == 1 = 1
  | Rest 0 _ <- after = B.length half + met after other
  | otherwise = met before half
  where
    (half, other) = B.splitAt (B.length text `quot` 2) text
    after = before <> rest half
