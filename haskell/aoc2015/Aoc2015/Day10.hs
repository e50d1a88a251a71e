{-# OPTIONS_GHC -fno-full-laziness #-}

-- | Elves Look, Elves Say: each element has a stream of lengths, and the streams are defined by each other.
--
-- The lengths that come of an element are its own and then, step by step, the sums of the lengths that come of its parts. Said
-- for all strings at once these are equations between streams, each of which gives its first value
-- before it asks for others. So they have one solution, by [coinduction](https://en.wikipedia.org/wiki/Coinduction),
-- and laziness finds it, in an endless tree of which only what is asked for is ever made.
module Aoc2015.Day10 (parse, part1, part2, Digit (..), elements, said, Stream (..), lengths, tree, at) where

import Control.DeepSeq (NFData (..))
import qualified Data.ByteString.Char8 as B
import Data.List (foldl1')
import Threefold.Contract
import Threefold.Reading

data Digit = One | Two | Three
  deriving stock (Eq, Ord, Show, Enum, Bounded)

-- | Numbers without end.
data Stream = !Int :> Stream

-- | The lengths of what comes of a start. Both parts look into one stream.
newtype Start = Start Stream

instance NFData Start where
  rnf (Start (_ :> _)) = ()

parse :: Text -> Either InvalidInput Start
parse = whole (lineOf wrong (valid (fine <$> word (\digit -> '1' <= digit && digit <= '3'))))
  where
    fine digits
      | B.length digits <= 1000 && all ((< 4) . B.length) (B.group digits) = Just (Start (lengths (map digit (B.unpack digits))))
      | otherwise = Nothing
    digit sign = toEnum (fromEnum sign - fromEnum '1')
    wrong = "expected at most 1000 digits from 1 to 3, none of them more than three times in a row"

part1 :: Start -> Int
part1 (Start stream) = after 40 stream

part2 :: Start -> Int
part2 (Start stream) = after 50 stream

after :: Int -> Stream -> Int
after steps (first :> more) = if steps == 0 then first else after (steps - 1) more

-- | What is said of digits, of which at most three in a row are the same.
said :: [Digit] -> [Digit]
said (a : b : c : rest) | a == b && b == c = Three : a : said rest
said (a : b : rest) | a == b = Two : a : said rest
said (a : rest) = One : a : said rest
said [] = []

-- | Digits cut where those before and those after will never touch each other.
elements :: [Digit] -> [[Digit]]
elements [] = []
elements [digit] = [[digit]]
elements (digit : rest)
  | apart digit rest = [digit] : elements rest
  | otherwise = case elements rest of
    element : others -> (digit : element) : others
    [] -> []

-- | Is a digit, which will always be the last of its part, never the first of the rest?
apart :: Digit -> [Digit] -> Bool
apart Two rest = neverTwo rest
apart _ (Two : Two : rest) = null rest || neverTwo rest
apart _ _ = False

-- | Does what starts like this never start with a 2, however often it is said?
neverTwo :: [Digit] -> Bool
neverTwo (One : One : rest) = take 1 rest == [One]
neverTwo (One : digit : rest) = take 1 rest /= [digit]
neverTwo (Three : digit : rest) = digit /= Three && take 2 rest /= [digit, digit]
neverTwo digits = digits == [Three]

-- | How long what comes of digits is, from now on. No tree is shared between starts.
lengths :: [Digit] -> Stream
lengths start = together (elements start)
  where
    together parts = foldl1' plus (map (at known) parts)
    known = tree (\element -> length element :> together (elements (said element)))
    plus (a :> as) (b :> bs) = (a + b) :> plus as bs

-- | The values of a function of strings, by their first digit, their second and so on.
data Tree a = Tree a (Tree a) (Tree a) (Tree a)

tree :: ([Digit] -> a) -> Tree a
tree f = Tree (f []) (tree (f . (One :))) (tree (f . (Two :))) (tree (f . (Three :)))

at :: Tree a -> [Digit] -> a
at (Tree here one two three) digits = case digits of
  [] -> here
  One : rest -> at one rest
  Two : rest -> at two rest
  Three : rest -> at three rest
