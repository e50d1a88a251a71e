-- | Trash Compactor: the two walks are each other's transpositions, and fold the same matrix.
module Laws.Day06 (laws) where

import Aoc2025.Day06
import qualified Data.ByteString.Char8 as B
import Data.Either (fromRight)
import Data.List (transpose)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A square of digits.
square :: Gen [String]
square = choose (1, 4) >>= \side -> vectorOf side (vectorOf side (elements ['1' .. '9']))

answers :: [String] -> (Integer, Integer)
answers rows = (part1 sheet, part2 sheet)
  where
    sheet = fromRight (error "no sheet") (parse (B.pack (unlines rows <> "*")))

laws :: TestTree
laws =
  testGroup
    "aoc2025/day06"
    [ testProperty "a walk down is a walk along, transposed" $ \rows columns ->
        not (null rows) ==> down (,) rows columns === transpose (along (,) rows columns :: [[(Int, Char)]]),
      testProperty "along and down trade places in a transposed square" $
        forAll square $ \rows -> let (one, two) = answers rows in answers (transpose rows) === (two, one),
      testProperty "digits spell numbers, blanks left out" $ \(NonNegative n) ->
        number (concatMap (\sign -> [32, fromIntegral (fromEnum sign)]) (show n)) === n
    ]
