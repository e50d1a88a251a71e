{-# LANGUAGE TemplateHaskell #-}

-- | Dirac Dice: a player is a stream, and a game is two streams zipped.
--
-- Nothing that a player does changes anything for the other, so each plays alone, and is the stream of what there
-- is before the first turn, after it, and so on: scores in part 1, and in part 2 the number of universes where the
-- goal is not reached yet. The game takes turns from both.
--
-- Streams depend on the space where they start, one of ten. So the compiler unfolds those of part 2.
module Aoc2021.Day21
  ( parse,
    part1,
    part2,
    Starts (..),
    goingOn,
    ended,
    wins,
  )
where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (Reader, lineOf, natural, tag, valid, whole)

-- | The spaces, from 0.
data Starts = Starts !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | In the stream of the game the loser's score is the one before the winner's.
part1 :: Starts -> Int
part1 (Starts start1 start2) =
  head [loser * rolls | (rolls, loser, winner) <- zip3 [3, 6 ..] game (drop 1 game), winner >= 1000]
  where
    game = 0 : scores 6 start1 `inTurn` scores 15 start2
    inTurn (score : mine) theirs = score : inTurn theirs mine
    inTurn [] theirs = theirs

-- | A player's scores after each turn, from the sum of the first three rolls. The next turn's is 18 more: that the
-- die has a hundred sides makes no difference on a board of ten spaces.
scores :: Int -> Int -> [Int]
scores = go 0
  where
    go !score !rolls !space = score' : go score' (rolls + 18) space'
      where
        space' = (space + rolls) `rem` 10
        score' = score + space' + 1

part2 :: Starts -> Int
part2 (Starts start1 start2) = max (first `wins` second) (second `wins` drop 1 first)
  where
    (first, second) = (goingOn !! start1, goingOn !! start2)

-- | In how many universes does a player win, whose turns come after those of the other stream?
wins :: [Int] -> [Int] -> Int
wins mine theirs = sum (zipWith (*) (ended mine) theirs)

-- | How many universes does each turn end? What it splits, times 27, less what goes on.
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
parse = whole (Starts <$> startOf "1" <*> startOf "2")

-- | Where a player starts.
startOf :: Text -> Reader Int
startOf player =
  lineOf ("expected player " <> B.unpack player <> "'s starting position, from 1 to 10") . valid $
    space <$> (tag "Player " *> tag player *> tag " starting position: " *> natural 10)
  where
    space number = if number > 0 then Just (number - 1) else Nothing
