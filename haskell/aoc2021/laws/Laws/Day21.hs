-- | Two streams zipped are the game.
module Laws.Day21 (laws) where

import Aoc2021.Day21
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day21"
    [ testProperty "two players alone are the game tree" $
        forAll (choose (1, 25)) $ \goal -> forAll space $ \start1 -> forAll space $ \start2 ->
          forAll (vectorOf 5 die) $ \dice1 -> forAll (vectorOf 5 die) $ \dice2 ->
            let (wins1, wins2) = winning (alone goal dice1 start1) (alone goal dice2 start2)
                count wins = sum [done mine * goingOn theirs | (mine, theirs) <- wins]
             in (count wins1, count wins2) === tree goal dice1 dice2 (start1, 0) (start2, 0),
      testProperty "a turn splits what was going on, and nothing is lost" $
        forAll (choose (1, 50)) $ \goal -> forAll space $ \start -> forAll (vectorOf 6 die) $ \dice ->
          let turns = alone goal dice start
           in map (\turn -> done turn + goingOn turn) turns
                === zipWith (*) (map (sum . map snd) dice) (1 : map goingOn turns),
      testProperty "a die without a choice leaves one universe" $
        forAll (choose (1, 50)) $ \goal -> forAll space $ \start -> forAll (listOf1 (choose (3, 9))) $ \rolls ->
          let turns = alone goal [[(roll, 1)] | roll <- rolls] start
              expected = drop 1 (scanl (\(at, sum') roll -> let at' = landed at roll in (at', sum' + at' + 1)) (start, 0) rolls)
           in [scores turn | turn <- turns, goingOn turn > 0] === takeWhile (< goal) (map snd expected),
      testProperty "a tenth space onward is the same space" $
        forAll space $ \start -> landed start 10 === start
    ]

space :: Gen Int
space = choose (0, 9)

die :: Gen [(Int, Int)]
die = listOf ((,) <$> choose (1, 9) <*> choose (1, 3)) `suchThat` ((<= 3) . length)

-- | In how many universes does either win, who play these dice, turn by turn, from space and score?
tree :: Int -> [[(Int, Int)]] -> [[(Int, Int)]] -> (Int, Int) -> (Int, Int) -> (Int, Int)
tree _ [] _ _ _ = (0, 0)
tree goal (die' : dice) others (at, score) other = foldr (plus . after) (0, 0) die'
  where
    plus (a, b) (c, d) = (a + c, b + d)
    after (roll, ways)
      | score' >= goal = (ways, 0)
      | otherwise = let (b, a) = tree goal others dice other (at', score') in (ways * a, ways * b)
      where
        at' = landed at roll
        score' = score + at' + 1
