-- | Movie Theater: corners integrate to what is inside, and rectangles are counted without looking.
module Laws.Day09 (laws) where

import Aoc2025.Day09
import Data.Int (Int32)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Rows of numbers, the first row and column of which are 0.
rows :: Gen [U.Vector Int32]
rows = do
  (height, width) <- (,) <$> choose (1, 6) <*> choose (1, 6)
  inner <- vectorOf height (U.fromList . (0 :) <$> vectorOf width (choose (-3, 3)))
  pure (U.replicate (width + 1) 0 : inner)

-- | A loop of stairs up to a corner and back along two sides, either way around.
stairs :: Gen (U.Vector Tile)
stairs = do
  steps <- choose (1, 5)
  xs <- scanl (+) 1 <$> vectorOf steps (choose (1, 4))
  ys <- scanl (+) 1 <$> vectorOf steps (choose (1, 4))
  let up = concat (zipWith3 (\x y y' -> [(x, y), (x, y')]) xs ys (drop 1 ys))
      loop = up <> [(last xs, last ys), (last xs, head ys)]
  U.fromList <$> elements [loop, reverse loop]

laws :: TestTree
laws =
  testGroup
    "aoc2025/day09"
    [ testProperty "an integral is a sum over what is above and to the left" $
        forAll rows $ \a ->
          integral id a === [U.fromList [sum (map (U.sum . U.take x) (take y a)) | x <- [1 .. U.length (head a)]] | y <- [1 .. length a]],
      testProperty "four sums tell the sum between two places" $
        forAll rows $ \a -> forAll (choose (1, length a - 1)) $ \y -> forAll (choose (1, U.length (head a) - 1)) $ \x ->
          between (V.fromList (integral id a)) (1, y) (x, 1) === sum (map (U.sum . U.slice 1 x) (take y (drop 1 a))),
      testProperty "the masses of a loop are 0 in all" $
        forAll stairs $ \red -> let (_, _, masses) = outline red in sum (map U.sum masses) === 0,
      testProperty "what is inside is as large as the loop says" $
        forAll stairs $ \red ->
          let (_, (xs, ys), masses) = outline red
              sizes lines' = U.cons 0 (U.snoc (U.zipWith (-) (U.drop 1 lines') lines') 0)
              inside = sum (zipWith (\tall row -> tall * U.sum (U.zipWith (*) (sizes xs) (U.map fromIntegral row))) (U.toList (sizes ys)) (integral id masses))
              around = U.zip red (U.drop 1 red U.++ U.take 1 red)
              twice = U.sum (U.map (\((x, y), (x', y')) -> x * y' - x' * y) around)
              edge = U.sum (U.map (\((x, y), (x', y')) -> abs (x - x') + abs (y - y')) around)
           in 2 * abs inside === abs twice + edge + 2,
      testProperty "red tiles are inside" $
        forAll stairs $ \red ->
          let (places, _, masses) = outline red; inside = integral id masses
           in U.and (U.map (\(x, y) -> (inside !! y) U.! x /= 0) places)
    ]
