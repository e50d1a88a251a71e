-- | Squares With Three Sides: what flipping changes, and what it does not.
module Laws.Day03 (laws) where

import Aoc2016.Day03
import Data.List (permutations, sort, transpose)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

type Lines = [[Int]]

-- | Blocks of three lines, one after the other.
wall :: Gen [Lines]
wall = listOf (vectorOf 3 (vectorOf 3 (choose (0, 30))))

held :: [Lines] -> U.Vector (Int, Int, Int)
held blocks = U.fromList [(a, b, c) | [a, b, c] <- concat blocks]

block :: Lines -> Block
block found row column = found !! row !! column

laws :: TestTree
laws =
  testGroup
    "aoc2016/day03"
    [ testProperty "part 2 is part 1 of the wall that is transposed block by block" $
        forAll wall $ \blocks -> part2 (held blocks) === part1 (held (map transpose blocks)),
      testProperty "and the other way around" $
        forAll wall $ \blocks -> part1 (held blocks) === part2 (held (map transpose blocks)),
      testProperty "a function is as good as its block, flipped or not" $
        forAll (vectorOf 3 (vectorOf 3 (choose (0, 30)))) $ \found -> possible (flip (block found)) === possible (block (transpose found)),
      testProperty "sides are sides in any order" $
        forAll (vectorOf 3 (choose (0, 30))) $ \sides ->
          conjoin [possible (block [s, [0, 0, 0], [0, 0, 0]]) === fromEnum (triangle (sort sides)) | s <- permutations sides]
    ]
  where
    triangle sides = case sides of
      [short, middle, long] -> short + middle > long
      _ -> False
