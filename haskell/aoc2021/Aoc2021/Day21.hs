{-# LANGUAGE TemplateHaskell #-}

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
--
-- Streams depend on nothing but the space where they start, which is one of ten. So the compiler
-- unfolds them all, and only zips are left.
module Aoc2021.Day21
  ( parse,
    part1,
    part2,
    Starts (..),

    -- * The deterministic die
    Scores,
    scores,
    after,
    turnsTo,

    -- * The three-sided die
    goingOn,
    ended,
    wins,
  )
where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import Data.List (elemIndex)
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
    (first, second) = (fst scores !! start1, snd scores !! start2)
    (turns1, turns2) = (turnsTo 1000 first, turnsTo 1000 second)

-- | What ten turns add to any score, and the scores after 0 to 9 turns.
type Scores = (Int, [Int])

-- | Of player 1 and of player 2, by the space to start on.
scores :: ([Scores], [Scores])
scores =
  $( let landed space roll = (space + roll) `rem` 10
         spaces rolls start = map (+ 1) (drop 1 (scanl landed start (rolls <> rolls)))
         player :: [Int] -> [(Int, [Int])]
         player rolls = [(last ten, init ten) | ten <- map (scanl (+) 0 . spaces rolls) [0 .. 9]]
         players = (player [6, 4, 2, 0, 8], player [5, 3, 1, 9, 7])
      in [|players|]
   )

-- | The score after so many turns.
after :: Scores -> Int -> Int
after (ten, ones) turns = tens * ten + ones !! more
  where
    (tens, more) = turns `quotRem` 10

-- | The number of turns that a score, at least 1, takes.
turnsTo :: Int -> Scores -> Int
turnsTo goal (ten, ones) = 10 * tens + length (takeWhile (<= below) ones)
  where
    (tens, below) = (goal - 1) `quotRem` ten

part2 :: Starts -> Int
part2 (Starts start1 start2) = max (first `wins` second) (second `wins` drop 1 first)
  where
    (first, second) = (goingOn !! start1, goingOn !! start2)

-- | In how many universes does a player win, whose turns come after those of the other stream?
wins :: [Int] -> [Int] -> Int
wins mine theirs = sum (zipWith (*) (ended mine) theirs)

-- | How many universes does each turn end?
ended :: [Int] -> [Int]
ended playing = zipWith (\before later -> 27 * before - later) playing (drop 1 playing)

-- | In how many universes is a player going on after 0, 1, 2 turns and so on, until that's in none?
-- By the space to start on.
goingOn :: [[Int]]
goingOn =
  $( let goal = 21
         die = zip [3 ..] [1, 3, 6, 7, 6, 3, 1]
         -- A state is a score and a space in one number.
         turn :: IntMap.IntMap Int -> IntMap.IntMap Int
         turn states =
           IntMap.fromListWith
             (+)
             [ (10 * score' + space', universes * ways)
               | (state, universes) <- IntMap.toList states,
                 (roll, ways) <- die,
                 let space' = (state + roll) `rem` 10,
                 let score' = state `quot` 10 + space' + 1,
                 score' < goal
             ]
         alone start = takeWhile (not . IntMap.null) (iterate turn (IntMap.singleton start 1))
         players = [map sum (alone start) <> [0] | start <- [0 .. 9]]
      in [|players|]
   )

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
