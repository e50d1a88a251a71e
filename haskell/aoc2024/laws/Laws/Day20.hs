-- | Race Condition: a sweep counts what a search through all pairs of places counts.
module Laws.Day20 (laws) where

import Aoc2024.Day20
import qualified Data.ByteString.Char8 as B
import qualified Data.Map.Strict as Map
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Contract (Text)

type Place = (Int, Int)

laws :: TestTree
laws =
  testGroup
    "aoc2024/day20"
    [ testProperty "cheats are pairs of places, the steps to which and between which save enough" $
        forAll mazes $ \text -> forAll (choose (1, 9)) $ \saved -> forAll (choose (1, 12)) $ \longest ->
          counted saved longest text === pairs saved longest text,
      testProperty "who runs from the end to the start cheats as often" $
        forAll mazes $ \text -> forAll (choose (1, 9)) $ \saved ->
          counted saved 5 text === counted saved 5 (B.map (\case 'S' -> 'E'; 'E' -> 'S'; sign -> sign) text),
      testProperty "and so does who runs through the map's transpose" $
        forAll mazes $ \text -> counted 3 7 text === counted 3 7 (B.intercalate "\n" (B.transpose (B.split '\n' text)))
    ]
  where
    counted saved longest = either (const (Left ())) (either (const (Right Nothing)) (Right . Just) . cheats saved longest) . parse

mazes :: Gen Text
mazes = do
  (wide, high) <- (,) <$> choose (2, 9) <*> choose (1, 9)
  signs <- (<>) "SE" <$> vectorOf (wide * high - 2) (elements "##...")
  B.intercalate "\n" . map B.pack . rows wide <$> shuffle signs
  where
    rows wide signs = if null signs then [] else take wide signs : rows wide (drop wide signs)

pairs :: Int -> Int -> Text -> Either () (Maybe Int)
pairs saved longest text = Right (count <$> Map.lookup (place 'E') from)
  where
    signs = Map.fromList [((x, y), sign) | (y, line) <- zip [0 ..] (B.lines text), (x, sign) <- zip [0 ..] (B.unpack line), sign /= '#']
    place sign = head [at | (at, found) <- Map.toList signs, found == sign]
    (from, to) = (distances (place 'S'), distances (place 'E'))
    count best = length [() | (a, s) <- Map.toList from, (b, t) <- Map.toList to, let far = apart a b, far <= longest, s + far + t + saved <= best]
    apart (x, y) (x', y') = abs (x - x') + abs (y - y')
    distances first = go (0 :: Int) [first] Map.empty
    go _ [] known = known
    go steps wave known = go (steps + 1) (Map.keys (Map.restrictKeys signs (Map.keysSet (near wave)) Map.\\ known')) known'
      where
        known' = Map.union known (Map.fromList [(at, steps) | at <- wave])
    near wave = Map.fromList [((x + dx, y + dy) :: Place, ()) | (x, y) <- wave, (dx, dy) <- [(0, 1), (1, 0), (0, -1), (-1, 0)]]
