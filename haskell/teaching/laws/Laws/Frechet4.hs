-- | The determinant and its gradient: exchanges undo themselves and commute, and the determinant is linear in each entry.
module Laws.Frechet4 (laws) where

import Data.List (transpose)
import qualified Data.Vector as V
import Teaching.Frechet4
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A product of two, so that any rank may be.
newtype Square = Square [[Integer]]
  deriving stock (Show)

instance Arbitrary Square where
  arbitrary = do
    size <- choose (1, 6)
    inner <- frequency [(3, pure size), (1, pure (size - 1)), (1, choose (0, size))]
    Square <$> (times size <$> matrix size inner <*> matrix inner size)
    where
      matrix height width = vectorOf height (vectorOf width (choose (-9, 9)))

times :: Int -> [[Integer]] -> [[Integer]] -> [[Integer]]
times width a b = [[sum (zipWith (*) row column) | column <- columns] | row <- a]
  where
    columns = if null b then replicate width [] else transpose b

rowsOf :: [[Integer]] -> [Row]
rowsOf = map V.fromList

-- | Of a matrix with a place in each.
placed :: Square -> (Table -> (Int, Int) -> (Int, Int) -> Property) -> Property
placed (Square square) law = forAll ((,) <$> place <*> place) (uncurry (law (Table 1 (V.fromList (rowsOf square)))))
  where
    place = (,) <$> choose (0, length square - 1) <*> choose (0, length square - 1)

pivot :: Table -> (Int, Int) -> Integer
pivot table (row, column) = rows table V.! row V.! column

laws :: TestTree
laws =
  testGroup
    "teaching/frechet-4"
    [ testProperty "an exchange undoes itself" $ \square -> placed square $ \table place _ ->
        pivot table place /= 0 ==> exchange place (exchange place table) === table,
      testProperty "exchanges commute" $ \square -> placed square $ \table one other ->
        let possible a b = pivot table a /= 0 && pivot (exchange a table) b /= 0
         in fst one /= fst other && snd one /= snd other && possible one other && possible other one
              ==> exchange one (exchange other table) === exchange other (exchange one table),
      testProperty "the determinant is linear in each entry" $ \it@(Square square) change -> placed it $ \_ (row, column) _ ->
        let changed = [[if (at, place) == (row, column) then x + change else x | (place, x) <- zip [0 ..] line] | (at, line) <- zip [0 ..] square]
         in determinant (rowsOf changed) === determinant (rowsOf square) + change * (gradient (rowsOf square) !! row !! column),
      testProperty "rows times the gradient's rows" $ \(Square square) ->
        let size = length square
            identity = [[if a == b then determinant (rowsOf square) else 0 | b <- [1 .. size]] | a <- [1 .. size]]
         in times size square (transpose (gradient (rowsOf square))) === identity,
      testProperty "the gradient at a product is the gradients' product" $ \(Square a) (Square b) ->
        let size = min (length a) (length b)
            [one, other] = map (map (take size) . take size) [a, b]
         in gradient (rowsOf (times size one other)) === times size (gradient (rowsOf one)) (gradient (rowsOf other))
    ]
