-- | The laws behind "Aoc2021.Day04": lattices, and what goes from one to another.
module Laws.Day04 (laws) where

import Aoc2021.Day04
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day04"
    [ testGroup "times are a distributive lattice" (lattice times),
      testGroup "truths are a distributive lattice" (lattice (arbitrary :: Gen Bool)),
      testProperty "\"by that call?\" keeps \"or\" and \"and\"" $
        forAll ((,,) <$> call <*> times <*> times) $ \(t, a, b) ->
          by t (a \/ b) === (by t a \/ by t b) .&&. by t (a /\ b) === (by t a /\ by t b),
      testProperty "a board has won by a call if and only if its time has come" $
        forAll ((,) <$> call <*> board) $ \(t, cells) ->
          by t (bingo (cell cells)) === bingo (\x y -> by t (cell cells x y)),
      testProperty "a board wins at the first call by which it has won" $
        forAll board $ \cells ->
          bingo (cell cells) === case filter (\t -> bingo (\x y -> by t (cell cells x y))) calls of
            [] -> never
            t : _ -> Time t
    ]

lattice :: forall a. (Lattice a, Eq a, Show a) => Gen a -> [TestTree]
lattice gen =
  [ testProperty "commutative" . both $ \(?) a b _ _ -> a ? b === b ? a,
    testProperty "associative" . both $ \(?) a b c _ -> a ? (b ? c) === (a ? b) ? c,
    testProperty "absorbing" . both $ \(?) a b _ (!) -> a ? (a ! b) === a,
    testProperty "distributive" . both $ \(?) a b c (!) -> a ? (b ! c) === (a ? b) ! (a ? c)
  ]
  where
    both :: ((a -> a -> a) -> a -> a -> a -> (a -> a -> a) -> Property) -> Property
    both law = forAll ((,,) <$> gen <*> gen <*> gen) $ \(a, b, c) ->
      law (\/) a b c (/\) .&&. law (/\) a b c (\/)

calls :: [Int]
calls = [0 .. 9]

call :: Gen Int
call = elements calls

times :: Gen Time
times = frequency [(9, Time <$> call), (1, pure never)]

-- | When the cells of a board are marked.
board :: Gen [Time]
board = vectorOf 25 times

cell :: [Time] -> Int -> Int -> Time
cell cells x y = cells !! (5 * y + x)
