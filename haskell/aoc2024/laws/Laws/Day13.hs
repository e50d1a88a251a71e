-- | Claw Contraption: other buttons, the same places.
module Laws.Day13 (laws) where

import Aoc2024.Day13
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Buttons, in line quite often.
machines :: Gen Machine
machines = do
  (ax, ay, bx, by) <- oneof [(,,,) <$> move <*> move <*> move <*> move, inLine]
  (x, y) <- oneof [(,) <$> choose (0, 300) <*> choose (0, 300), (\m n -> (m * ax + n * bx, m * ay + n * by)) <$> choose (0, 15) <*> choose (0, 15)]
  pure (Machine (Button ax ay 1 0) (Button bx by 0 1) x y)
  where
    move = choose (1, 9)
    inLine = (\x y m n -> (m * x, m * y, n * x, n * y)) <$> choose (1, 4) <*> choose (1, 4) <*> choose (1, 9) <*> choose (1, 9)

laws :: TestTree
laws =
  testGroup
    "aoc2024/day13"
    [ testProperty "better buttons know how they are pressed, and the second stays on its X" $
        forAll machines $ \(Machine a b _ _) ->
          let (step, loop) = normal a b
              pressed button = (across button, along button) === (ofA button * across a + ofB button * across b, ofA button * along a + ofB button * along b)
           in pressed step .&&. pressed loop .&&. across loop === 0 .&&. across step === gcd (across a) (across b),
      testProperty "they reach what A and B reach, as their presses are a matrix of determinant 1 or -1" $
        forAll machines $ \(Machine a b _ _) ->
          let (step, loop) = normal a b in abs (ofA step * ofB loop - ofB step * ofA loop) === 1,
      testProperty "none of all ways is cheaper" $
        forAll machines $ \machine@(Machine a b x y) -> forAll (choose (0, 40)) $ \most ->
          let ways = [3 * m + n | m <- [0 .. most], n <- [0 .. most], m * across a + n * across b == x, m * along a + n * along b == y]
           in tokens most machine === (if null ways then 0 else minimum ways)
    ]
