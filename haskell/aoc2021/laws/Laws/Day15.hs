-- | Calendars are a monoid, and what unfolds from one is every place, in the wave of its total risk.
module Laws.Day15 (laws) where

import Aoc2021.Day15
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (total, within)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day15"
    [ testProperty "it doesn't matter how calendars are grouped, and an empty one is neutral" $
        forAll ((,,) <$> calendar <*> calendar <*> calendar) $ \(a, b, c) ->
          (a <> b) <> c === a <> (b <> c) .&&. a <> Free === a .&&. Free <> a === a,
      testProperty "calendars are joined day by day" $
        forAll ((,) <$> calendar <*> calendar) $ \(a, b) (NonNegative day) ->
          on day (a <> b) === on day a <> on day b,
      testProperty "waves are joined group by group" $
        forAll ((,) <$> wave <*> wave) $ \(a, b) -> groups (a <> b) === groups a <> groups b,
      testProperty "every place is in one wave" $
        forAll cave $ \c ->
          List.sort (concatMap within (waves c)) === List.sort (map (uncurry (place c)) (places c)),
      testProperty "it is that of its total risk" $
        forAll cave $ \c ->
          let found = Map.fromList [(at, total) | (total, today) <- zip [0 ..] (waves c), at <- within today]
           in found === Map.mapKeys (uncurry (place c)) (totals c),
      testProperty "where all risks are 1, waves are diagonals" $
        forAll (choose (1, 9)) $ \w -> forAll (choose (1, 9)) $ \h ->
          let c = Cave w (U.replicate (w * h) 1)
              diagonal d = [place c (d - y) y | y <- [0 .. h - 1], d - y >= 0, d - y < w]
           in List.dropWhileEnd null (map (List.sort . within) (waves c)) === map diagonal [0 .. w + h - 2],
      testProperty "risks grow by one with every repetition, and 1 follows 9" $
        forAll cave $ \c -> forAll (choose (1, 5)) $ \times ->
          let big = repeated times c
              risk here (x, y) = fromIntegral (risks here U.! (y * width here + x)) :: Int
              expected (x, y) =
                let (i, x') = x `divMod` width c
                    (j, y') = y `divMod` height c
                 in (risk c (x', y') + i + j - 1) `mod` 9 + 1
           in map (risk big) (places big) === map expected (places big)
    ]

cave :: Gen Cave
cave = do
  (w, h) <- (,) <$> choose (1, 7) <*> choose (1, 7)
  Cave w . U.fromList <$> vectorOf (w * h) (choose (1, 9))

calendar :: Gen (Calendar [Int])
calendar = List.foldr Day Free <$> listOf arbitrary

on :: Int -> Calendar [Int] -> [Int]
on _ Free = []
on 0 (Day today _) = today
on day (Day _ future) = on (day - 1) future

wave :: Gen Wave
wave = List.foldr (Group . U.fromList) Nobody <$> listOf arbitrary

-- | The places of a wave.
within :: Wave -> [Int]
within = concatMap (map fromIntegral . U.toList) . groups

places :: Cave -> [(Int, Int)]
places c = [(x, y) | y <- [0 .. height c - 1], x <- [0 .. width c - 1]]

-- | The total risk of every place: lowered by neighbours until nothing changes.
totals :: Cave -> Map.Map (Int, Int) Int
totals c = settle (Map.fromList [(at, if at == (0, 0) then 0 else 1000) | at <- places c])
  where
    settle known = let next = Map.mapWithKey (lowered known) known in if next == known then known else settle next
    lowered known (x, y) total =
      let around = [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
       in minimum (total : [t + risk (x, y) | Just t <- map (`Map.lookup` known) around])
    risk (x, y) = fromIntegral (risks c U.! (y * width c + x))
