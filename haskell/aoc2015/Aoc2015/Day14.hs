-- | Reindeer Olympics: functions into a semigroup are a semigroup, and so are races.
--
-- The larger of two places is an associative operation. So is, second by second, that of two
-- functions from seconds to places; the furthest place as a function is the sum of the herd's.
-- A function that is asked everywhere may as well be the table of its values: it is
-- representable, and to look something up is a homomorphism.
module Aoc2015.Day14 (parse, part1, part2, Reindeer, place, Race, race, at, seconds) where

import Control.Monad.ST (ST)
import Data.Char (isAsciiLower, isAsciiUpper)
import Data.Semigroup (Max (..))
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Reading

-- | Speed, and for how many seconds it flies and rests.
type Reindeer = (Int, Int, Int)

seconds :: Int
seconds = 2503

parse :: Text -> Either InvalidInput (U.Vector Reindeer)
parse = linesOf wrong ((,,) <$ name <* tag " can fly " <*> count <* tag " km/s for " <*> count <* tag resting <*> count <* tag " seconds.")
  where
    name = word (\sign -> isAsciiLower sign || isAsciiUpper sign)
    count = valid ((\number -> if number > 0 then Just number else Nothing) <$> natural 999)
    resting = " seconds, but then must rest for "
    wrong = "expected a line as Dancer can fly 12 km/s for 4 seconds, but then must rest for 30 seconds., numbers from 1 to 999"

-- | Where is a reindeer after so many seconds?
place :: Reindeer -> Int -> Int
place (speed, flies, rests) second = speed * (rounds * flies + min flies more)
  where
    (rounds, more) = second `quotRem` (flies + rests)

-- | A function of seconds, from the first to the last.
newtype Race = Race (U.Vector Int)
  deriving stock (Eq, Show)

instance Semigroup Race where
  Race a <> Race b = Race (U.zipWith max a b)

-- | The race of one reindeer. What is left of a flight is above 0, of a rest below.
race :: Reindeer -> Race
race (speed, flies, rests) = Race (U.create (M.new seconds >>= \table -> table <$ fill table 0 0 flies))
  where
    fill :: M.MVector s Int -> Int -> Int -> Int -> ST s ()
    fill table !second !here !left
      | second == seconds = pure ()
      | left > 0 = M.write table second there >> fill table (second + 1) there (if left == 1 then negate rests else left - 1)
      | otherwise = M.write table second here >> fill table (second + 1) here (if left == -1 then flies else left + 1)
      where
        there = here + speed

-- | The value after so many seconds.
at :: Race -> Int -> Int
at (Race places) second = places U.! (second - 1)

part1 :: U.Vector Reindeer -> Int
part1 herd = getMax (foldr1 (<>) (map (\one -> Max . place one) (U.toList herd)) seconds)

part2 :: U.Vector Reindeer -> Int
part2 herd = maximum (map (agreeing (foldr1 (<>) races)) races)
  where
    races = map race (U.toList herd)

-- | At how many seconds are two functions equal?
agreeing :: Race -> Race -> Int
agreeing (Race a) (Race b) = U.sum (U.zipWith (\one other -> if one == other then 1 else 0) a b)
