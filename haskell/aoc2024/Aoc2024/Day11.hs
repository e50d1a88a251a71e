-- | Plutonian Pebbles: a blink, transposed, acts on what is asked and not on the stones.
--
-- A blink is a linear map B of counts: those of the stones become those of their successors. To ask how many stones there are is a
-- functional f, which is 1 for each of them. What f says n blinks later is what Bᵀⁿ f says now: the
-- [transpose](https://en.wikipedia.org/wiki/Transpose_of_a_linear_map) turns a question about the next line into one about this line. No
-- stone moves; the question comes back to where they are.
module Aoc2024.Day11 (parse, part1, part2, Split (..), split, Blink (..), blinkOf, pulled) where

import Control.Monad (guard)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex)

parse :: Text -> Either InvalidInput (U.Vector Int)
parse = whole (lineOf "expected 1 to 1000 numbers to 999999999999 with a space between two" (valid (few . U.fromList <$> sepBy (natural 999999999999) ' ')))
  where
    few stones = stones <$ guard (U.length stones <= 1000)

-- | After how many blinks a stone becomes two, and which. It is multiplied twice at most, and from twelve digits on not at all.
data Split = Split !Int !Int !Int
  deriving stock (Eq, Show)

split :: Int -> Split
split number = if number == 0 then go 2 1 10 else go 1 number 10
  where
    -- The power of ten has half as many zeros as the stone has digits, or is still too small.
    go !wait !stone !power
      | stone < power * power `quot` 10 = go (wait + 1) (stone * 2024) power
      | stone < power * power = Split wait (stone `quot` power) (stone `rem` power)
      | otherwise = go wait stone (10 * power)

-- | For each place those of the two that follow it. A stone has three: of itself when it splits in one blink, in two, in three.
data Blink = Blink {left :: !(U.Vector Int), right :: !(U.Vector Int)}

-- | The places of the given stones, and the map for what comes up before so many blinks are over. Its first third are splits. The
-- others go on to a place that is nearer to one, which 'pulled' knows. Of halves that come up later nothing is asked, so any place will do.
blinkOf :: Int -> U.Vector Int -> (U.Vector Int, Blink)
blinkOf blinks stones = (U.map place stones, Blink (successors (\(Split _ a _) -> a)) (successors (\(Split _ _ b) -> b)))
  where
    (known, found) = closure blinks (U.toList stones)
    size = IntMap.size known
    successors half = U.fromListN size (map (place . half) (reverse found))
    place stone = let (number, wait) = IntMap.findWithDefault 1 stone known `quotRem` 4 in number + (wait - 1) * size

-- | Four times the number of each stone, and how long it waits; and how all split, the last found first. They are found in the order of the
-- blinks: those of now, of the next, and so on.
closure :: Int -> [Int] -> (IntMap.IntMap Int, [Split])
closure blinks stones = go blinks IntMap.empty [] 0 stones [] [] []
  where
    go 0 known found _ _ _ _ _ = (known, found)
    go !left known found !size now a b c = case now of
      [] -> go (left - 1) known found size a b c []
      stone : rest
        | IntMap.member stone known -> go left known found size rest a b c
        | otherwise -> case split stone of
          new@(Split wait x y)
            | wait == 1 -> later (x : y : a) b c
            | wait == 2 -> later a (x : y : b) c
            | otherwise -> later a b (x : y : c)
            where
              later = go left (IntMap.insert stone (4 * size + wait) known) (new : found) (size + 1) rest

-- | The transpose: what a functional of the next line is for this one.
pulled :: Blink -> U.Vector Int -> U.Vector Int
-- unsafe: a functional has a value for each place
pulled (Blink a b) f = U.zipWith (\to also -> unsafeIndex f to + unsafeIndex f also) a b U.++ U.take (2 * U.length a) f

part1 :: U.Vector Int -> Int
part1 = afterBlinks 25

part2 :: U.Vector Int -> Int
part2 = afterBlinks 75

afterBlinks :: Int -> U.Vector Int -> Int
afterBlinks blinks stones = U.sum (U.map (asked U.!) places)
  where
    (places, blink) = blinkOf blinks stones
    asked = iterate (pulled blink) (U.replicate (3 * U.length (left blink)) 1) !! blinks
