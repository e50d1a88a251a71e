-- | Binary Diagnostic: counters are a commutative monoid, comparisons are 'Ordering', and
-- folds of the trie are siftings.
module Laws.Day03 (laws) where

import Aoc2021.Day03
import Data.Bits (complement, testBit, (.&.))
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

numbersOf :: Int -> Gen [Word64]
numbersOf places = listOf1 (choose (0, 2 ^ places - 1))

counter :: Gen Counter
counter = foldMap single <$> listOf arbitraryBoundedIntegral

sides :: Gen Sides
sides = (\g l -> Sides g (l .&. complement g)) <$> choose (0, 15) <*> choose (0, 15)

order :: Sides -> Int -> Ordering
order s i
  | testBit (greater s) i = GT
  | testBit (less s) i = LT
  | otherwise = EQ

-- | Sifting as the puzzle tells it.
sift :: (Int -> Int -> Bool) -> Int -> [Word64] -> Word64
sift _ 0 list = head list
sift keepOnes places list
  | null ones = sift keepOnes place zeros
  | null zeros = sift keepOnes place ones
  | keepOnes (length zeros) (length ones) = sift keepOnes place ones
  | otherwise = sift keepOnes place zeros
  where
    place = places - 1
    ones = filter (`testBit` place) list
    zeros = filter (not . (`testBit` place)) list

laws :: TestTree
laws =
  testGroup
    "aoc2021/day03"
    [ testProperty "addition is associative and commutative" $
        forAll ((,,) <$> counter <*> counter <*> counter) $ \(a, b, c) ->
          let none = mempty
           in conjoin [(a <> b) <> c === a <> (b <> c), a <> b === b <> a, a <> none === a],
      testProperty "a number counts its own bits" $ \n ->
        counts (single n) === [if testBit n i then 1 else 0 | i <- [0 .. 63]],
      testProperty "counting many is adding up each" $
        forAll (listOf (choose (0, 3))) $ \list ->
          count (U.fromList list) === foldMap single list,
      testProperty "sides are orderings, place by place" $
        forAll ((,,) <$> sides <*> sides <*> sides) $ \(a, b, c) ->
          (a <> b) <> c === a <> (b <> c)
            .&&. [order (a <> b) i | i <- [0 .. 3]] === [order a i <> order b i | i <- [0 .. 3]],
      testProperty "comparing at once is comparing each" $
        forAll counter $ \a -> forAll (choose (0, 20)) $ \n ->
          map (order (a `against` n)) [0 .. 63] === [compare k (toInteger n) | k <- counts a],
      testProperty "a fold of the trie is a sifting" $
        forAll (numbersOf 5) $ \list ->
          let built = trie 5 (U.fromList list)
           in fold id larger built === sift (<=) 5 list
                .&&. fold id smaller built === sift (>) 5 list
    ]
