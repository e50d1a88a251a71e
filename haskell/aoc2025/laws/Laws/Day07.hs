-- | Laboratories: splitting is linear, over either semiring, and the substitution loses nothing.
module Laws.Day07 (laws) where

import Aoc2025.Day07
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

counting, either' :: Semiring
counting = Semiring (+) 12
either' = Semiring (.|.) 1

coefficients :: Semiring -> Integer -> [Integer]
coefficients (Semiring _ k) after = [after `shiftR` (k * c) .&. (1 `shiftL` k - 1) | c <- [0 .. 20]]

number :: Semiring -> [Integer] -> Integer
number (Semiring _ k) = sum . zipWith (\c n -> n `shiftL` (k * c)) [0 ..]

row, further :: Gen [Integer]
row = (0 :) <$> vectorOf 15 (choose (0, 400))
further = (0 :) <$> vectorOf 15 (choose (0, 400))

-- | Columns of splitters, none beside another or at an edge.
columns :: Gen [Int]
columns = map (* 2) . Set.toList . Set.fromList <$> listOf (choose (1, 7))

-- | A bit for each column.
splitting :: [Int] -> Integer
splitting = sum . map (2 ^)

laws :: TestTree
laws =
  testGroup
    "aoc2025/day07"
    [ testProperty "a splitter gives what it gets to both sides" $
        forAll row $ \a -> forAll columns $ \at ->
          let get c = if c `elem` at then 0 else a !! c
              given c = sum [a !! s | s <- [c - 1, c + 1], s `elem` at]
           in take 16 (coefficients counting (split counting (number counting a) (spread 12 (splitting at)))) === [(if c < 16 then get c else 0) + given c | c <- [0 .. 15]],
      testProperty "splitting is linear" $
        forAll row $ \a -> forAll further $ \b -> forAll columns $ \at ->
          let after = (`splitBy` at) in after a + after b === after (zipWith (+) a b),
      testProperty "where there are timelines there is a beam" $
        forAll row $ \a -> forAll columns $ \at ->
          let there = map (min 1)
           in there (coefficients counting (a `splitBy` at))
                === coefficients either' (split either' (number either' (there a)) (splitting at))
    ]
  where
    a `splitBy` at = split counting (number counting a) (spread 12 (splitting at))
