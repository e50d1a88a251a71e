-- | Ceres Search: sets that are moved meet where a pattern is read letter by letter.
module Laws.Day04 (laws) where

import Aoc2024.Day04
import Data.Bits (popCount, testBit)
import qualified Data.ByteString.Char8 as B
import Data.List (transpose)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

grids :: Gen [String]
grids = do
  width <- choose (1, 7)
  resize 7 (listOf1 (vectorOf width (elements "XMAS")))

letters :: [String] -> Letters
letters rows = lettersOf (length (concat (take 1 rows))) (B.intercalate "\n" (map B.pack rows))

patterns :: [Pattern]
patterns = [straight, diagonal, cross]

laws :: TestTree
laws =
  testGroup
    "aoc2024/day04"
    [ testProperty "a pattern fits where each of its letters stands" $
        forAll grids $ \rows -> forAllBlind (elements (concatMap turns patterns)) $ \pattern' ->
          let found = letters rows
              width = row found - 1
              inside y x = y >= 0 && y < length rows && x >= 0 && x < width
              fits y x = and [inside (y + down) (x + right) && letter found `testBit` ((y + down) * row found + x + right) | ((down, right), letter) <- pattern']
              expected = [y * row found + x | y <- [0 .. length rows - 1], x <- [0 .. width - 1], fits y x]
           in [at | at <- [0 .. length rows * row found], places found pattern' `testBit` at] === expected,
      testProperty "turning the grid turns the patterns" $
        forAll grids $ \rows ->
          let count grid = map (sum . map (popCount . places (letters grid)) . turns) patterns
           in count (transpose (reverse rows)) === count rows
    ]
