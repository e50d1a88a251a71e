-- | Crowds are a monoid, the fuel is convex, and the search finds its least value.
module Laws.Day07 (laws) where

import Aoc2021.Day07
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day07"
    [ testProperty "crowds add up as their crabs do" $
        forAll ((,) <$> crabs 1000000000 <*> crabs 1000000000) $
          \(some, others) -> crowdOf (some <> others) === crowdOf some <> crowdOf others,
      testProperty "crowds commute" $
        forAll ((,) <$> crabs 99 <*> crabs 99) $
          \(some, others) -> crowdOf (some <> others) === crowdOf (others <> some),
      testProperty "who joins a crowd can leave it" $
        forAll ((,) <$> crabs 99 <*> crabs 99) $ \(some, others) ->
          let (a, b) = (crowdOf some, crowdOf others) in (a <> b) `without` b === a,
      testProperty "no crabs are the empty crowd" $
        crowd U.empty === mempty,
      testProperty "a crowd pays what its crabs pay" $
        forAll ((,,) <$> anyCost <*> crabs 1000000000 <*> choose (0, 1000000000)) $
          \(cost, all', target) ->
            let (left, right) = U.partition (<= target) (U.fromList all')
             in fuel cost (crowd left) (crowd right) target === twiceFuel cost all' target,
      testProperty "the slope is what one target is dearer than the last" $
        forAll ((,,) <$> anyCost <*> crabs 1000000000 <*> choose (0, 999999999)) $
          \(cost, all', target) ->
            let at = twiceFuel cost all'
                rise = slope cost (crowdOf all') (length (filter (<= target) all')) target
             in toInteger rise === at (target + 1) - at target,
      testProperty "the fuel's slope only rises" $
        forAll ((,,) <$> anyCost <*> crabs 30 <*> choose (-5, 35)) $
          \(cost, all', target) ->
            let at = twiceFuel cost all'
             in at (target + 1) - at target <= at (target + 2) - at (target + 1),
      testProperty "no target is cheaper than the least fuel, and one is as cheap" $
        forAll ((,) <$> anyCost <*> crabs 30) $
          \(cost, all') -> 2 * least cost all' === minimum (map (twiceFuel cost all') [0 .. 30]),
      testProperty "where the crabs' sea begins makes no difference" $
        forAll ((,,) <$> anyCost <*> crabs 1000 <*> choose (0, 999000000)) $
          \(cost, all', away) ->
            least cost (map (+ away) all') === least cost all',
      testProperty "nor which way they look" $
        forAll ((,) <$> anyCost <*> crabs 1000000000) $
          \(cost, all') ->
            least cost (map (1000000000 -) all') === least cost all'
    ]
  where
    anyCost = elements [linear, triangular]
    crabs far = listOf1 (choose (0, far :: Int))
    crowdOf = crowd . U.fromList
    least cost = leastFuel cost . U.fromList

-- | Crab by crab, as the puzzle has it.
twiceFuel :: Cost -> [Int] -> Int -> Integer
twiceFuel cost crabs target = sum [price (toInteger (abs (crab - target))) | crab <- crabs]
  where
    price d = toInteger (square cost) * d * d + toInteger (step cost) * d
