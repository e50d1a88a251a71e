-- | Lazy numbers have a least, told no further than asked for; and a search by them is a search.
module Laws.Day23 (laws) where

import Aoc2021.Day23
import Data.List (permutations)
import Data.Word (Word64)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (total)
import Threefold.Search (cheapest)

-- | A number in bits, and what it is; perhaps endless, that is, with a tail that never ends.
data Bits = Bits [Int] Bool
  deriving stock (Show)

instance Arbitrary Bits where
  arbitrary = Bits <$> listOf (choose (0, 9)) <*> frequency [(4, pure False), (1, pure True)]

energy :: Bits -> Energy
energy (Bits parts endless) = foldr later (if endless then Endless else Told) parts

value :: Bits -> Maybe Int
value (Bits parts endless) = if endless then Nothing else Just (sum parts)

least :: Maybe Int -> Maybe Int -> Maybe Int
least a b = case (a, b) of
  (Nothing, _) -> b
  (_, Nothing) -> a
  _ -> min a b

laws :: TestTree
laws =
  testGroup
    "aoc2021/day23"
    [ testProperty "a number is the sum of its bits" $ \a -> total (energy a) === value a,
      testProperty "of two numbers the smaller" $ \a b ->
        total (energy a <> energy b) === least (value a) (value b),
      testProperty "they may be grouped" $ \a b c ->
        total ((energy a <> energy b) <> energy c) === total (energy a <> (energy b <> energy c)),
      testProperty "an endless one is as good as none" $ \a ->
        total (energy a <> Endless) === value a .&&. total (Endless <> energy a) === value a,
      testProperty "what comes later to both comes later to the smaller" $ \(NonNegative n) a b ->
        total (later n (energy a) <> later n (energy b)) === total (later n (energy a <> energy b)),
      testProperty "a larger number is not told beyond the smaller" $ \(NonNegative n) (Positive more) ->
        let dark = later (n + more) (error "told too far")
         in total (later n Told <> dark) === Just n .&&. total (dark <> later n Told) === Just n,
      testProperty "a number that never ends does no harm" $ \(NonNegative n) ->
        let forever = later 1 forever in total (forever <> later n Told) === Just n,
      testProperty "to remember changes nothing" . mapSize (min 20) $ \(Fn f) keys ->
        map (remembering (f :: Word64 -> Int)) (keys <> keys) === map f (keys <> keys),
      testProperty "rooms of one: as a plain search says" . once $
        conjoin [either (const Nothing) Just (leastEnergy (map pure kinds)) === plain kinds | kinds <- permutations [0 .. 3]]
    ]

-- | The least energy when there is one in each room, by Dijkstra's search, a walk at a time: where is
-- each kind, in the hallway or, 20 further, in a room?
plain :: [Kind] -> Maybe Int
plain kinds = cheapest steps (== map room [0 .. 3]) [room at | kind <- [0 .. 3], (at, k) <- zip [0 ..] kinds, k == kind]
  where
    room kind = 22 + 2 * kind
    steps places =
      [ (10 ^ kind * (abs (a - b) + 1), take kind places <> [there] <> drop (kind + 1) places)
        | (kind, here) <- zip [0 ..] places,
          there <- if here >= 20 then [0, 1, 3, 5, 7, 9, 10] else [room kind],
          let (a, b) = (here `mod` 20, there `mod` 20)
              between = [there | here < 20] <> filter (/= here) [min a b .. max a b],
          not (any (`elem` places) between)
      ]
