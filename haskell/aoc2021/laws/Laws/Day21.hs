-- | Two streams zipped are the game.
module Laws.Day21 (laws) where

import Aoc2021.Day21
import qualified Data.Map.Strict as Map
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day21"
    [ testProperty "two streams zipped are the game tree" . withMaxSuccess 3 . fromSpaces $ \start1 start2 ->
        let (first, second) = (goingOn !! start1, goingOn !! start2)
         in (first `wins` second, second `wins` drop 1 first) === together (start1, 0) (start2, 0),
      testProperty "what a turn ends and what goes on is what it splits" . fromSpaces $ \start _ ->
        let stream = goingOn !! start in zipWith (+) (ended stream) (drop 1 stream) === map (27 *) (init stream),
      testProperty "the die for practice is rolled to the end" . fromSpaces $ \start1 start2 ->
        part1 (Starts start1 start2) === practice 0 (cycle [1 .. 100]) (start1, 0) (start2, 0)
    ]

fromSpaces :: (Int -> Int -> Property) -> Property
fromSpaces law = forAll (choose (0, 9)) $ \start1 -> forAll (choose (0, 9)) (law start1)

-- | The space and the score of a player.
type Player = (Int, Int)

moved :: Int -> Player -> Player
moved rolls (space, score) = let space' = (space + rolls) `mod` 10 in (space', score + space' + 1)

-- | In how many universes does each win, whose turn it is and the other?
together :: Player -> Player -> (Int, Int)
together one another = go (Map.singleton (one, another) 1)
  where
    go :: Map.Map (Player, Player) Int -> (Int, Int)
    go states
      | null states = (0, 0)
      | otherwise = let (theirs, mine) = go going in (sum won + mine, theirs)
      where
        (won, going) = Map.partitionWithKey (\(_, (_, score)) _ -> score >= 21) (Map.fromListWith (+) (concatMap turn (Map.toList states)))
    -- Whose turn it is changes places with the other.
    turn ((mine, theirs), universes) = [((theirs, moved rolls mine), universes * ways) | (rolls, ways) <- dirac]
    dirac = Map.toList (Map.fromListWith (+) [(a + b + c, 1) | a <- die, b <- die, c <- die])
    die = [1 .. 3]

-- | The game with the die for practice, roll by roll.
practice :: Int -> [Int] -> Player -> Player -> Int
practice rolls die player other
  | snd player' >= 1000 = snd other * (rolls + 3)
  | otherwise = practice (rolls + 3) later other player'
  where
    (three, later) = splitAt 3 die
    player' = moved (sum three) player
