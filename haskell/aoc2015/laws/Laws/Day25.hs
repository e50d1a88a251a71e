{-# LANGUAGE DataKinds #-}

-- | Let It Snow: units are a group, powers add exponents, and diagonals miss no cell.
module Laws.Day25 (laws) where

import Aoc2015.Day25
import Data.List (sort)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

units :: Gen (Unit 101)
units = Unit <$> choose (1, 100)

laws :: TestTree
laws =
  testGroup
    "aoc2015/day25"
    [ testProperty "units are a commutative monoid" $
        forAll units $ \a -> forAll units $ \b -> forAll units $ \c ->
          conjoin [a <> (b <> c) === (a <> b) <> c, a <> b === b <> a, mconcat [a, mempty] === a],
      testProperty "each unit can be undone" $ forAll units $ \a -> a <> power 99 a === mempty,
      testProperty "a power is a product of so many" $
        forAll units $ \a -> forAll (choose (0, 300)) $ \n -> power n a === mconcat (replicate n a),
      testProperty "a product of powers adds exponents" $
        forAll units $ \a -> forAll (choose (0, 10 ^ (9 :: Int))) $ \m -> forAll (choose (0, 10 ^ (9 :: Int))) $ \n ->
          power m a <> power n a === power (m + n) a,
      testProperty "cells are numbered without a gap" $
        forAll (choose (1, 30)) $ \size ->
          sort [before row column | row <- [1 .. size], column <- [1 .. size + 1 - row]]
            === [0 .. size * (size + 1) `quot` 2 - 1],
      testProperty "from one cell to the next" $
        forAll (choose (1, 1000)) $ \row -> forAll (choose (1, 1000)) $ \column ->
          before (if row == 1 then column + 1 else row - 1) (if row == 1 then 1 else column + 1) === before row column + 1
    ]
