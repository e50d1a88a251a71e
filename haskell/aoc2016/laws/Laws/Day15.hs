-- | Timing is Everything: classes meet as sets of times do.
module Laws.Day15 (laws) where

import Aoc2016.Day15
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

instance Arbitrary Times where
  arbitrary = frequency [(9, class'), (1, pure Never)]
    where
      class' = choose (1, 30) >>= \apart -> (`Times` apart) <$> choose (0, apart - 1)

has :: Times -> Int -> Bool
has (Times first apart) time = time `mod` apart == first
has Never _ = False

laws :: TestTree
laws =
  testGroup
    "aoc2016/day15"
    [ testProperty "a time is in a meet if it is in both" $
        \one two -> conjoin [has (one <> two) time === (has one time && has two time) | time <- [0 .. 900]],
      testProperty "meets are associative" $ \a b c -> (a <> b) <> c === a <> (b <> c :: Times),
      testProperty "they are commutative" $ \a b -> a <> b === b <> (a :: Times),
      testProperty "a class meets itself in itself" $ \a -> a <> a === (a :: Times),
      testProperty "a time modulo 1 tells nothing" $ \a -> (mconcat [a, mempty], mconcat [mempty, a]) === (a, a :: Times)
    ]
