-- | An Elephant Named Joseph: a place is pulled back from a small circle to larger ones, and goes along lines.
--
-- After a turn the circle is one smaller, and counted from whose turn it is. A place there was another one before: moved on by
-- one, or by two from the gap on. So the last elf's place is pulled back from a circle of one to any. Where the gap
-- comes to the place, or the place to the end, a line ends. Lines are unfolded lazily, up to the one that a number is on.
module Aoc2016.Day19 (parse, part1, part2, Line (..), next, across, pieces, place) where

import Threefold.Contract
import Threefold.Reading

parse :: Text -> Either InvalidInput Int
parse = whole (lineOf "expected a number from 1 to 1000000000" (valid (positive <$> natural 1000000000)))
  where
    positive number = if number > 0 then Just number else Nothing

part1 :: Int -> Int
part1 count = 1 + place (pieces next) count

part2 :: Int -> Int
part2 count = 1 + place (pieces across) count

-- | From so many elves on, the winner's place, from 0, and by how much it grows with each elf.
data Line = Line {elves :: !Int, first :: !Int, slope :: !Int}
  deriving stock (Eq, Show)

-- | In a circle of so many, a place is before the gap. For how many more elves, one by one, does the gap stay after it?
type Ahead = Int -> Int -> Int

-- | The elf at 0 takes from place 1, before which there is no other.
next :: Ahead
next _ _ = 0

-- | It takes from the place at half the circle, which moves on by one for two elves.
across :: Ahead
across count at = max 0 (count - 2 * at - 2)

-- | The lines, from a circle of one on: of slope 1 as long as the gap is after the place, and of slope 2 up to the circle's
-- end, which is its beginning.
pieces :: Ahead -> [Line]
pieces ahead = go 1 0
  where
    go count at = case ahead count at of
      0 -> Line count at 2 : go (2 * count - at) 0
      more -> Line count at 1 : go (count + more) (at + more)

-- | The winner's place in a circle of so many.
place :: [Line] -> Int -> Int
place found count = first line + slope line * (count - elves line)
  where
    line = last (takeWhile ((<= count) . elves) found)
