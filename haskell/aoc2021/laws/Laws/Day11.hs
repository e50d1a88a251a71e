-- | Rules of whole boards say at each place what they say of the view from there.
module Laws.Day11 (laws) where

import Aoc2021.Day11
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The comonad: a board, and where one stands.
data Store a = Store (Int -> a) Int

extend :: (Store a -> b) -> Store a -> Store b
extend rule (Store at here) = Store (rule . Store at) here

-- | The view with neighbours so far apart.
looking :: Int -> Store a -> Line a
looking by (Store at here) = Line (at (here - by)) (at here) (at (here + by))

-- | A board as the comonad has it.
store :: Board -> Store Bool
store b = Store (\place -> place >= 0 && List.foldl' (flip ahead) b (replicate place 1) /\ board [True] /= false) 0

digits :: Digits t -> [t]
digits (Digits a b c d) = [a, b, c, d]

value :: Digits Bool -> Int
value number = sum [power | (True, power) <- zip (digits number) [1, 2, 4, 8]]

laws :: TestTree
laws =
  testGroup
    "aoc2021/day11"
    [ testProperty "a rule of a board is the rule of the views" . forAll anyBoard $ \(stride, places, here) ->
        let Store counted _ = extend (alongRow . looking 1) (store here)
            across place = acrossRows (fmap fst (rows place)) (fmap snd (rows place))
            rows place = looking stride (Store counted place)
         in map (\plane -> let Store at _ = store plane in map at places) (digits (around stride here)) === List.transpose (map (digits . across) places),
      testProperty "a neighbourhood is counted" . forAll (line (line arbitrary)) $ \rows ->
        let counts = fmap alongRow rows
         in value (acrossRows (fmap fst counts) (fmap snd counts)) === sum (fmap (sum . fmap fromEnum) rows),
      testProperty "octopuses flash as they do one by one" $
        forAll ((,) <$> choose (1, 10) <*> choose (1, 10)) $ \(width, height) ->
          forAll (vectorOf height (vectorOf width (choose (0, 9)))) $ \energies ->
            let text = B.pack (List.intercalate "\n" (map (concatMap show) energies))
             in map count (take 30 (snd (history (Cavern (width + 1) text)))) === take 30 (naive energies)
    ]
  where
    line each = Line <$> each <*> each <*> each

-- | The distance of rows, the places that are not free, and which of them are true.
anyBoard :: Gen (Int, [Int], Board)
anyBoard = do
  (width, height) <- (,) <$> choose (1, 10) <*> choose (1, 10)
  rows <- vectorOf height (vectorOf width arbitrary)
  let places = [row * (width + 1) + column | row <- [0 .. height - 1], column <- [0 .. width - 1]]
  pure (width + 1, places, board (concatMap (<> [False]) rows))

-- | How many flash in each step?
naive :: [[Int]] -> [Int]
naive energies = length (filter (== 0) (concat after)) : naive after
  where
    after = settle (map (map (+ 1)) energies)
    settle now
      | null ready = now
      | otherwise = settle [[charged x y energy | (x, energy) <- zip [0 ..] row] | (y, row) <- zip [0 ..] now]
      where
        ready = [(x, y) | (y, row) <- zip [0 :: Int ..] now, (x, energy) <- zip [0 :: Int ..] row, energy > 9]
        charged x y energy
          | energy == 0 || energy > 9 = 0
          | otherwise = energy + length [() | (x', y') <- ready, abs (x - x') <= 1, abs (y - y') <= 1]
