-- | What is tabulated is what the algebra says: the solution of @v = start + v A@.
module Laws.Day12 (laws) where

import Aoc2021.Day12
import Data.Bits (bit, clearBit, popCount, (.&.), (.|.))
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

-- | Coefficients by the products that they belong to: sets of caves, with or without @e@, as the functions have them.
newtype Element = Element (Map.Map Int Integer)
  deriving stock (Eq, Show)

element :: [(Int, Integer)] -> Element
element = Element . Map.filter (/= 0) . Map.fromListWith (+)

-- | By @z^2 = e z@ each number that both factors have leaves an @e@; and @e^2 = 0@.
instance Num Element where
  Element a + Element b = element (Map.toList a <> Map.toList b)
  Element a * Element b =
    element
      [ (clearBit (set .|. set') 0 .|. paid, x * y)
        | (set, x) <- Map.toList a,
          (set', y) <- Map.toList b,
          let paid = set .&. 1 + set' .&. 1 + popCount (clearBit (set .&. set') 0),
          paid < 2
      ]
  negate (Element a) = Element (fmap negate a)
  fromInteger n = element [(0, n)]
  abs = id
  signum = id

-- | A function's coefficients, of so many caves.
tabulated :: Int -> Zeon Integer -> Element
tabulated caves x = element [(set, x set) | set <- [0 .. bit (caves + 1) - 1]]

some :: Gen Element
some = element <$> listOf ((,) <$> choose (0, 31) <*> choose (-3, 3))

-- | So many ways at most, between at most four caves besides start and end.
anyWays :: Integer -> Gen (Ways Integer)
anyWays most = choose (1, 5) >>= \n -> V.replicateM n (V.replicateM n (frequency [(2, pure 0), (3, choose (1, most))]))

laws :: TestTree
laws =
  testGroup
    "aoc2021/day12"
    [ testProperty "elements are a commutative ring" $
        forAll ((,,) <$> some <*> some <*> some) $ \(a, b, c) ->
          (a * b) * c === a * (b * c) .&&. a * b === b * a .&&. a * (b + c) === a * b + a * c .&&. 1 * a === a,
      testProperty "a visit is a product with the cave's number" $
        forAll ((,) <$> choose (1, 4) <*> some) $ \(cave, x@(Element coefficients)) ->
          tabulated 4 (visit cave (\set -> Map.findWithDefault 0 set coefficients)) === z cave * x,
      testProperty "the walks solve v = start + v A" . forAll (anyWays 4) $ \ways ->
        let caves = V.length ways - 1
            v = map (tabulated caves . (V.!)) (V.toList (walks ways))
            way from to = fromInteger (ways V.! from V.! to)
         in v === [z to * (way 0 to + sum (zipWith (*) v [way from to | from <- [1 ..]])) | to <- [1 .. caves]],
      testProperty "paths are as many as can be walked, in 64 bits or more" . forAll (elements [4, 1000, 10000] >>= anyWays) $ \ways ->
        [part1 ways, part2 ways] === [walked ways 0 [], walked ways 1 []]
    ]
  where
    z cave = element [(bit cave, 1)]

-- | How many paths lead on from the last of these caves, with so many second visits to spare?
walked :: Ways Integer -> Int -> [Int] -> Integer
walked ways spare visited = way 0 + sum (map next (filter ((<= spare) . twice) [1 .. V.length ways - 1]))
  where
    way to = ways V.! head (visited <> [0]) V.! to
    twice to = length (filter (== to) visited)
    next to = way to * walked ways (if twice to > 0 then 0 else spare) (to : visited)
