-- | Crowds are a monoid, the fuel is convex, and the search finds its least value.
module Laws.Day07 (laws) where

import Aoc2021.Day07
import qualified Data.Vector.Unboxed as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day07"
    [ testProperty "crowds add up as their crabs do" $
        forAll ((,) <$> crabs 1000000000 <*> crabs 1000000000) $
          \(some, others) -> crowd (V.fromList (some <> others)) === crowd (V.fromList some) <> crowd (V.fromList others),
      testProperty "crowds commute" $
        forAll ((,) <$> crabs 99 <*> crabs 99) $
          \(some, others) -> crowd (V.fromList (some <> others)) === crowd (V.fromList (others <> some)),
      testProperty "no crabs are the empty crowd" $
        crowd V.empty === mempty,
      testProperty "a crowd pays what its crabs pay" $
        forAll ((,,) <$> anyCost <*> crabs 1000000000 <*> choose (0, 1000000000)) $
          \(cost, all', target) ->
            let (left, right) = V.partition (<= target) (V.fromList all')
             in fuel cost (crowd left) (crowd right) (toInteger target) === twiceFuel cost all' (toInteger target),
      testProperty "the fuel's slope only rises" $
        forAll ((,,) <$> anyCost <*> crabs 30 <*> choose (-5, 35)) $
          \(cost, all', target) ->
            let at = twiceFuel cost all'
             in at (target + 1) - at target <= at (target + 2) - at (target + 1),
      testProperty "no target is cheaper than the least fuel, and one is as cheap" $
        forAll ((,) <$> anyCost <*> crabs 30) $
          \(cost, all') -> 2 * leastFuel cost (V.fromList all') === minimum (map (twiceFuel cost all') [0 .. 30]),
      testProperty "where the crabs' sea begins makes no difference" $
        forAll ((,,) <$> anyCost <*> crabs 1000 <*> choose (0, 999000000)) $
          \(cost, all', away) ->
            leastFuel cost (V.fromList (map (+ away) all')) === leastFuel cost (V.fromList all'),
      testProperty "nor which way they look" $
        forAll ((,) <$> anyCost <*> crabs 1000000000) $
          \(cost, all') ->
            leastFuel cost (V.fromList (map (1000000000 -) all')) === leastFuel cost (V.fromList all')
    ]
  where
    anyCost = elements [linear, triangular]
    crabs far = listOf1 (choose (0, far :: Int))

-- | Crab by crab, as the puzzle has it.
twiceFuel :: Cost -> [Int] -> Integer -> Integer
twiceFuel cost crabs target = sum [price (abs (toInteger crab - target)) | crab <- crabs]
  where
    price d = square cost * d * d + step cost * d
