-- | Trash Compactor: the two walks are each other's transpositions, and fold the same matrix.
module Laws.Day06 (laws) where

import Aoc2025.Day06
import qualified Data.ByteString.Char8 as B
import Data.Either (fromRight)
import Data.List (transpose)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A square of digits.
square :: Gen [String]
square = choose (1, 4) >>= \side -> vectorOf side (vectorOf side (elements ['1' .. '9']))

listed :: Matrix a -> [[a]]
listed (Matrix rows columns at) = map (\row -> map (at row) [0 .. columns - 1]) [0 .. rows - 1]

answers :: [String] -> (Integer, Integer)
answers rows = (part1 sheet, part2 sheet)
  where
    sheet = fromRight (error "no sheet") (parse (B.pack (unlines rows <> "*")))

laws :: TestTree
laws =
  testGroup
    "aoc2025/day06"
    [ testProperty "a walk down is a walk along, transposed" $ \(Positive rows) (Positive columns) ->
        let matrix = Matrix rows columns (,) in listed (down matrix) === transpose (listed (along matrix)),
      testProperty "along and down trade places in a transposed square" $
        forAll square $ \rows -> let (one, two) = answers rows in answers (transpose rows) === (two, one),
      testProperty "digits spell numbers, blanks left out" $ \(NonNegative n) ->
        number (U.fromList (concatMap (\sign -> [32, fromIntegral (fromEnum sign)]) (show n))) === n
    ]
