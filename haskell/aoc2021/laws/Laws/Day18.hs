-- | Conversations add, rest is rest, and rectangles hold all pairs.
module Laws.Day18 (laws) where

import Aoc2021.Day18
import qualified Data.List as List
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The free magma over regular numbers: one is a digit, or a pair of two.
data Number = Digit Int | Pair Number Number
  deriving stock (Show)

-- | A pair of official form.
instance Arbitrary Number where
  arbitrary = pair (0 :: Int)
    where
      pair depth = Pair <$> element (depth + 1) <*> element (depth + 1)
      element depth =
        frequency $
          (2, Digit <$> frequency [(2, choose (0, 9)), (1, pure 9)]) : [(5, pair depth) | depth < 4]
  shrink = \case
    Digit value -> Digit <$> shrink value
    Pair left right -> [pair | pair@(Pair _ _) <- [left, right]] <> [Pair l right | l <- shrink left] <> [Pair left r | r <- shrink right]

leaves :: Number -> Leaves
leaves = fromList . go 0
  where
    go depth = \case
      Digit value -> [(depth, value)]
      Pair left right -> go (depth + 1) left <> go (depth + 1) right

-- | The rules as they are: the first pair that is too deep explodes, or else the first large number splits.
reduced :: [(Int, Int)] -> [(Int, Int)]
reduced number
  | (before, (_, x) : (_, y) : after) <- break ((> 4) . fst) number =
    reduced (onLast (+ x) before <> [(4, 0)] <> onFirst (+ y) after)
  | (before, (depth, value) : after) <- break ((> 9) . snd) number =
    reduced (before <> [(depth + 1, value `div` 2), (depth + 1, (value + 1) `div` 2)] <> after)
  | otherwise = number
  where
    onFirst f = \case
      [] -> []
      (depth, value) : others -> (depth, f value) : others
    onLast f = reverse . onFirst f . reverse

plainSum :: Leaves -> Leaves -> Leaves
plainSum a b = fromList (reduced [(depth + 1, value) | (depth, value) <- toList a <> toList b])

laws :: TestTree
laws =
  testGroup
    "aoc2021/day18"
    [ testProperty "a conversation ends with the sum" $ \a b ->
        add (leaves a) (leaves b) === plainSum (leaves a) (leaves b),
      testProperty "as sums of sums do" $ \(NonEmpty numbers) ->
        let sums f = List.foldl1' f (map leaves numbers)
         in sums add === sums plainSum,
      testProperty "magnitude is a homomorphism to numbers with 3x + 2y" $ \a b ->
        let size = magnitude 0 . leaves
         in magnitude 0 (leaves (Pair a b)) === 3 * size a + 2 * size b,
      testProperty "who is at rest and hears nothing says nothing, and stays as it is" $ \a (NonNegative heard) ->
        let Says _ opened = leftOpens (leaves a)
            Says _ resting = leftHears heard opened
         in leftHears 0 resting === Says 0 resting,
      testProperty "who has said nothing to the left is at rest too" $ \a (NonNegative heard) ->
        let Says _ opened = rightOpens 0 (leaves a)
            final = \case
              Says 0 state -> state
              Says _ state -> final (rightHears 0 state)
            resting = final (rightHears heard opened)
         in rightHears 0 resting === Says 0 resting,
      testProperty "the rectangles hold every pair of two numbers" $ \a b others ->
        let numbers = map leaves (a : b : others)
            sums = [add x y | (x, rest) <- apart numbers, y <- rest]
         in largest numbers === maximum (map (magnitude 0) sums),
      testProperty "and no pair of a number with itself" $ \a b ->
        let (x, y) = (leaves a, leaves b)
         in largest [x, y] === max (magnitude 0 (add x y)) (magnitude 0 (add y x))
    ]
  where
    apart list = [(x, before <> after) | (before, x : after) <- zip (List.inits list) (List.tails list)]
