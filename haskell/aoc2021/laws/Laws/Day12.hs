-- | The tables hold what the algebra says: the solution of @v = start + v A@.
module Laws.Day12 (laws) where

import Aoc2021.Day12
import Data.Bits (bit, popCount, (.&.), (.|.))
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

-- | Coefficients by the sets of numbers multiplied, as bits, and how often @e@ is a factor.
newtype Zeon = Zeon (Map.Map (Int, Int) Integer)
  deriving stock (Eq, Show)

zeon :: [((Int, Int), Integer)] -> Zeon
zeon = Zeon . Map.filter (/= 0) . Map.fromListWith (+)

-- | By @z^2 = e z@ each number that both factors have leaves an @e@; and @e^2 = 0@.
instance Num Zeon where
  Zeon a + Zeon b = zeon (Map.toList a <> Map.toList b)
  Zeon a * Zeon b =
    zeon
      [ ((set .|. set', paid''), x * y)
        | ((set, paid), x) <- Map.toList a,
          ((set', paid'), y) <- Map.toList b,
          let paid'' = paid + paid' + popCount (set .&. set'),
          paid'' < 2
      ]
  negate (Zeon a) = Zeon (fmap negate a)
  fromInteger n = zeon [((0, 0), n)]
  abs = id
  signum = id

-- | The number of a cave.
z :: Int -> Zeon
z cave = zeon [((bit cave, 0), 1)]

e :: Zeon
e = zeon [((0, 1), 1)]

-- | The ways between some small caves, the start and the end.
data Map' = Map' Int (V.Vector Integer)
  deriving stock (Show)

instance Arbitrary Map' where
  arbitrary = do
    n <- choose (2, 6)
    Map' n . V.fromList <$> vectorOf (n * n) (frequency [(2, pure 0), (3, choose (1, 4))])

way :: Map' -> Int -> Int -> Zeon
way (Map' n matrix) from to = fromInteger (matrix V.! (n * from + to))

-- | The caves between start and end.
others :: Map' -> [Int]
others (Map' n _) = [0 .. n - 3]

-- | The row of @A@ that leads away from the start, and a row times @A@.
start :: Map' -> [Zeon]
start m = [way m 0 (2 + to) * z to | to <- others m]

onward :: Map' -> [Zeon] -> [Zeon]
onward m row = [sum (zipWith (*) row (into to)) * z to | to <- others m]
  where
    into to = [way m (2 + from) (2 + to) | from <- others m]

solution :: Map' -> [Zeon]
solution m@(Map' n matrix) =
  [ zeon ([((set, 0), first V.! at set) | set <- sets] <> [((set, 1), next V.! at set) | set <- sets])
    | cave <- others m,
      let at set = room n * set + cave
  ]
  where
    first = plain n matrix
    next = second n matrix first
    sets = [0 .. bit (n - 2) - 1]

laws :: TestTree
laws =
  testGroup
    "aoc2021/day12"
    [ testProperty "elements are a commutative ring" $
        forAll ((,,) <$> element <*> element <*> element) $ \(a, b, c) ->
          (a * b) * c === a * (b * c)
            .&&. a * b === b * a
            .&&. a * (b + c) === a * b + a * c
            .&&. 1 * a === a,
      testProperty "a second visit costs e, and e can be paid once" $
        forAll (choose (0, 5)) $ \cave ->
          z cave * z cave === e * z cave .&&. z cave * z cave * z cave === 0 .&&. e * e === 0,
      testProperty "the tables solve v = start + v A" $ \m ->
        let v = solution m in v === zipWith (+) (start m) (onward m v),
      testProperty "and they are the sum of all powers of A, which vanish" $ \m@(Map' n _) ->
        let powers = iterate (onward m) (start m)
         in powers !! n === map (const 0) (others m)
              .&&. solution m === foldr (zipWith (+)) (map (const 0) (others m)) (take n powers),
      testProperty "paths are as many as can be walked" $ \m@(Map' n matrix) ->
        [count spare n matrix | spare <- [False, True]] === [walked m 0 [], walked m 1 []]
    ]

element :: Gen Zeon
element = zeon <$> listOf ((,) <$> ((,) <$> choose (0, 31) <*> choose (0, 1)) <*> choose (-3, 3))

-- | How many paths lead on from the last of these caves, with so many second visits to spare?
walked :: Map' -> Int -> [Int] -> Integer
walked m@(Map' n matrix) spare visited = ways 1 + sum (map next (filter allowed (others m)))
  where
    ways to = matrix V.! (n * from + to)
    from = maybe 0 ((2 +) . fst) (List.uncons visited)
    twice to = length (filter (== to) visited)
    allowed to = twice to <= spare
    next to
      | ways (2 + to) == 0 = 0
      | otherwise = ways (2 + to) * walked m (if twice to > 0 then 0 else spare) (to : visited)
