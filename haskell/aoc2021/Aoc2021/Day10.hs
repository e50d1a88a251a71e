-- | Syntax Scoring: brackets act on numbers, and one that closes is the inverse of one that opens.
--
-- An opening bracket of kind k, from 1 to 4, takes x to 5 x + k. The one that closes it takes that back to x, and what is no
-- such number nowhere. So they act as they cancel in a line (like the generators of a
-- [bicyclic monoid](https://en.wikipedia.org/wiki/Bicyclic_semigroup) of several kinds), and a line takes 0 to its
-- open brackets in base five. To divide by 5 is to multiply, too, modulo 2^64: every bracket takes x to x times one number plus
-- another, and what is no whole number turns out larger than any that is.
module Aoc2021.Day10
  ( parse,
    part1,
    part2,
    along,
    score,
  )
where

import qualified Data.ByteString.Char8 as B
import Data.Either (lefts, rights)
import qualified Data.List as List
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Data.Word (Word8)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (linesOf, valid, word)
import Threefold.Unsafe (unsafeIndex)

-- | The factor and the summand, and the largest result; the factor is 0 if the byte is no bracket.
actions :: U.Vector (Word, Word, Word)
actions = U.replicate 256 (0, 0, 0) U.// zip (map fromEnum "([{<)]}>") (map opening [1 .. 4] <> map closing [1 .. 4])
  where
    opening kind = (5, kind, maxBound)
    closing kind = (fifth, negate (fifth * kind), 5 ^ (deepest - 1))
    fifth = 0xcccc_cccc_cccc_cccd

action :: Word8 -> (Word, Word, Word)
action byte = unsafeIndex actions (fromIntegral byte) -- unsafe: there are as many as bytes
{-# INLINE action #-}

-- | Where a line leads from a number, or its first wrong bracket.
along :: Text -> Word -> Either Word8 Word
along line = go 0
  where
    go !at !x
      | at == B.length line = Right x
      | x' > most = Left bracket
      | otherwise = go (at + 1) x'
      where
        bracket = byteAt line at
        (factor, summand, most) = action bracket
        x' = factor * x + summand

-- | What open brackets score: the last one is closed first, so its digit comes first.
score :: Word -> Word
score = List.foldl' (\total digit -> 5 * total + digit) 0 . List.unfoldr digits
  where
    digits x = if x == 0 then Nothing else let (rest, digit) = x `quotRem` 5 in Just (digit, rest)

part1 :: V.Vector Text -> Int
part1 = sum . map points . lefts . map (`along` 0) . V.toList
  where
    points bracket = head [found | (closing, found) <- zip ")]}>" [3, 57, 1197, 25137], fromEnum closing == fromIntegral bracket]

part2 :: V.Vector Text -> Either NoAnswer Integer
part2 notes
  | even (length scores) = Left (NoAnswer "there is no middle one of an even number of incomplete lines")
  | otherwise = Right (toInteger (List.sort scores !! (length scores `quot` 2)))
  where
    scores = map score (filter (> 0) (rights (map (`along` 0) (V.toList notes))))

parse :: Text -> Either InvalidInput (V.Vector Text)
parse = linesOf wrong (valid (shallow <$> word (isBracket . action . toEnum . fromEnum)))
  where
    wrong = "expected brackets, at most " <> show deepest <> " of them open at once"
    isBracket (factor, _, _) = factor > 0
    shallow line = if depth line <= deepest then Just line else Nothing

-- | How many brackets are open at once?
depth :: Text -> Int
depth line = go 0 0 0
  where
    go !at !open !most
      | at == B.length line = most
      | otherwise = go (at + 1) open' (max most open')
      where
        (factor, _, _) = action (byteAt line at)
        open' = if factor == 5 then open + 1 else open - 1

-- | 5 to this power is below 2^63.
deepest :: Int
deepest = 27
