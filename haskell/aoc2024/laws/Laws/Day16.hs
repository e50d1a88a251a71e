-- | Reindeer Maze: costs are a monoid, and the two ends agree.
module Laws.Day16 (laws) where

import Aoc2024.Day16
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Rows of a maze with S and E anywhere.
mazes :: Gen [String]
mazes = do
  (width, height) <- (,) <$> choose (2, 8) <*> choose (1, 8)
  ends <- shuffle ("SE" <> replicate (width * height - 2) '.')
  tiles <- mapM (\sign -> if sign == '.' then elements "...#" else pure sign) ends
  let wall = replicate (width + 2) '#'
      rows = takeWhile (not . null) (map (take width) (iterate (drop width) tiles))
  pure ([wall] <> map (\row -> "#" <> row <> "#") rows <> [wall])

answers :: [String] -> (Maybe Int, Maybe Int)
answers rows = case parse (B.intercalate "\n" (map B.pack rows)) of
  Right maze -> (right (part1 maze), right (part2 maze))
  Left wrong -> error (show wrong)
  where
    right = either (const Nothing) Just

laws :: TestTree
laws =
  testGroup
    "aoc2024/day16"
    [ testProperty "costs with their counts are a monoid" $
        let least (cost, NonNegative count) = Least (cost `mod` 5) (count :: Int)
         in \a b c -> (least a <> least b) <> least c === least a <> (least b <> least c) .&&. least a <> least b === least b <> least a .&&. mempty <> least a === least a,
      testProperty "upside down, answers are the same, and there is one to both parts or to none" $
        forAll mazes $ \rows -> let (cost, tiles) = answers rows in (cost, tiles) === answers (reverse rows) .&&. (null cost === null tiles),
      testProperty "where there is a way, it is found at both ends" $
        forAll mazes $ \rows -> case parse (B.intercalate "\n" (map B.pack rows)) of
          Left wrong -> counterexample (show wrong) False
          Right maze ->
            let sums = through (fromStart maze) (fromEnd maze)
                known = filter (>= 0) . U.toList
             in either (const (U.minimum sums >= 2 ^ (30 :: Int))) (== U.minimum sums) (part1 maze)
                  .&&. minimum (known (fromEnd maze)) === 0
                  .||. either (const True) (const False) (part1 maze),
      testProperty "there are at least as many tiles as the best cost has steps" $
        forAll mazes $ \rows -> case answers rows of
          (Just cost, Just tiles) -> tiles > cost `mod` 1000
          _ -> True
    ]
