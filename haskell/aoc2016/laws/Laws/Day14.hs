-- | One-Time Pad: streams are a comonad, and hashes are hashed again as they are written.
module Laws.Day14 (laws) where

import Aoc2016.Day14
import Aoc2016.Stretch
import Data.Bits (shiftR, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Char (intToDigit)
import Data.Word (Word64)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))
import Threefold.Hashes

stream :: Int -> Stream Int
stream number = number :> stream (number * 5 + 3)

begun :: Stream a -> [a]
begun (a :> later) = a : begun later

-- | What a question says to the first three.
asked :: Fun [Int] Int -> Stream Int -> Int
asked ask = applyFun ask . take 3 . begun

same :: (Eq a, Show a) => Stream a -> Stream a -> Property
same one other = take 9 (begun one) === take 9 (begun other)

-- | As a person would write it.
shown :: Word64 -> String
shown word = [intToDigit (fromIntegral (word `shiftR` place .&. 15)) | place <- [4, 0, 12, 8, 20, 16, 28, 24]]

text :: Hash -> String
text (Hash a b c d) = concatMap shown [a, b, c, d]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day14"
    [ testProperty "to ask each place for what is there changes nothing" $
        \number -> same (extend first (stream number)) (stream number),
      testProperty "asked at each place, a question is asked at the first, too" $
        \ask number -> first (extend (asked ask) (stream number)) === asked ask (stream number),
      testProperty "to ask of answers is to ask once, of answers" $
        \one other number -> same (extend (asked one) (extend (asked other) (stream number))) (extend (asked one . extend (asked other)) (stream number)),
      testProperty "eight digits are written as they are shown" $
        \word -> [toEnum (fromIntegral (written word `shiftR` place .&. 255)) | place <- [0, 8 .. 56]] === shown word,
      testProperty "to stretch is to hash what is written" $
        forAll (choose (0, 5)) $ \times one other ->
          let again = iterate (hashed . B.pack . text)
              start = hashed . B.pack . show :: Int -> Hash
              (first', second) = stretch times (start one) (start other)
           in (text first', text second) === (text (again (start one) !! times), text (again (start other) !! times))
    ]
  where
    first (a :> _) = a
