-- | Gradients of traces: contexts are what they say, and the gradient tells the slope in each direction.
module Laws.Frechet1 (laws) where

import Data.List (transpose)
import qualified Data.Map as M
import qualified Data.Vector as V
import Teaching.Frechet1
import Teaching.Frechet3 (Dual (Dual, slope))
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/frechet-1"
    [ testProperty "a place between what is before it and what is after it is the whole" $
        forAll texts $ \found -> [before <> one <> after | (one, (before, after)) <- zip found (contexts found)] === map (const (concat found)) found,
      testProperty "Leibniz' rule: contexts of two lists are those of the one before the other, and those of the other after the one" $
        forAll texts $ \one -> forAll texts $ \two ->
          contexts (one <> two)
            === [(before, after <> concat two) | (before, after) <- contexts one] <> [(concat one <> before, after) | (before, after) <- contexts two],
      testProperty "matrices are a monoid" $
        forAll squares $ \a -> forAll squares $ \b -> forAll squares $ \c ->
          (a <> (b <> c), mconcat [a]) === ((a <> b) <> c, a),
      testProperty "a trace does not know where its ring begins" $
        forAll functions $ \(given, found) ->
          traces (chosenOf given) [(sign, drop 1 factors <> take 1 factors) | (sign, factors) <- found] === traces (chosenOf given) found,
      testProperty "the slope on dual numbers is the scalar product with the gradient" $
        forAll functions $ \(given, found) -> forAll entries $ \change ->
          let dual = M.mapWithKey (\letter rows -> zipWith (zipWith Dual) rows (if letter == 'X' then change else zeros)) given
           in slope (traces (chosenOf dual) found) === sum (zipWith (*) (concat change) (concat (gradient change (chosenOf given) found)))
    ]
  where
    texts = resize 6 (listOf (listOf (elements ['a' .. 'z'])))
    zeros = [[0, 0], [0, 0]]

entries :: Gen [[Integer]]
entries = vectorOf 2 (vectorOf 2 (choose (-9, 9)))

squares :: Gen (Product V.Vector Integer)
squares = fromRows <$> entries

chosenOf :: M.Map Char [[a]] -> Factor -> Product V.Vector a
chosenOf given factor = fromRows ((if transposed factor then transpose else id) (given M.! name factor))

functions :: Gen (M.Map Char [[Integer]], [(Int, [Factor])])
functions = do
  given <- M.fromList . zip "ABX" <$> vectorOf 3 entries
  found <- resize 6 (listOf ((,) <$> elements [1, -1] <*> listOf1 (Factor <$> elements "ABXX" <*> arbitrary)))
  pure (given, found)
