-- | Bridge Repair: operators are undone, and questions may be put together before or after they are pulled back.
module Laws.Day07 (laws) where

import Aoc2024.Day07
import Data.Monoid (Any (..), Sum (..))
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

operators :: [(String, Operator)]
operators = [("plus", plus), ("times", times), ("joined", joined)]

some :: Gen (Blind [Operator])
some = Blind . map snd <$> sublistOf operators `suchThat` (not . null)

numbers :: Gen [Int]
numbers = choose (2, 6) >>= \count -> vectorOf count (oneof [choose (1, 3), choose (1, 12), choose (1, 999)])

-- | All that numbers make, from the left on.
made :: [Operator] -> [Int] -> [Int]
made chosen = \case
  [] -> []
  first : others -> foldl (\lefts right -> [forth operator left right | left <- lefts, operator <- chosen]) [first] others

laws :: TestTree
laws =
  testGroup
    "aoc2024/day07"
    [ testGroup "what an operator makes is undone, and nothing else" [testProperty name (undone operator) | (name, operator) <- operators],
      testProperty "questions may be put together before or after" $
        forAll ((,,) <$> some <*> choose (1, 99) <*> choose (0, 9999)) $ \(Blind chosen, right, value) (Fn f) (Fn g) ->
          let (q, q') = (Sum . f, Sum . g) :: (Question (Sum Int), Question (Sum Int))
           in before (`foldMap` chosen) right (q <> q') value === before (`foldMap` chosen) right q value <> before (`foldMap` chosen) right q' value,
      testProperty "ways are counted" $
        forAll ((,) <$> some <*> numbers) $ \(Blind chosen, given) -> forAll (elements (1 : made chosen given)) $ \value ->
          value < 10 ^ (15 :: Int) ==> asked (`foldMap` chosen) (Sum 1) given value === Sum (length (filter (== value) (made chosen given))),
      testProperty "there is a way if they are not none" $
        forAll ((,) <$> some <*> numbers) $ \(Blind chosen, given) -> forAll (choose (1, 5000)) $ \value ->
          getAny (asked (`foldMap` chosen) (Any True) given value) === (getSum (asked (`foldMap` chosen) (Sum 1) given value) > (0 :: Int))
    ]
  where
    undone operator = forAll ((,,) <$> choose (1, 99999) <*> choose (1, 999) <*> choose (1, 9999)) $ \(left, right, result) ->
      back operator (forth operator left right) right === Just left .&&. maybe True (\before' -> forth operator before' right == result) (back operator result right)
