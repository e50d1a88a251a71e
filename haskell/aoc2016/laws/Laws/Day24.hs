-- | Air Duct Spelunking: derivatives say which words are in a language, and the cheapest is the cheapest of all.
module Laws.Day24 (laws) where

import Aoc2016.Day24
import Control.Monad (foldM)
import Data.Bits (bit)
import qualified Data.ByteString.Char8 as B
import Data.List (permutations)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The language of all words with each letter of a list once, and 0 at the end or not.
language :: [Int] -> Bool -> Language
language = Language . sum . map bit

residual :: [Int] -> Language -> Maybe Language
residual word from = foldM (flip derivative) from word

letters :: Gen [Int]
letters = sublistOf [1 .. 5]

maze :: Int -> Gen [String]
maze width = (\inside -> edge : inside <> [edge]) . map (\row -> "#" <> row <> "#") <$> listOf1 (vectorOf width (elements ".")) `suchThat` ((< 6) . length)
  where
    edge = replicate (width + 2) '#'

laws :: TestTree
laws =
  testGroup
    "aoc2016/day24"
    [ testProperty "the words of a language are those whose residual has the empty word" $
        forAll letters $ \set back -> forAll (listOf (choose (0, 5))) $ \word ->
          let given = map (<> [0 | back]) (permutations set)
           in forAll (elements (word : given)) $ \one -> (fmap isDone (residual one (language set back)) == Just True) === (one `elem` given),
      testProperty "beginnings have the same residual if they have the same letters" $
        forAll letters $ \set back -> forAll (sublistOf set) $ \begin -> forAll (shuffle begin) $ \other ->
          residual begin (language set back) === residual other (language set back),
      testProperty "the cheapest word is the least of all" $
        forAll letters $ \set back -> forAll (vectorOf 36 (choose (0, 99))) $ \costs ->
          let cost from to = costs !! (6 * from + to)
              price word = sum (zipWith cost (0 : word) word)
           in cheapest 6 cost 0 (language set back) === minimum [price (word <> [0 | back]) | word <- permutations set],
      testProperty "in an empty room it is as far as rows and columns say, and as far back" $
        forAll (choose (1, 7)) $ \width -> forAll (maze width) $ \rows -> forAll (place rows) $ \(x, y) -> forAll (place rows) $ \(x', y') ->
          let marked = [[if (column, row) == (x, y) then '0' else if (column, row) == (x', y') then '1' else cell | (column, cell) <- zip [0 ..] cells] | (row, cells) <- zip [0 ..] rows]
              far = abs (x - x') + abs (y - y')
              solved part = either (error . show) part (parse (B.pack (init (unlines marked))))
           in (solved part1, solved part2) === (Right far, Right (2 * far))
    ]
  where
    place :: [String] -> Gen (Int, Int)
    place rows = (,) <$> choose (1, length (head rows) - 2) <*> choose (1, length rows - 2)
