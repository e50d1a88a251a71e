-- | Calendars are a monoid, and what unfolds from one is every place, in the wave of its total risk.
module Laws.Day15 (laws) where

import Aoc2021.Day15
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (total)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day15"
    [ testProperty "it doesn't matter how calendars are grouped, and an empty one is neutral" $
        forAll ((,,) <$> calendar <*> calendar <*> calendar) $ \(a, b, c) ->
          (a <> b) <> c === a <> (b <> c) .&&. mconcat [a, mempty] === a .&&. mconcat [mempty, a] === a,
      testProperty "calendars are joined day by day" $
        forAll ((,) <$> calendar <*> calendar) $ \(a, b) (NonNegative day) -> on day (a <> b) === on day a <> on day b,
      testProperty "places are planned for the day of their risk" $
        forAll (listOf ((,) <$> choose (0, 99) <*> choose (1, 9))) $ \found -> forAll (choose (1, 9)) $ \days ->
          on (fromIntegral days - 1) (U.toList `each` plans (U.fromList found)) === [at | (at, r) <- found, r == days],
      testProperty "every place is in one wave, that of its total risk" $
        forAll cave $ \c ->
          let found = [(at, total) | (total, today) <- zip [0 ..] (waves c), at <- U.toList today]
           in List.sort found === List.sort [(place c x y, total) | ((x, y), total) <- Map.toList (totals c)],
      testProperty "risks grow by one with every repetition, and 1 follows 9" $
        forAll cave $ \c -> forAll (choose (1, 5)) $ \times ->
          let expected (x, y) = (risk c (x `mod` width c, y `mod` height c) + x `div` width c + y `div` height c - 1) `mod` 9 + 1
              big = repeated times c
           in map (risk big) (places big) === map expected (places big)
    ]

cave :: Gen Cave
cave = choose (1, 7) >>= \w -> choose (1, 7) >>= \h -> Cave w . U.fromList <$> vectorOf (w * h) (choose (1, 9))

calendar :: Gen (Calendar [Int])
calendar = List.foldr Day Free <$> listOf arbitrary

each :: (a -> b) -> Calendar a -> Calendar b
each f = \case
  Free -> Free
  Day today future -> Day (f today) (each f future)

on :: Int -> Calendar [Int] -> [Int]
on day = \case
  Free -> []
  Day today future -> if day == 0 then today else on (day - 1) future

places :: Cave -> [(Int, Int)]
places c = [(x, y) | y <- [0 .. height c - 1], x <- [0 .. width c - 1]]

risk :: Cave -> (Int, Int) -> Int
risk c (x, y) = fromIntegral (risks c U.! (y * width c + x))

-- | The total risk of every place: lowered by neighbours until nothing changes.
totals :: Cave -> Map.Map (Int, Int) Int
totals c = settle (Map.fromList [(at, if at == (0, 0) then 0 else 1000) | at <- places c])
  where
    settle known = let next = Map.mapWithKey (lowered known) known in if next == known then known else settle next
    lowered known (x, y) total =
      minimum (total : [t + risk c (x, y) | Just t <- map (`Map.lookup` known) [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]])
