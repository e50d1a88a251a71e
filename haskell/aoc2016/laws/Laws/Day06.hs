-- | Signals and Noise: histograms add up, and the opposite of an order's opposite is the order.
module Laws.Day06 (laws) where

import Aoc2016.Day06
import qualified Data.ByteString.Char8 as B
import Data.List (sort, transpose)
import Data.Ord (Down (..))
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Rows of three letters, of a few.
rows :: Gen [String]
rows = listOf1 (vectorOf 3 (choose ('a', 'e')))

histograms :: [String] -> Histograms
histograms = either (error . show) id . parse . B.pack . joined

joined :: [String] -> String
joined = foldr1 (\row rest -> row <> "\n" <> rest)

laws :: TestTree
laws =
  testGroup
    "aoc2016/day06"
    [ testProperty "histograms add up" $
        forAll rows $ \some -> forAll rows $ \more -> histograms (some <> more) === histograms some <> histograms more,
      testProperty "the order of rows does not matter" $
        forAll rows $ \some -> histograms (sort some) === histograms some,
      testProperty "the dual of the dual order is the order" $
        forAll rows $ \some -> greatest (Down . Down) (histograms some) === part1 (histograms some),
      testProperty "what is greatest is at least as frequent as any" $
        forAll rows $ \some ->
          let often column letter = length (filter (== letter) column)
              column' (most, column) = all (\letter -> often column letter <= often column most) column
           in all column' (zip (B.unpack (part1 (histograms some))) (transpose some))
    ]
