-- | Resonant Collinearity: antinodes are mirror images, and a line is an orbit of two mirrors.
--
-- Places are mirrored at an antenna, as through a pinhole. One of two antennas mirrored at the other is an antinode of part 1. Two such mirrors
-- after each other are a translation, so the two generate an [infinite dihedral group](https://en.wikipedia.org/wiki/Infinite_dihedral_group), and
-- the orbit of one of them goes along the whole line: it is unfolded outwards, each place mirrored at the one after it. So that no place is
-- left out, the mirrors have to be neighbours on the line.
module Aoc2024.Day08 (parse, part1, part2, Place (..), mirrored, orbit, neighbour) where

import Control.DeepSeq (NFData)
import Control.Monad (forM_)
import qualified Data.ByteString.Char8 as B
import Data.List (minimumBy, tails, unfoldr)
import Data.Ord (comparing)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, lineAt)
import Threefold.Reading (grid)

data Place = Place !Int !Int
  deriving stock (Eq, Ord, Show, Generic)
  deriving anyclass (NFData)

-- | Width, height, and antennas by frequency.
data City = City !Int !Int ![[Place]]
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput City
parse text = case form of
  Right (width, height) | null crowded -> Right (City width height (map (map (placeOf (width + 1))) alike))
  _ -> Left (minimumBy (comparing line) ([bad | Left bad <- [form]] <> crowded))
  where
    form = grid 500 wrong (\byte -> byte == 46 || isSign byte) text
    crowded = [InvalidInput (lineAt text at) wrong | places <- alike, at <- take 1 (drop 30 places)]
    signs = U.filter (isSign . byteAt text) (U.enumFromN 0 (B.length text))
    alike = filter (not . null) (V.toList (V.accumulate (flip (:)) (V.replicate 256 []) (V.map (\at -> (fromEnum (byteAt text at), at)) (U.convert (U.reverse signs)))))
    placeOf long at = let (y, x) = at `quotRem` long in Place x y
    isSign byte = byte - 48 < 10 || byte - 65 < 26 || byte - 97 < 26
    wrong = "expected a row of . and letters or digits, as long as the first, each at most 30 times in all, at most 500 rows and columns"

-- | Where a place comes to lie, mirrored at another.
mirrored :: Place -> Place -> Place
mirrored (Place x y) (Place atX atY) = Place (2 * atX - x) (2 * atY - y)

-- | From the second place on outwards: each is the one before it, mirrored at the last.
orbit :: (Place -> Bool) -> Place -> Place -> [Place]
orbit has = curry (unfoldr (\(before, here) -> if has here then let !next = mirrored before here in Just (here, (here, next)) else Nothing))
{-# INLINE orbit #-}

-- | The place on the line to another that is next to one.
neighbour :: Place -> Place -> Place
neighbour (Place x y) (Place x' y') = Place (x + (x' - x) `quot` least) (y + (y' - y) `quot` least)
  where
    least = gcd (x' - x) (y' - y)

-- | At how many places is something that any two antennas of a frequency have?
antinodes :: ((Place -> Bool) -> Place -> Place -> [Place]) -> City -> Int
antinodes ofTwo = count
  where
    count (City width height alike) = U.length (U.filter id (marked (width * height) [width * y + x | places <- alike, a : others <- tails places, b <- others, Place x y <- ofTwo (has width height) a b]))
    has width height (Place x y) = 0 <= x && x < width && 0 <= y && y < height
{-# INLINE antinodes #-}

-- | Which of so many places are in a list?
marked :: Int -> [Int] -> U.Vector Bool
marked size places = U.create (M.replicate size False >>= \marks -> marks <$ forM_ places (\at -> M.write marks at True))
{-# INLINE marked #-}

part1 :: City -> Int
part1 = antinodes (\has a b -> filter has [mirrored a b, mirrored b a])

part2 :: City -> Int
part2 = antinodes (\has a b -> let next = neighbour a b in orbit has a next <> orbit has next a)
