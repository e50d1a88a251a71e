-- | Some Assembly Required: signals are at rest, and they are no more than what arrives.
module Laws.Day07 (laws) where

import Aoc2015.Day07
import Control.Monad (join)
import qualified Data.IntMap as IntMap
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (output)

-- | Gates on some of ten wires, with loops as they come.
circuits :: Gen Circuit
circuits = IntMap.fromList <$> listOf ((,) <$> choose (1, 10) <*> (Gate <$> elements [minBound .. maxBound] <*> source <*> source))
  where
    source = frequency [(3, Wire <$> choose (1, 10)), (1, Number <$> choose (0, 15))]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day07"
    [ testProperty "signals are a fixed point" $
        forAll circuits $ \circuit ->
          let all' = signals (settled circuit) in IntMap.mapMaybe (`output` all') circuit === IntMap.mapMaybe id all',
      testProperty "the least one: what arrives from nothing, round after round" $
        forAll circuits $ \circuit ->
          let rounds = iterate (\known -> fmap (`output` known) circuit) IntMap.empty
           in IntMap.mapMaybe id (rounds !! 11) === IntMap.mapMaybe id (signals (settled circuit)),
      testProperty "loeb of constants is these" $
        \values -> loeb (map const values) === (values :: [Int]),
      testProperty "loeb finds values in any order" $
        forAll (shuffle [0 .. 20 :: Int]) $ \order ->
          let told = IntMap.fromList [(n, \known -> if n == 0 then Just 1 else (2 *) <$> join (IntMap.lookup (n - 1) known)) | n <- order]
           in loeb told IntMap.! 20 === Just (2 ^ (20 :: Int) :: Int)
    ]
