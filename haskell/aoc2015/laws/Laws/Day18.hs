-- | Like a GIF For Your Yard: the circuit is the rule, and the number is the grid.
module Laws.Day18 (laws) where

import Aoc2015.Day18
import Control.Monad (replicateM)
import Data.Bits (bit, testBit, (.&.))
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

-- | Is a light with these neighbours, itself in their middle, on next?
next :: [Bool] -> Bool
next lights = case splitAt 4 lights of
  (before, here : after) -> let on = length (filter id (before <> after)) in on == 3 || here && on == 2
  _ -> False

wired :: [Bool] -> Bool
wired lights = case lights of
  [a, b, c, d, e, f, g, h, i] -> rule (added a b c) (added d e f) (added g h i) e
  _ -> False

grids :: Gen (Int, Int, Grid)
grids = do
  (width, height) <- (,) <$> choose (1, 9) <*> choose (1, 9)
  lights <- choose (0, 2 ^ (90 :: Int))
  let Grid _ places _ = gridOf width height 0
  pure (width, height, Grid width places (lights .&. places))

laws :: TestTree
laws =
  testGroup
    "aoc2015/day18"
    [ testProperty "an adder adds" $ \(a :: Bool) b c ->
        let (one, two) = added a b c in fromEnum one + 2 * fromEnum two === sum (map fromEnum [a, b, c]),
      testProperty "for each of 512 neighbourhoods the circuit is the rule" . once $
        conjoin [wired lights === next lights | lights <- replicateM 9 [False, True]],
      testProperty "the grid does what the rule does to each light" $
        forAll grids $ \(width, height, grid@(Grid _ _ lights)) ->
          let on x y = 0 <= x && x < width && 0 <= y && y < height && testBit lights (x + y * (width + 1))
              around x y = next [on (x + right) (y + down) | down <- [-1, 0, 1], right <- [-1, 0, 1]]
              Grid _ _ after = step grid
           in after === sum [bit (x + y * (width + 1)) | x <- [0 .. width - 1], y <- [0 .. height - 1], around x y]
    ]
