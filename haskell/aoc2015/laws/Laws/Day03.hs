-- | Perfectly Spherical Houses in a Vacuum: walks are a monoid, and their product is what is walked.
module Laws.Day03 (laws) where

import Aoc2015.Day03
import qualified Data.ByteString.Char8 as B
import qualified Data.IntSet as IntSet
import Data.List (nub)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

moves :: Gen String
moves = listOf (elements "^v<>")

walk :: String -> Walk
walk = foldMap move

seen :: [(Int, Int)] -> Int
seen = length . nub

places :: String -> [(Int, Int)]
places = scanl to (0, 0)
  where
    to (x, y) sign = (x + count '>' - count '<', y + count '^' - count 'v')
      where
        count other = fromEnum (sign == other)

laws :: TestTree
laws =
  testGroup
    "aoc2015/day03"
    [ testProperty "walks are a monoid" $
        forAll moves $ \a -> forAll moves $ \b -> forAll moves $ \c ->
          let (x, y, z) = (walk a, walk b, walk c)
           in conjoin [x <> (y <> z) === (x <> y) <> z, mconcat [x, mempty] === x, mconcat [mempty, x] === x],
      testProperty "a text's walk is the product of its parts' walks" $
        forAll moves $ \a -> forAll moves $ \b -> walk (a <> b) === walk a <> walk b,
      testProperty "one walk sees the places on it" $
        forAll moves $ \a ->
          let Walk _ set = walk a in (IntSet.size set, part1 (B.pack a)) === (seen (places a), seen (places a)),
      testProperty "two who take turns see the places of both" $
        forAll moves $ \a -> forAll moves $ \b ->
          let (santa, robot) = unzip (zip a b)
           in part2 (B.pack (concat (zipWith (\x y -> [x, y]) santa robot))) === seen (places santa <> places robot)
    ]
