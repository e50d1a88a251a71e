-- | The Ideal Stocking Stuffer: the program means the same in every algebra.
module Laws.Day04 (laws) where

import Data.Bits ((.&.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import Data.Word (Word32, Word64)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))
import Threefold.Hashes
import Threefold.Md5

newtype Block = Block [Word64]
  deriving stock (Show)

instance Arbitrary Block where
  arbitrary = Block <$> vectorOf 16 arbitraryBoundedIntegral

plain :: [Word64] -> Word32
plain block = firstWord (\at -> fromIntegral (block !! at)) id

wide :: [Word64] -> Word64
wide block = firstWord (block !!) id

text :: String -> [Word64]
text = U.toList . padded . B.pack

laws :: TestTree
laws =
  testGroup
    "aoc2015/day04"
    [ testProperty "hashes that RFC 1321 lists" $
        map (plain . text) ["", "a", "abc", "message digest"] === [0xd98c1dd4, 0xb975c10c, 0x98500190, 0x7d696bf9],
      testProperty "the lower half of a wide hash is the hash, whatever is above" $
        \(Block block) -> fromIntegral (wide block) === plain block,
      testProperty "two at once are each of the two" $
        \(Block one) (Block other) -> firstWord (\at -> (one !! at, other !! at)) id === (wide one, wide other),
      testProperty "code finds what numbers find" . withMaxSuccess 5 $
        forAll (listOf1 (choose ('a', 'z'))) $ \key ->
          let starts number = plain (text (take 40 key <> show (number :: Int))) .&. 0xf0ff == 0
           in fst (head (hits 1 3 (B.pack (take 40 key)))) === head (filter starts [1 ..])
    ]
