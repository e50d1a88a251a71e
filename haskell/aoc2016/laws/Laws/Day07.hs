-- | Internet Protocol Version 7: folds that are put together find what each of them finds.
module Laws.Day07 (laws) where

import Aoc2016.Day07
import qualified Data.ByteString.Char8 as B
import qualified Data.IntSet as IntSet
import Data.List (isInfixOf)
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Stretches of few different letters, of which every second one is in brackets.
stretches :: Gen [String]
stretches = choose (0, 2) >>= \count -> vectorOf (2 * count + 1) (choose (1, 6) >>= \long -> vectorOf long (choose ('a', 'd')))

written :: [String] -> B.ByteString
written parts = B.pack (concat (zipWith (\inside part -> if inside then "[" <> part <> "]" else part) (cycle [False, True]) parts))

sides :: [String] -> ([String], [String])
sides (outside : inside : later) = let (these, those) = sides later in (outside : these, inside : those)
sides last' = (last', [])

laws :: TestTree
laws =
  testGroup
    "aoc2016/day07"
    [ testProperty "two folds at once find what both find" $ \numbers ->
        let (some, known) = (anywhere (> 3), the (\number -> if even number then Just number else Nothing))
         in fold ((,) <$> some <*> known) numbers === (fold some numbers, fold known (numbers :: [Int])),
      testProperty "a fold that is mapped finds what is made of what it finds" $ \numbers ->
        fold (IntSet.toAscList <$> the Just) numbers === IntSet.toAscList (fold (the Just) numbers),
      testProperty "TLS is what it is said to be" $
        forAll stretches $ \parts ->
          let (outside, inside) = sides parts
              abba = any (\part -> or [[a, b, b, a] `isInfixOf` part | a <- "abcd", b <- "abcd", a /= b])
           in part1 (V.singleton (written parts)) === fromEnum (abba outside && not (abba inside)),
      testProperty "SSL is what it is said to be" $
        forAll stretches $ \parts ->
          let (outside, inside) = sides parts
              both = or [any ([a, b, a] `isInfixOf`) outside && any ([b, a, b] `isInfixOf`) inside | a <- "abcd", b <- "abcd", a /= b]
           in part2 (V.singleton (written parts)) === fromEnum both
    ]
