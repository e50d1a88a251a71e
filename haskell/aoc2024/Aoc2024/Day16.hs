-- | Reindeer Maze: one sum over all tiles answers both questions.
--
-- A best path through a state is a best one to it and a best one from it: distances from the two ends are added. Costs with how often they occur are a
-- monoid, in which the lower cost wins and equal ones count together; over the [tropical semiring](https://en.wikipedia.org/wiki/Tropical_semiring) this is the sum.
-- So the sum over all tiles of the cost through each is the best cost, and how many tiles have it.
module Aoc2024.Day16 (parse, part1, part2, Maze, Least (..), fromStart, fromEnd, through) where

import Control.DeepSeq (NFData)
import Control.Monad (foldM, forM_)
import Data.Bits (shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.List (isSubsequenceOf, sort)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, numbered)
import Threefold.Unsafe (unsafeRead, unsafeWrite)

-- | From a tile to the one below; S and E; and for each tile a state for going left or right and one for up or down: unknown,
-- or -1 where that leads nowhere, and at S, to which nobody comes back. As nobody turns round elsewhere, axes take the place of directions.
data Maze = Maze !Int !Int !Int !(U.Vector Int)
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Maze
parse text = do
  ends <- foldM row [] (numbered text)
  case sort ends of
    [('E', end), ('S', start)] | B.all (`elem` ("#\n" :: String)) (B.drop (B.length text - width) text) -> Right (Maze below start end (states start))
    _ -> wrong (1 + B.count '\n' text)
  where
    width = B.length (B.takeWhile (/= '\n') text)
    below = width + 1
    wrong number = Left (InvalidInput number "expected a row of # and . as long as the first, at most 300, with walls around, one S and one E, in at most 300 rows")
    row ends (number, tiles)
      | B.length tiles == width && width >= 3 && max width number <= 300 && walled && single = Right ends'
      | otherwise = wrong number
      where
        walled = if number == 1 then B.all (== '#') tiles else B.head tiles == '#' && B.last tiles == '#'
        ends' = [(B.index tiles column, below * (number - 1) + column) | B.count '#' tiles + B.count '.' tiles < width, column <- B.findIndices (`notElem` ("#." :: String)) tiles] <> ends
        single = sort (map fst ends') `isSubsequenceOf` "ES"
    open tile = byteAt text tile > 35
    states start = U.generate (2 * B.length text) $ \state ->
      let tile = state `shiftR` 1
          by = if even state then 1 else below
       in if open tile && (open (tile - by) || open (tile + by)) && tile /= start then unknown else -1

unknown :: Int
unknown = 1 `shiftL` 30

-- | What it costs to each state from S, where a step to the right needs no turn, one up or down needs one, and one to the left two; and from E.
fromStart, fromEnd :: Maze -> U.Vector Int
fromStart maze@(Maze below start _ _) = distances maze [(1, 2 * start + 2), (1001, 2 * (start - below) + 1), (1001, 2 * (start + below) + 1), (2001, 2 * start - 2)]
fromEnd maze@(Maze _ _ end _) = distances maze [(0, 2 * end), (0, 2 * end + 1)]

-- | What it costs to get to each state from some, which are given with their costs, the least first. What waits is in one of two queues, for steps
-- and for turns: all that comes into one costs as much more than what was taken last, so that both are in order.
distances :: Maze -> [(Int, Int)] -> U.Vector Int
distances (Maze below _ _ states) given = U.create $ do
  known <- U.thaw states
  steps <- M.new (U.length states + 1)
  turns <- M.new (U.length states + 1)
  let starts = [(cost, state) | (cost, state) <- given, states U.! state == unknown]
      reach queue to cost state = do
        -- unsafe: what has been reached has states on all sides
        before <- unsafeRead known state
        -- unsafe: the same, and each state comes into a queue once at most
        unsafeWrite queue to (pack cost state)
        -- unsafe: as before. Whether it is better is chance, and to write it anyway costs less than a misprediction.
        unsafeWrite known state (before + better (cost - before))
        pure (to - (cost - before) `shiftR` 63)
      -- unsafe: the place is one that has been written
      front queue at to = if at == to then pure maxBound else unsafeRead queue at
      go early !at !to !at' !to' = do
        step <- front steps at to
        turn <- front turns at' to'
        if
            | (cost, state) : later <- early, pack cost state < min step turn -> visit later at to at' to' cost state
            | step < turn -> visit early (at + 1) to at' to' (step `shiftR` 32) (step .&. 0xffffffff)
            | turn < maxBound -> visit early at to (at' + 1) to' (turn `shiftR` 32) (turn .&. 0xffffffff)
            | otherwise -> pure known
      visit early at to at' to' !cost !state = do
        -- unsafe: the state has been reached
        best <- unsafeRead known state
        if best < cost
          then go early at to at' to'
          else do
            let by = if even state then 2 else 2 * below
            next <- reach steps to (cost + 1) (state - by)
            next' <- reach steps next (cost + 1) (state + by)
            go early at next' at' =<< reach turns to' (cost + 1000) (state `xor` 1)
  forM_ starts $ \(cost, state) -> M.write known state cost
  go starts 0 0 0 (0 :: Int)
  where
    better less = less .&. (less `shiftR` 63)
    pack cost state = cost `shiftL` 32 .|. state :: Int

-- | A cost, and how many have it.
data Least = Least !Int !Int
  deriving stock (Eq, Show)

instance Semigroup Least where
  Least a m <> Least b n = case compare a b of
    LT -> Least a m
    EQ -> Least a (m + n)
    GT -> Least b n

-- | Beyond 'unknown' there is nothing.
instance Monoid Least where
  mempty = Least unknown 0

-- | The cost of a path through each tile but S, which has none.
through :: U.Vector Int -> U.Vector Int -> U.Vector Int
through before after = U.generate (U.length before `quot` 2) (\tile -> min (cost (2 * tile)) (cost (2 * tile + 1)))
  where
    cost state = let a = before U.! state in if a < 0 then unknown else a + after U.! state

best :: Maze -> Either NoAnswer Least
best maze = if cost < unknown then Right found else Left (NoAnswer "no way leads from S to E")
  where
    found@(Least cost _) = U.foldl' (\least each -> least <> Least each 1) mempty (through (fromStart maze) (fromEnd maze))

part1 :: Maze -> Either NoAnswer Int
part1 maze = (\(Least cost _) -> cost) <$> best maze

part2 :: Maze -> Either NoAnswer Int
part2 maze = (\(Least _ tiles) -> tiles + 1) <$> best maze
