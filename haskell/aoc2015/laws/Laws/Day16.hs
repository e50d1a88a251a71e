-- | Aunt Sue: what a contravariant functor keeps, and what the tape says in plain words.
module Laws.Day16 (laws) where

import Aoc2015.Day16
import Data.Functor.Contravariant (Predicate (..), contramap)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

aunts :: Gen Aunt
aunts = do
  things <- take 3 <$> shuffle [0 .. 9]
  amounts <- vectorOf 3 (choose (0, 8))
  let [one, two, three] = zipWith Fact things amounts
  pure (Aunt one two three)

-- | Do the facts hold by a comparison for each thing?
holds :: (Int -> Int -> Int -> Bool) -> Aunt -> Bool
holds compares (Aunt one two three) = and [compares thing amount ([3, 7, 2, 3, 0, 0, 5, 3, 2, 1] !! thing) | Fact thing amount <- [one, two, three]]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day16"
    [ testProperty "functions are composed the other way round" $
        \(Fn f) (Fn g) (Fn p) (number :: Int) ->
          getPredicate (contramap f (contramap g (Predicate p))) number
            === getPredicate (contramap ((g :: Int -> Int) . (f :: Int -> Int)) (Predicate p)) number,
      testProperty "unknown amounts keep what both want" $
        \(Fn p) (Fn q) (amount :: Maybe Int) ->
          getPredicate (unlessUnknown (Predicate p <> Predicate q)) amount
            === getPredicate (unlessUnknown (Predicate p) <> unlessUnknown (Predicate q)) amount,
      testProperty "an aunt fits exactly if what is known of her is on the tape" $
        forAll aunts $ \one -> getPredicate (tape exact) one === holds (const (==)) one,
      testProperty "and by ranges, with four other comparisons" $
        forAll aunts $ \one ->
          let compares thing
                | thing `elem` [1, 7] = (>)
                | thing `elem` [3, 6] = (<)
                | otherwise = (==)
           in getPredicate (tape ranges) one === holds compares one,
      testProperty "nothing is remembered of seven things" $
        forAll aunts $ \one -> length [() | Nothing <- map (`remembered` one) [0 .. 9]] === 7
    ]
