-- | Plutonian Pebbles: a blink, transposed, acts on what is asked and not on the stones.
--
-- A blink is a linear map B of counts: those of the stones become those of their successors. To ask how many stones there are is a
-- functional f, which is 1 for each of them. What f says n blinks later is what Bᵀⁿ f says now: the
-- [transpose](https://en.wikipedia.org/wiki/Transpose_of_a_linear_map) turns a question about the next line into one about this line. No
-- stone moves; the question comes back to where they are.
module Aoc2024.Day11 (parse, part1, part2, Split (..), split, Blink (..), blinkOf, pulled) where

import Control.Monad (forM_, guard)
import Control.Monad.ST (ST, runST)
import Data.Bits (bit, shiftR, (.&.))
import Data.Maybe (fromMaybe)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex, unsafeRead, unsafeWrite)

parse :: Text -> Either InvalidInput (U.Vector Int)
parse = whole (lineOf "expected 1 to 1000 numbers to 999999999999 with a space between two" (valid (few . U.fromList <$> sepBy (natural 999999999999) ' ')))
  where
    few stones = stones <$ guard (U.length stones <= 1000)

-- | After how many blinks a stone becomes two, and which. It is multiplied twice at most, and from twelve digits on not at all.
data Split = Split !Int !Int !Int
  deriving stock (Eq, Show)

split :: Int -> Split
split number = if number == 0 then go 2 1 10 10 else go 1 number 10 10
  where
    -- A stone from the least on, and below ten times as much, has two digits for each zero of the power.
    go !wait !stone !power !least
      | stone < least = go (wait + 1) (stone * 2024) power least
      | stone < 10 * least = Split wait (stone `quot` power) (stone `rem` power)
      | otherwise = go wait stone (10 * power) (100 * least)

-- | For each place those of the two that follow it. A stone has three: of itself when it splits in three blinks, in two, in one.
data Blink = Blink {left :: !(U.Vector Int), right :: !(U.Vector Int)}

-- | The places of the given stones, and the map for all that split within so many blinks. The last third of the places are splits; from
-- the others one goes on to the next third, which 'pulled' knows. Of halves that split later nothing is asked, so any place will do.
blinkOf :: Int -> U.Vector Int -> (U.Vector Int, Blink)
blinkOf blinks stones = fromRoom 12
  where
    fromRoom bits = fromMaybe (fromRoom (bits + 2)) (closure bits blinks stones)

-- | The same, if there is room for so many stones. First come those that split in one blink, then those of the next, and so on.
closure :: Int -> Int -> U.Vector Int -> Maybe (U.Vector Int, Blink)
closure bits blinks stones = runST $ do
  table <- Table <$> M.replicate (bit (bits + 1)) (-1) <*> M.new (bit (bits + 1))
  halves <- M.replicate (bit bits) (1, 1)
  let go !blink (New number x y : now) !queue = do
        Entered queue1 a <- entered table queue x
        Entered queue2 b <- entered table queue1 y
        M.write halves number (a, b)
        if size queue2 >= bit bits - 1 then pure Nothing else go blink now queue2
      go blink [] (Queue count now next later)
        | blink < blinks = go (blink + 1) now (Queue count next later [])
        | otherwise = do
          first <- U.mapM (fmap code . entered table (Queue count [] [] [])) stones
          (a, b) <- U.unzip <$> U.freeze (M.take count halves)
          let place at = at `shiftR` 2 + (3 - at .&. 3) * count
          pure (Just (U.map place first, Blink (U.map place a) (U.map place b)))
  U.foldM (\queue stone -> queue' <$> entered table queue stone) (Queue 0 [] [] []) stones >>= go 0 []

-- | Stones that split, with their numbers.
data New = New !Int !Int !Int

-- | How many have been numbered, and which of them split in one blink, in two, in three.
data Queue = Queue {size :: !Int, _next :: [New], _later :: [New], _last :: [New]}

-- | Four times the number of a stone, and how long it waits.
data Entered = Entered {queue' :: !Queue, code :: !Int}

-- | Stones, or -1, and what is known of them.
data Table s = Table !(M.MVector s Int) !(M.MVector s Int)

-- | Looks a stone up by open addressing, and numbers it if it is new.
entered :: Table s -> Queue -> Int -> ST s Entered
entered (Table keys codes) queue@(Queue count a b c) stone = probe (fromIntegral ((fromIntegral stone * 0x9e3779b97f4a7c15 :: Word) `shiftR` 40))
  where
    probe start =
      M.read keys at >>= \key ->
        if
            | key == stone -> Entered queue <$> M.read codes at
            | key >= 0 -> probe (at + 1)
            | otherwise -> Entered more (4 * count + wait) <$ M.write keys at stone <* M.write codes at (4 * count + wait)
      where
        at = start .&. (M.length keys - 1)
    Split wait x y = split stone
    new = New count x y
    more
      | wait == 1 = Queue (count + 1) (new : a) b c
      | wait == 2 = Queue (count + 1) a (new : b) c
      | otherwise = Queue (count + 1) a b (new : c)

-- | The transpose, so many times: what a functional of a later line is for this one. Two thirds of it are thirds of the one before.
pulled :: Int -> Blink -> U.Vector Int -> U.Vector Int
pulled blinks (Blink a b) f = U.drop (blinks * count) $
  U.create $ do
    values <- M.new ((blinks + 3) * count)
    U.copy (M.take (3 * count) values) f
    let line !from !stone
          | stone < count = do
            -- unsafe: a functional has a value for each place, and each is below three times the count
            one <- unsafeRead values (from + unsafeIndex a stone)
            other <- unsafeRead values (from + unsafeIndex b stone)
            unsafeWrite values (from + 3 * count + stone) (one + other)
            line from (stone + 1)
          | otherwise = pure ()
    values <$ forM_ [0 .. blinks - 1] (\blink -> line (blink * count) 0)
  where
    count = U.length a

part1 :: U.Vector Int -> Int
part1 = afterBlinks 25

part2 :: U.Vector Int -> Int
part2 = afterBlinks 75

afterBlinks :: Int -> U.Vector Int -> Int
afterBlinks blinks stones = U.sum (U.map (pulled blinks blink (U.replicate (3 * U.length (left blink)) 1) U.!) places)
  where
    (places, blink) = blinkOf blinks stones
