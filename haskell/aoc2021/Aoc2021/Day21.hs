-- | Dirac Dice: a player is a stream, and a game is two streams zipped.
--
-- Nothing that a player does changes anything for the other. So let each play alone, for ever, and
-- write down turn by turn in how many universes the goal is reached in it, and in how many it is
-- not reached by then: a player unfolds into a stream of turns. The game takes turns from both
-- streams. Player 1 wins in a turn in as many universes as the goal is reached in, times those in
-- which player 2 was still going on a turn before; for player 2 it is the same turn. That is the two
-- streams zipped, and zipped again with one shifted.
--
-- What is a die? All outcomes of a turn's rolls, each in so many universes. The deterministic die is
-- one too, it just has a single outcome, another one every turn. So a player is given a stream of dice,
-- and both parts are one function. Part 1 also asks for the loser's score, hence a turn knows the sum
-- of scores over all universes in which the player is going on; in part 1 that is one.
module Aoc2021.Day21
  ( parse,
    part1,
    part2,
    Die,
    Turn (..),
    alone,
    winning,
    landed,
  )
where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (numbered)

-- | What the rolls of a turn add up to, and in how many universes.
type Die = [(Int, Int)]

-- | In how many universes is the goal reached in this turn, and in how many not by then? What do the
-- scores in the latter add up to?
data Turn = Turn {done :: !Int, goingOn :: !Int, scores :: !Int}
  deriving stock (Eq, Show)

-- | A player who starts on a space and rolls these dice, turn by turn, up to that goal.
alone :: Int -> [Die] -> Int -> [Turn]
alone goal dice start = go dice (IntMap.singleton start 1)
  where
    -- A state is a score and a space, from 0, in one number.
    go (die : others) states = Turn (sum reached) (sum states') sums : go others states'
      where
        (states', reached) = IntMap.partitionWithKey (\state _ -> state < 10 * goal) after
        sums = sum [state `quot` 10 * universes | (state, universes) <- IntMap.toList states']
        after =
          IntMap.fromListWith
            (+)
            [ (state - space + 10 * (space' + 1) + space', universes * ways)
              | (state, universes) <- IntMap.toList states,
                let space = state `rem` 10,
                (roll, ways) <- die,
                let space' = landed space roll
            ]
    go [] _ = []

-- | The space so many after that one; both from 0.
landed :: Int -> Int -> Int
landed space roll = (space + roll) `rem` 10

-- | For each turn of a player, the other's last one before it; player 1 comes before all.
winning :: [Turn] -> [Turn] -> ([(Turn, Turn)], [(Turn, Turn)])
winning first second = (zip first (Turn 0 1 0 : second), zip second first)

-- | The spaces, from 0.
data Starts = Starts !Int !Int
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Starts -> Int
part1 (Starts start1 start2) = sum (zipWith won [1, 3 ..] wins1 <> zipWith won [2, 4 ..] wins2)
  where
    won turns (mine, theirs) = done mine * scores theirs * 3 * turns
    (wins1, wins2) = winning (player 0 start1) (player 1 start2)
    player turn = whole . alone 1000 [[(sum (map roll [3 * t .. 3 * t + 2]), 1)] | t <- [turn, turn + 2 ..]]
    roll number = number `rem` 100 + 1

part2 :: Starts -> Int
part2 (Starts start1 start2) = max (universes wins1) (universes wins2)
  where
    universes wins = sum [done mine * goingOn theirs | (mine, theirs) <- wins]
    (wins1, wins2) = winning (player start1) (player start2)
    player = whole . alone 21 (repeat (zip [3 ..] [1, 3, 6, 7, 6, 3, 1]))

-- | The turns up to that in which nobody is going on any more.
whole :: [Turn] -> [Turn]
whole turns = let (before, after) = span ((> 0) . goingOn) turns in before <> take 1 after

parse :: Text -> Either InvalidInput Starts
parse text = case numbered text of
  [first, second] -> Starts <$> startOf first <*> startOf second
  first : second : _ -> startOf first *> startOf second *> Left (InvalidInput 3 twoLines)
  lines' -> traverse startOf lines' *> Left (InvalidInput 1 twoLines)
  where
    twoLines = "expected two lines"

startOf :: (Int, Text) -> Either InvalidInput Int
startOf (player, line') = case lookup line' [(spelled space, space) | space <- [0 .. 9]] of
  Just space -> Right space
  Nothing -> Left (InvalidInput player ("expected player " <> show player <> "'s starting position, from 1 to 10"))
  where
    spelled space = B.pack ("Player " <> show player <> " starting position: " <> show (space + 1))
