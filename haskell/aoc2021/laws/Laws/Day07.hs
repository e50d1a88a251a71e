-- | The fuel is convex, its slopes are what is summed up, and none is less than the least.
module Laws.Day07 (laws) where

import Aoc2021.Day07
import qualified Data.ByteString.Char8 as B
import Data.List (intercalate)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day07"
    [ testProperty "a distance costs what its steps cost" $
        forAll anyRise $ \rise -> forAll (choose (0, 50)) $ \d -> price rise d === sum (take d (iterate (+ rise) 1)),
      testProperty "all crabs pay what each of them pays" $
        forAll anyRise $ \rise -> forAll (crabs 99) $ \all' -> forAll (choose (0, 99)) $ \target ->
          fuel rise (tally all') target === paid rise all' target,
      testProperty "a slope is how much more the next target takes" $
        forAll anyRise $ \rise -> forAll (crabs 30) $ \all' ->
          U.toList (slopes rise (tally all'))
            === [paid rise all' (target + 1) - paid rise all' target | target <- [0 .. maximum all']],
      testProperty "slopes only rise, and beyond the last crab they don't fall" $
        forAll anyRise $ \rise -> forAll (crabs 99) $ \all' ->
          let rising = U.toList (slopes rise (tally all'))
           in and (zipWith (<=) rising (drop 1 rising)) .&&. last rising >= 0,
      testProperty "no target takes less than the least fuel, and one takes that" $
        forAll anyRise $ \rise -> forAll (crabs 30) $ \all' ->
          leastFuel rise (tally all') === minimum (map (paid rise all') [0 .. 30]),
      testProperty "where the sea begins makes no difference, nor which way it is looked at" $
        forAll anyRise $ \rise -> forAll (crabs 1000) $ \all' -> forAll (choose (0, 1000)) $ \away ->
          map (leastFuel rise . tally) [map (+ away) all', map (1000 -) all'] === replicate 2 (leastFuel rise (tally all'))
    ]
  where
    anyRise = elements [0, 1]
    crabs far = listOf1 (choose (0, far :: Int))

tally :: [Int] -> Tally
tally = either (error . show) id . parse . B.pack . intercalate "," . map show

-- | Crab by crab, and step by step.
paid :: Int -> [Int] -> Int -> Int
paid rise crabs target = sum [sum (take (abs (crab - target)) (iterate (+ rise) 1)) | crab <- crabs]
