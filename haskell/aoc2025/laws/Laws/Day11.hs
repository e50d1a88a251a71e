-- | Reactor: ε is linear and its square is 0; coefficients count paths, and what has a loop is told from what has none.
module Laws.Day11 (laws) where

import Aoc2025.Day11
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

type Graph = V.Vector (U.Vector Int)

-- | Up to eight devices, of which each leads to later ones; the last but one is out.
graphs :: Gen Graph
graphs = do
  count <- choose (2, 8)
  V.fromList . (<> [U.empty, U.empty]) <$> mapM (\device -> U.fromList <$> resize 3 (listOf (choose (device + 1, count + 1)))) [0 .. count - 1]

-- | The paths from a device to out.
paths :: Graph -> Int -> [[Int]]
paths graph device
  | device == V.length graph - 2 = [[device]]
  | otherwise = map (device :) (concatMap (paths graph) (U.toList (graph V.! device)))

duals :: Gen [Dual Integer]
duals = listOf (Dual <$> arbitrary <*> arbitrary)

added :: (Additive a) => [a] -> a
added found = sumOf (V.fromList found V.!) (U.enumFromN 0 (length found))

laws :: TestTree
laws =
  testGroup
    "aoc2025/day11"
    [ testProperty "the product with ε of a sum is the sum of the products" $
        forAll duals $ \found -> epsilon (added found) === added (map epsilon found),
      testProperty "the square of ε is 0" $
        forAll duals $ \found -> map (epsilon . epsilon) found === map (const (Dual 0 0)) found,
      testProperty "coefficients count the paths that visit a device" $
        forAll graphs $ \graph -> forAll (choose (0, V.length graph - 3)) $ \stop ->
          let weighed device = if device == stop then epsilon else id
              visits = toInteger . length . filter (stop `elem`) . paths graph
           in map linear (V.toList (values (Dual 1 0) weighed graph)) === map visits [0 .. V.length graph - 1],
      testProperty "one cable back closes a loop" $
        forAll graphs $ \graph -> forAll (choose (0, V.length graph - 3)) $ \later -> forAll (choose (0, later)) $ \earlier ->
          let closed = graph V.// [(later, U.cons earlier (graph V.! later))]
              leads device = device == later || any leads (U.toList (graph V.! device))
           in (looping graph, looping closed) === (False, leads earlier)
    ]
