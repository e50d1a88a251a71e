-- | Conversations add, rest is rest, and rectangles hold all pairs.
module Laws.Day18 (laws) where

import Aoc2021.Day18
import qualified Data.List as List
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

newtype Number = Number [(Int, Int)]
  deriving stock (Show)

-- | A pair's regular numbers with their depths, of official form.
instance Arbitrary Number where
  arbitrary = Number <$> pair (1 :: Int)
    where
      pair depth = (<>) <$> element depth <*> element depth
      element depth = frequency ((2, digit depth) : [(5, pair (depth + 1)) | depth < 4])
      digit depth = (\value -> [(depth, value)]) <$> frequency [(2, choose (0, 9)), (1, pure 9)]

leaves :: Number -> Leaves
leaves (Number list) = foldr (uncurry Leaf) End list

-- | The rules as they are: the first pair that is too deep explodes, or else the first large number splits.
reduced :: [(Int, Int)] -> [(Int, Int)]
reduced number
  | (before, (_, x) : (_, y) : after) <- break ((> 4) . fst) number =
    reduced (onLast (+ x) before <> [(4, 0)] <> onFirst (+ y) after)
  | (before, (depth, value) : after) <- break ((> 9) . snd) number =
    reduced (before <> [(depth + 1, value `div` 2), (depth + 1, (value + 1) `div` 2)] <> after)
  | otherwise = number
  where
    onFirst f list = [(depth, f value) | (depth, value) <- take 1 list] <> drop 1 list
    onLast f = reverse . onFirst f . reverse

plainSum :: Number -> Number -> Number
plainSum (Number a) (Number b) = Number (reduced [(depth + 1, value) | (depth, value) <- a <> b])

laws :: TestTree
laws =
  testGroup
    "aoc2021/day18"
    [ testProperty "a conversation ends with the sum" $ \a b ->
        add (leaves a) (leaves b) === leaves (plainSum a b),
      testProperty "as sums of sums do" $ \(NonEmpty numbers) ->
        List.foldl1' add (map leaves numbers) === leaves (List.foldl1' plainSum numbers),
      testProperty "magnitude is a homomorphism to numbers with 3x + 2y" $ \(Number a) (Number b) ->
        let deeper = Number [(depth + 1, value) | (depth, value) <- a <> b]
            size = magnitude . leaves
         in size deeper === 3 * size (Number a) + 2 * size (Number b),
      testProperty "a left half at rest that hears nothing says nothing, and stays as it is" $ \a (NonNegative heard) ->
        let Says _ opened = leftOpens (leaves a)
            Says _ resting = leftHears heard opened
         in leftHears 0 resting === Says 0 resting,
      testProperty "the rectangles hold every pair of two numbers, and none of a number with itself" $ \a b others ->
        let numbers = map leaves (a : b : others)
            sums = [add x y | (x, rest) <- zip numbers (apart numbers), y <- rest]
         in largest numbers === maximum (map magnitude sums)
    ]
  where
    apart list = zipWith (<>) (List.inits list) (drop 1 (List.tails list))
