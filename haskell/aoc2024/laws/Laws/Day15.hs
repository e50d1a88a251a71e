-- | Warehouse Woes: a zipper goes up as it goes down, and no push makes or breaks a box.
module Laws.Day15 (laws) where

import Aoc2024.Day15
import Data.Bits (popCount, testBit)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A zipper of up to seven rows, and eight columns between walls; its boxes are wide or not.
zippers :: Gen Zipper
zippers = do
  wide <- arbitrary
  robot <- choose (1, 8)
  let row free = do
        tiles <- vectorOf 8 (frequency [(6, pure '.'), (5, pure 'O'), (1, pure '#')])
        pure (signs wide free 1 tiles (Row (Cells 513 0) mempty))
      wall = Row (Cells 1023 0) mempty
  above <- choose (0, 3) >>= \n -> vectorOf n (row 0)
  below <- choose (0, 3) >>= \n -> vectorOf n (row 0)
  here <- row robot
  pure (Zipper wide (above <> [wall]) here (below <> [wall]) (Cells (2 ^ robot) 0))

-- | Tiles from a column on, in which a wide box takes two; one column stays free.
signs :: Bool -> Int -> Int -> String -> Row -> Row
signs wide free column tiles (Row (Cells w _) (Cells b _)) = case tiles of
  '#' : rest | column /= free -> signs wide free (column + 1) rest (Row (Cells (w + 2 ^ column) 0) (Cells b 0))
  'O' : rest | not wide && column /= free -> signs wide free (column + 1) rest (Row (Cells w 0) (Cells (b + 2 ^ column) 0))
  'O' : _ : rest | wide && free `notElem` [column, column + 1] -> signs wide free (column + 2) rest (Row (Cells w 0) (Cells (b + 2 ^ column) 0))
  _ : rest -> signs wide free (column + 1) rest (Row (Cells w 0) (Cells b 0))
  [] -> Row (Cells w 0) (Cells b 0)

rowsOf :: Zipper -> [Row]
rowsOf (Zipper _ above here below _) = reverse above <> (here : below)

size :: Row -> Int
size (Row _ (Cells a b)) = popCount a + popCount b

-- | Is there one thing at most in each column of a row?
isClear :: Bool -> Row -> Bool
isClear wide (Row (Cells w _) (Cells b _)) = and [length (filter id things) <= 1 | x <- [0 .. 9], let things = [testBit w x, testBit b x, wide && x > 0 && testBit b (x - 1)]]

laws :: TestTree
laws =
  testGroup
    "aoc2024/day15"
    [ testProperty "down keeps all boxes, and puts none into another or a wall" $
        forAll zippers $ \zipper@(Zipper wide _ _ _ _) ->
          let rows = rowsOf (goDown zipper)
           in sum (map size rows) === sum (map size (rowsOf zipper)) .&&. all (isClear wide) rows,
      testProperty "who goes up after down pushes nothing on the way back" $
        forAll zippers $ \zipper ->
          let below = goDown zipper
           in below /= zipper ==> rowsOf (goUp below) === rowsOf below,
      testProperty "a row that is pushed to the right is as many boxes" $
        forAll zippers $ \(Zipper wide _ here _ robot) ->
          maybe (property True) (\row -> size row === size here .&&. isClear wide row === True) (slide wide toRight (toRight robot) here),
      testProperty "a column to the right and back is the same" $
        \low (NonNegative high) -> toLeft (toRight (Cells low (high `div` 2))) === Cells low (high `div` 2)
    ]
