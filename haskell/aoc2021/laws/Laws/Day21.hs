-- | Two streams zipped are the game, and the deterministic die's are cycles.
module Laws.Day21 (laws) where

import Aoc2021.Day21
import qualified Data.Map.Strict as Map
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day21"
    [ testProperty "a stream is what a player unfolds into" . forAll space $ \start ->
        goingOn !! start === alone start <> [0],
      testProperty "two streams zipped are the game tree" . withMaxSuccess 3 $
        forAll space $ \start1 -> forAll space $ \start2 ->
          let (first, second) = (goingOn !! start1, goingOn !! start2)
           in (first `wins` second, second `wins` drop 1 first) === together start1 start2,
      testProperty "what a turn ends and what goes on is what it splits" . forAll space $ \start ->
        let stream = goingOn !! start
         in zipWith (+) (ended stream) (drop 1 stream) === map (27 *) (init stream),
      testProperty "a score is reached when it says" . forAll space $ \start ->
        forAll (elements [fst scores, snd scores]) $ \player -> forAll (choose (1, 2000)) $ \goal ->
          let turns = turnsTo goal (player !! start)
           in (player !! start) `after` turns >= goal
                .&&. (player !! start) `after` (turns - 1) < goal,
      testProperty "the deterministic die is played to the end" . forAll space $ \start1 ->
        forAll space $ \start2 -> part1 (Starts start1 start2) === practice start1 start2
    ]

space :: Gen Int
space = choose (0, 9)

landed :: Int -> Int -> Int
landed at roll = (at + roll) `mod` 10

-- | What three rolls add up to, and how often.
dirac :: [(Int, Int)]
dirac = Map.toList (Map.fromListWith (+) [(a + b + c, 1) | a <- one, b <- one, c <- one])
  where
    one = [1 .. 3]

-- | In how many universes someone is going on, turn by turn, with all of them counted.
alone :: Int -> [Int]
alone start = map sum (takeWhile (not . null) (iterate turn (Map.singleton (start, 0) 1)))
  where
    turn :: Map.Map (Int, Int) Int -> Map.Map (Int, Int) Int
    turn states =
      Map.fromListWith
        (+)
        [ ((at', score'), universes * times)
          | ((at, score), universes) <- Map.toList states,
            (roll, times) <- dirac,
            let at' = landed at roll,
            let score' = score + at' + 1,
            score' < 21
        ]

-- | In how many universes either wins, by what both have reached.
together :: Int -> Int -> (Int, Int)
together start1 start2 = go (Map.singleton ((start1, 0), (start2, 0)) 1)
  where
    go :: Map.Map ((Int, Int), (Int, Int)) Int -> (Int, Int)
    go states
      | null states = (0, 0)
      | otherwise = let (theirs, mine) = go going in (sum won + mine, theirs)
      where
        (won, going) = Map.partitionWithKey (\(_, (_, score)) _ -> score >= 21) after'
        -- Whose turn it is changes places with the other.
        after' =
          Map.fromListWith
            (+)
            [ ((other, (at', score + at' + 1)), universes * times)
              | (((at, score), other), universes) <- Map.toList states,
                (roll, times) <- dirac,
                let at' = landed at roll
            ]

-- | The game with the deterministic die, roll by roll.
practice :: Int -> Int -> Int
practice start1 start2 = go 0 (cycle [1 .. 100]) (start1, 0) (start2, 0)
  where
    go rolls (a : b : c : dice) (at, score) other@(_, losing)
      | score' >= 1000 = losing * (rolls + 3)
      | otherwise = go (rolls + 3) dice other (at', score')
      where
        at' = landed at (a + b + c)
        score' = score + at' + 1
    go _ _ _ _ = 0
