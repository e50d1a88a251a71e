-- | How About a Nice Game of Chess?: partial passwords are a monoid, and the earlier one is right.
module Laws.Day05 (laws) where

import Aoc2016.Day05
import qualified Data.IntMap.Strict as M
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

hits :: Gen [(Char, Char)]
hits = listOf ((,) <$> digit <*> digit)
  where
    digit = elements "0123456789abcdef"

laws :: TestTree
laws =
  testGroup
    "aoc2016/day05"
    [ testProperty "a password knows what its parts know, whichever are put together first" $
        forAll hits $ \one -> forAll hits $ \two -> foldMap known (one <> two) === foldMap known one <> foldMap known two,
      testProperty "the first that tells a place is right" $
        forAll hits $ \many -> M.toList (foldMap known many) === [(at, shown) | (at, place) <- zip [0 ..] "01234567", Just shown <- [lookup place many]],
      testProperty "more hashes never change what is known" $
        forAll hits $ \one -> forAll hits $ \two -> M.isSubmapOf (foldMap known one) (foldMap known (one <> two))
    ]
