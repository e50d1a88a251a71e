-- | The surprise game: powers are a commutative monoid with a value, and no code is shorter than Huffman's.
module Laws.SurpriseGame (laws) where

import Data.List (sort)
import Teaching.Logarithms (coprime)
import Teaching.SurpriseGame
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

surprises :: Gen [Int]
surprises = listOf (choose (0, 9))

added :: [Int] -> Powers
added = mconcat . map power

value :: Powers -> Rational
value (Powers bits) = sum [1 / 2 ^^ bit | bit <- bits]

-- | The least added length of all codes, by joining any two at every step.
shortest :: [Int] -> Int
shortest [_] = 0
shortest counts = minimum [a + b + shortest (a + b : rest) | (a, others) <- picks counts, (b, rest) <- picks others]
  where
    picks xs = [(x, take place xs <> drop (place + 1) xs) | (place, x) <- zip [0 ..] xs]

laws :: TestTree
laws =
  testGroup
    "teaching/surprise-game"
    [ testProperty "powers are added in any order and grouping" $
        forAll surprises $ \a -> forAll surprises $ \b -> forAll surprises $ \c ->
          (added a <> (added b <> added c) === added (b <> a <> c)) .&&. (mconcat [added a, mempty] === added a),
      testProperty "the value of the sum is the sum of the values, in different powers" $
        forAll surprises $ \a -> case added a of
          found@(Powers bits) -> (value found === sum [1 / 2 ^^ bit | bit <- a]) .&&. and (zipWith (>) bits (drop 1 bits)),
      testProperty "no code is shorter" $
        forAll (choose (1, 5) >>= \size -> vectorOf size (choose (1, 9))) $ \counts ->
          let made = sums (sort counts) in (sum made === shortest counts) .&&. (made === sort made),
      testProperty "coprime bases have the same product" $
        forAll (listOf ((,) <$> choose (1, 60) <*> (fromInteger <$> choose (-2, 2)))) $ \powers ->
          let found = coprime powers
              product' terms = product [fromInteger base ^^ (round times :: Int) | (base, times) <- terms] :: Rational
           in (product' found === product' powers)
                .&&. and [gcd a b == 1 | ((a, _), place) <- zip found [0 :: Int ..], (b, _) <- drop (place + 1) found]
    ]
