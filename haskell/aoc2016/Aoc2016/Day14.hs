{-# LANGUAGE TemplateHaskell #-}
{-# OPTIONS_GHC -fno-cse #-}

-- | One-Time Pad: a hash and all that come after it are a stream, and streams are a comonad.
--
-- Whether a number is a key depends on its hash and on the future. 'extend' asks that of every place of the stream. So
-- the rule is written as it is told, and laziness decides how many hashes are made: a thousand beyond the last key. Two hashes
-- at a time are stretched by code that was made when this was compiled, as in day 4 of 2015.
module Aoc2016.Day14 (parse, part1, part2, Stream (..), extend, stretch, runs) where

import Aoc2016.Stretch
import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (bit, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower)
import Data.List (group)
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Hashes
import Threefold.Reading

-- | A salt, and how many times a hash is hashed again in part 2.
data Pad = Pad Int Text
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Pad
parse = whole (lineOf wrong (Pad <$> (valid (positive <$> natural 9999) <* tag " " <|> pure 2016) <*> valid (short <$> word isAsciiLower)))
  where
    wrong = "expected a salt of 1 to 40 small letters, perhaps after a number from 1 to 9999 and a space"
    positive number = if number > 0 then Just number else Nothing
    short salt = if B.length salt <= 40 then Just salt else Nothing

part1 :: Pad -> Int
part1 (Pad _ salt) = keys 0 salt !! 63

part2 :: Pad -> Int
part2 (Pad again salt) = keys again salt !! 63

-- | An element, and all that come after it.
data Stream a = a :> Stream a

-- | What a question to a stream answers, asked at each of its places.
extend :: (Stream a -> b) -> Stream a -> Stream b
extend ask stream@(_ :> later) = ask stream :> extend ask later

-- | The numbers that are keys.
keys :: Int -> Text -> [Int]
keys again salt = numbered 0 (extend isKey (hashes again salt))
  where
    numbered !number (is :> later) = if is then number : numbered (number + 1) later else numbered (number + 1) later

-- | Is the first digit that a hash has three times in a row five times in a row in one of the thousand after it?
isKey :: Stream Runs -> Bool
isKey (Runs three _ :> future) = three /= 0 && go (1000 :: Int) future
  where
    go left (Runs _ fives :> later) = left > 0 && (three .&. fives /= 0 || go (left - 1) later)

-- | As sets of digits, a bit each: the first that is there three times in a row, if any is, and all that are five times.
data Runs = Runs !Int !Int
  deriving stock (Eq, Show)

hashes :: Int -> Text -> Stream Runs
hashes again salt = go 0
  where
    go number = runs one :> (runs other :> go (number + 2))
      where
        (one, other) = stretch again (first number) (first (number + 1))
    first number = hashed (salt <> B.pack (show (number :: Int)))

runs :: Hash -> Runs
runs (Hash a b c d) = Runs (foldr const 0 (long 3)) (foldr (.|.) 0 (long 5))
  where
    long least = [bit (head run) | run <- alike, length run >= least]
    alike = group (concatMap digits [a, b, c, d])
    digits word = [fromIntegral (word `shiftR` place .&. 15) | place <- [4, 0, 12, 8, 20, 16, 28, 24]]

-- | Two hashes, hashed again so many times.
stretch :: Int -> Hash -> Hash -> (Hash, Hash)
stretch times (Hash one two three four) (Hash five six seven eight) = go times one two three four five six seven eight
  where
    go :: Int -> Word64 -> Word64 -> Word64 -> Word64 -> Word64 -> Word64 -> Word64 -> Word64 -> (Hash, Hash)
    go 0 !a !b !c !d !e !f !g !h = (Hash a b c d, Hash e f g h)
    go left !a !b !c !d !e !f !g !h =
      $$( againBoth
            [[||a||], [||b||], [||c||], [||d||]]
            [[||e||], [||f||], [||g||], [||h||]]
            (\(i, j, k, l) (m, n, o, p) -> [||go (left - 1) $$i $$j $$k $$l $$m $$n $$o $$p||])
        )
