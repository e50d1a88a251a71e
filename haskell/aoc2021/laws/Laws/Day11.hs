-- | Rules of whole boards say at each place what they say of the view from there.
module Laws.Day11 (laws) where

import Aoc2021.Day11 hiding (rows)
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The comonad: a board, and where one stands.
data Store a = Store (Int -> a) Int

extract :: Store a -> a
extract (Store at here) = at here

extend :: (Store a -> b) -> Store a -> Store b
extend rule (Store at here) = Store (rule . Store at) here

-- | The view with neighbours so far apart.
looking :: Int -> Store a -> Line a
looking by (Store at here) = Line (at (here - by)) (at here) (at (here + by))

-- | A board as the comonad has it.
store :: (Board b) => b -> Store Bool
store b = Store (\place -> place >= 0 && ahead place b /\ corner /= false) 0

boardOf :: (Board b) => [[Bool]] -> b
boardOf true = board (strideOf true) (length true) (places !!)
  where
    places = concatMap (<> [False]) true

-- | What is at some places.
seen :: [Int] -> Store a -> [a]
seen list (Store at _) = map at list

digits :: Digits Bool -> Int
digits (Digits a b c d) = sum (zipWith (\digit power -> if digit then power else 0) [a, b, c, d] [1, 2, 4, 8])

across :: Digits b -> [b]
across (Digits a b c d) = [a, b, c, d]

laws :: TestTree
laws =
  testGroup
    "aoc2021/day11"
    [ testProperty "rules extended one after the other are one rule extended" $
        forAll rows $ \true ->
          let along = alongRow . looking 1
              next = acrossRows . looking (strideOf true)
              b = store (boardOf true :: Integer)
              at = seen (octopuses true)
           in at (extend next (extend along b)) === at (extend (next . extend along) b)
                .&&. extract (extend along b) === along b,
      testProperty "two words: a rule of a board is the rule of the views" $
        forAll (resize 8 rows) (extended (false :: Two)),
      testProperty "any length: a rule of a board is the rule of the views" $
        forAll rows (extended (false :: Integer)),
      testProperty "a neighbourhood is counted" $
        forAll (vectorOf 9 arbitrary) $ \true -> case map alongRow (lines3 true) of
          [a, b, c] -> digits (acrossRows (Line a b c)) === length (filter id true)
          _ -> discard,
      testProperty "charging is addition" $
        forAll ((,) <$> number <*> number) $ \(a, b) ->
          let (c, over) = charge a b in digits c + (if over then 16 else 0) === digits a + digits b,
      testProperty "moving there and back loses what was at the end" $
        forAll ((,) <$> choose (0, 127) <*> resize 8 rows) $ \(by, true) ->
          let b = boardOf true :: Two
              lost = back (128 - by) (ahead (128 - by) b)
           in ahead by (back by b) === b `without` lost,
      testProperty "octopuses flash as they do one by one" $
        forAll ((,) <$> choose (1, 9) <*> choose (1, 9)) $ \(width, height) ->
          forAll (vectorOf height (vectorOf width (choose (0, 9)))) $ \energies' ->
            let cavern = Cavern width (B.pack (List.intercalate "\n" (map (concatMap show) energies')))
                counts flashes = map count (take 30 flashes)
             in counts (snd (history cavern :: (Integer, [Integer]))) === naive energies'
                  .&&. counts (snd (history cavern :: (Two, [Two]))) === naive energies'
    ]

-- | Of the board and the neutral one, which tells its type.
extended :: (Board b) => b -> [[Bool]] -> Property
extended none true = map planes (across counted) === transposed (map across (at expected))
  where
    here = boardOf true \/ none
    counted = around (strideOf true) here
    expected = extend (acrossRows . looking (strideOf true)) (extend (alongRow . looking 1) (store here))
    at = seen (octopuses true)
    planes plane = seen (octopuses true) (store plane)
    transposed views = [map (!! digit) views | digit <- [0 .. 3]]

strideOf :: [[a]] -> Int
strideOf true = length (concat (take 1 true)) + 1

-- | The places of a board.
octopuses :: [[a]] -> [Int]
octopuses true =
  [row * strideOf true + column | (row, line) <- zip [0 ..] true, column <- [0 .. length line - 1]]

lines3 :: [a] -> [Line a]
lines3 (a : b : c : others) = Line a b c : lines3 others
lines3 _ = []

number :: Gen (Digits Bool)
number = Digits <$> arbitrary <*> arbitrary <*> arbitrary <*> arbitrary

rows :: Gen [[Bool]]
rows = sized $ \size -> do
  (width, height) <- (,) <$> choose (1, 3 + size `div` 2) <*> choose (1, 3 + size `div` 2)
  vectorOf height (vectorOf width arbitrary)

-- | How many flash in each of thirty steps?
naive :: [[Int]] -> [Int]
naive = take 30 . go
  where
    go energies' = length (filter (== 0) (concat after)) : go after
      where
        after = settle (map (map (+ 1)) energies')
    settle energies'
      | null ready = energies'
      | otherwise = settle (zipWith (zipWith charged) grid energies')
      where
        ready = [place | (place, energy) <- zip (concat grid) (concat energies'), energy > 9]
        grid = [[(x, y) | (x, _) <- zip [0 :: Int ..] line] | (y, line) <- zip [0 :: Int ..] energies']
        charged (x, y) energy
          | energy == 0 || energy > 9 = 0
          | otherwise = energy + length [() | (x', y') <- ready, abs (x - x') <= 1, abs (y - y') <= 1]
