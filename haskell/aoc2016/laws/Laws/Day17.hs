-- | Two Steps Forward: levels are a monoid, and texts are hashed letter by letter.
module Laws.Day17 (laws) where

import Aoc2016.Day17
import Data.Bits ((.&.))
import qualified Data.ByteString.Char8 as B
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))
import Threefold.Hashes

levels :: Gen (Levels String)
levels = Levels <$> arbitrary

words' :: Hash -> [Int]
words' (Hash a b c d) = map (\word -> fromIntegral (word .&. 0xffffffff)) [a, b, c, d]

read' :: String -> [Int]
read' = words' . finished . foldl readOn begun

laws :: TestTree
laws =
  testGroup
    "aoc2016/day17"
    [ testProperty "levels side by side are a semigroup" $
        forAll levels $ \one -> forAll levels $ \two -> forAll levels $ \three -> (one <> two) <> three === one <> (two <> three),
      testProperty "no levels change nothing" $
        forAll levels $ \one -> (mconcat [one, mempty], mconcat [mempty, one]) === (one, one),
      testProperty "a level is what both have there, as deep as the deeper one" $
        forAll levels $ \(Levels one) -> forAll levels $ \(Levels two) ->
          getLevels (Levels one <> Levels two) === take (max (length one) (length two)) (zipWith (<>) (one <> repeat "") (two <> repeat "")),
      testProperty "a text of one block is hashed as a whole" $
        forAll (choose (0, 55)) $ \count -> forAll (vectorOf count (choose ('a', 'z'))) $ \text -> read' text === words' (hashed (B.pack text)),
      testProperty "longer ones are hashed as by other programs" $
        [head (read' (replicate count 'a')) | count <- [56, 63, 64, 119, 120, 128, 1000]]
          === [0xc78a0c3b, 0xf32165b0, 0xd4424801, 0x73d07b8a, 0xccc0615f, 0x3b6810e5, 0xdc45beca]
    ]
