-- | Guard Gallivant: powers of a step, cycles, and traps as by walking.
module Laws.Day06 (laws) where

import Aoc2024.Day06
import qualified Data.ByteString.Char8 as B
import Data.List (sort)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A step between a few turns.
nexts :: Gen (U.Vector Int)
nexts = choose (1, 20) >>= \size -> U.fromList <$> vectorOf size (choose (0, size - 1))

-- | One in which each turn leads to an earlier one, and the first to itself.
falling :: Gen Walk
falling = do
  size <- choose (1, 40)
  ends' <- U.fromList . (0 :) <$> mapM (\turn -> choose (0, turn - 1)) [1 .. size - 1]
  pure (Walk ends' (U.map (min 1) (U.enumFromN 0 size)))

labs :: Gen Lab
labs = do
  (across, down) <- (,) <$> choose (1, 7) <*> choose (1, 7)
  rows <- vectorOf (across * down) (frequency [(3, pure '.'), (1, pure '#')])
  guard <- choose (0, across * down - 1)
  pure (labOf (B.intercalate (B.pack "\n") (rowsOf across (B.pack (take guard rows <> "^" <> drop (guard + 1) rows)))))
  where
    rowsOf across text = if B.null text then [] else B.take across text : rowsOf across (B.drop across text)

laws :: TestTree
laws =
  testGroup
    "aoc2024/day06"
    [ testProperty "walks are composed in any grouping" $
        forAll ((,,) <$> walks 9 <*> walks 9 <*> walks 9) $ \(a, b, c) -> (a <> b) <> c === a <> (b <> c),
      testProperty "steps are the binary digits of powers" $
        forAll falling $ \walk -> forAll (choose (0, U.length (ends walk) - 1)) $ \from ->
          let route = iterate (ends walk U.!) from
              depth = steps (last (powers walk)) U.! from
           in forAll (choose (0, depth)) $ \count -> walked (powers walk) count from === route !! count .&&. route !! depth === 0,
      testProperty "each cycle is cut at its least turn" $
        forAll nexts $ \next ->
          let orbit turn = takeWhile (/= turn) (take (U.length next) (iterate (next U.!) (next U.! turn)))
              isCut turn = iterate (next U.!) turn !! (length (orbit turn) + 1) == turn && not (null (orbit turn)) && all (> turn) (orbit turn)
           in sort (cuts next) === filter isCut [0 .. U.length next - 1],
      testProperty "a trap is where an obstruction keeps the guard" $
        forAll labs $ \lab ->
          conjoin
            [ isTrap lab (routesOf lab) place direction === either (const True) (const False) (firsts lab {cells = cells lab U.// [(place, 1)]})
              | Right visits <- [firsts lab],
                (place, direction) <- U.toList (U.indexed visits),
                direction >= 0 && place /= start lab
            ]
    ]
  where
    walks size = Walk <$> (U.fromList <$> vectorOf size (choose (0, size - 1))) <*> (U.fromList <$> vectorOf size (choose (0, 9)))
