-- | Dirac Dice: a player is a stream, and a game is two streams zipped.
--
-- Nothing that a player does changes anything for the other. So let each play alone, and write
-- down in how many universes the goal is not reached yet, before the first turn, after it, and so
-- on: a player is a stream. What a turn ends is what it splits, times 27, less what goes on. The
-- game takes turns from both streams. Player 1 wins in a turn in as many universes as it ends,
-- times those in which player 2 was going on a turn before; for player 2 it is the same turn. That
-- is the two streams zipped, and zipped again with one shifted.
--
-- The deterministic die has one universe, and a player's stream there is the scores. Three rolls in
-- a row add up to 9 n + 6 in the game's turn n, from 0, which is 6 - n on a circle of ten: a
-- player's rolls are a cycle of five, the spaces one of ten. What a cycle adds up to is known at
-- any place.
module Aoc2021.Day21
  ( parse,
    part1,
    part2,
    Starts (..),

    -- * The deterministic die
    Scores,
    scoresOf,
    after,
    turnsTo,

    -- * The three-sided die
    goingOn,
    ended,
    wins,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad.ST (runST)
import Data.Bits (unsafeShiftL, unsafeShiftR, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.List (elemIndex)
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract

-- | The spaces, from 0.
data Starts = Starts !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Starts -> Int
part1 (Starts start1 start2)
  | turns1 <= turns2 = (second `after` (turns1 - 1)) * 3 * (2 * turns1 - 1)
  | otherwise = (first `after` turns2) * 3 * (2 * turns2)
  where
    (first, second) = (scoresOf [6, 4, 2, 0, 8] start1, scoresOf [5, 3, 1, 9, 7] start2)
    (turns1, turns2) = (turnsTo 1000 first, turnsTo 1000 second)

-- | The scores after 0 to 9 turns, and what ten turns add to any score.
data Scores = Scores ![Int] !Int

-- | The scores of a player who starts on that space, with a cycle of five rolls, which twice over
-- lead back to it.
scoresOf :: [Int] -> Int -> Scores
scoresOf rolls start = Scores (init ten) (last ten)
  where
    ten = from 0 start (rolls <> rolls)
    from !score !space = \case
      [] -> [score]
      roll : others -> let !later = from (score + there + 1) there others in score : later
        where
          there = if space + roll < 10 then space + roll else space + roll - 10

-- | The score after so many turns.
after :: Scores -> Int -> Int
after (Scores scores ten) turns = tens * ten + scores !! more
  where
    (tens, more) = turns `quotRem` 10

-- | The number of turns that a score, at least 1, takes.
turnsTo :: Int -> Scores -> Int
turnsTo goal (Scores scores ten) = 10 * tens + length (takeWhile (<= below) scores)
  where
    (tens, below) = (goal - 1) `quotRem` ten

part2 :: Starts -> Int
part2 (Starts start1 start2) = max (first `wins` second) (second `wins` drop 1 first)
  where
    (first, second) = goingOn start1 start2

-- | In how many universes does a player win, whose turns come after those of the other stream?
wins :: [Int] -> [Int] -> Int
wins mine theirs = sum (zipWith (*) (ended mine) theirs)

-- | How many universes does each turn end?
ended :: [Int] -> [Int]
ended playing = zipWith (\before later -> 27 * before - later) playing (drop 1 playing)

-- | In how many universes are players going on who start on these spaces, each of them alone, after
-- 0, 1 and up to 10 turns, by when it's in none?
--
-- No number is above 2^23, so an 'Int' has room for both players: one counts ones, the other 2^32s.
goingOn :: Int -> Int -> ([Int], [Int])
goingOn start1 start2 = (map (.&. (other - 1)) both, map (`unsafeShiftR` 32) both)
  where
    other = 1 `unsafeShiftL` 32
    both = runST $ do
      -- Each score's ten spaces are there twice, so that seven in a row on the circle are in a row.
      universes <- M.replicate (20 * goal) 0
      let put at count = M.unsafeWrite universes at count *> M.unsafeWrite universes (at + 10) count
          get = M.unsafeRead universes
          -- From high scores to low ones, each of which only moves to higher ones. Two turns score
          -- 3 at least. The lowest are those of a turn before, by now empty, for what they led to
          -- is to be emptied too.
          turn number = from (min (goal - 2) (10 * (number - 1))) 0
            where
              lowest = 3 * (number - 2) `quot` 2
              from !score !total
                | score < lowest || score < 0 = pure total
                | otherwise = to 0 total
                where
                  to !space !sum'
                    | space == 10 || score + space + 1 >= goal = from (score - 1) sum'
                    | otherwise = do
                      let at = 20 * score + space
                      nine <- get (at + 1)
                      eight <- get (at + 2)
                      seven <- get (at + 3)
                      six <- get (at + 4)
                      five <- get (at + 5)
                      four <- get (at + 6)
                      three <- get (at + 7)
                      let count = three + nine + 3 * (four + eight) + 6 * (five + seven) + 7 * six
                      put (at + 20 * (space + 1)) count
                      to (space + 1) (sum' + count)
      put start1 1
      get start2 >>= put start2 . (+ other)
      first <- turn 1
      put start1 0 *> put start2 0
      ([1 + other, first] <>) <$> traverse turn [2 .. 10]
    goal = 21 :: Int

parse :: Text -> Either InvalidInput Starts
parse text = do
  start1 <- startOf 1 "Player 1 starting position: " first
  if B.null others then Left (InvalidInput 1 twoLines) else Right ()
  start2 <- startOf 2 "Player 2 starting position: " second
  if B.null more then Right (Starts start1 start2) else Left (InvalidInput 3 twoLines)
  where
    (first, others) = B.break (== '\n') text
    (second, more) = B.break (== '\n') (B.drop 1 others)
    twoLines = "expected two lines"

startOf :: Int -> Text -> Text -> Either InvalidInput Int
startOf player before line' =
  maybe wrong Right (B.stripPrefix before line' >>= (`elemIndex` numbers))
  where
    numbers = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
    wrong = Left (InvalidInput player expected)
    expected = "expected player " <> show player <> "'s starting position, from 1 to 10"
