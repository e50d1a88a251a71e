-- | Elves Look, Elves Say: each element has a stream of lengths, and the streams are defined by each other.
--
-- The lengths that come of an element are its own and then, step by step, the sums of the lengths that come of its parts. Said
-- for all elements at once these are equations between streams, each of which gives its first value
-- before it asks for others. So they have one solution, by [coinduction](https://en.wikipedia.org/wiki/Coinduction),
-- and laziness finds it.
module Aoc2015.Day10 (parse, part1, part2, elements, said, growth, reached) where

import Control.DeepSeq (NFData (..))
import qualified Data.ByteString.Char8 as B
import Data.List (foldl1', group)
import qualified Data.Map.Lazy as Lazy
import qualified Data.Map.Strict as Map
import Threefold.Contract
import Threefold.Reading

type Digits = [Int]

-- | A start, and how long what comes of it is after each step. The stream has no end, and both parts look into one.
data Start = Start Digits [Int]

instance NFData Start where
  rnf (Start digits _) = rnf digits

parse :: Text -> Either InvalidInput Start
parse = whole (lineOf wrong (valid (fine <$> word (\digit -> '1' <= digit && digit <= '3'))))
  where
    fine digits
      | B.length digits <= 1000 && all ((< 4) . B.length) (B.group digits) = Just (begun (map (subtract 48 . fromEnum) (B.unpack digits)))
      | otherwise = Nothing
    wrong = "expected at most 1000 digits from 1 to 3, none of them more than three times in a row"

begun :: Digits -> Start
begun digits = Start digits (together (map (lengths Map.!) parts))
  where
    parts = elements digits
    lengths = growth (reached parts)

part1 :: Start -> Int
part1 (Start _ lengths) = lengths !! 40

part2 :: Start -> Int
part2 (Start _ lengths) = lengths !! 50

-- | What is said of digits.
said :: Digits -> Digits
said digits = concat [[length run, head run] | run <- group digits]

-- | Digits cut where those before and those after will never touch each other.
elements :: Digits -> [Digits]
elements [] = []
elements [digit] = [[digit]]
elements (digit : rest)
  | apart digit rest = [digit] : elements rest
  | otherwise = case elements rest of
    element : others -> (digit : element) : others
    [] -> []

-- | Is a digit, which will always be the last of its part, never the first of the rest?
apart :: Int -> Digits -> Bool
apart 2 rest = neverTwo rest
apart _ (2 : 2 : rest) = null rest || neverTwo rest
apart _ _ = False

-- | Does what starts like this never start with a 2, however often it is said?
neverTwo :: Digits -> Bool
neverTwo (1 : 1 : rest) = take 1 rest == [1]
neverTwo (1 : digit : rest) = take 1 rest /= [digit]
neverTwo (3 : digit : rest) = digit /= 3 && take 2 rest /= [digit, digit]
neverTwo digits = digits == [3]

-- | What elements go on into, for all that come of some.
reached :: [Digits] -> Map.Map Digits [Digits]
reached = foldl add Map.empty
  where
    add known element
      | Map.member element known = known
      | otherwise = let parts = elements (said element) in foldl add (Map.insert element parts known) parts

-- | How long what comes of each element is, from now on.
growth :: Map.Map Digits [Digits] -> Map.Map Digits [Int]
growth parts = lengths
  where
    lengths = Lazy.mapWithKey (\element into -> length element : together (map (lengths Map.!) into)) parts

-- | Streams, added up.
together :: [[Int]] -> [Int]
together = foldl1' (zipWith (+))
