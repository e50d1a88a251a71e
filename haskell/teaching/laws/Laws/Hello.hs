-- | Lines are a semigroup, and greeting is one thing whether done at once or in turns.
module Laws.Hello (laws) where

import qualified Data.ByteString.Builder as Builder
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy as L
import Data.List.NonEmpty (NonEmpty (..))
import Teaching.Hello
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck (testProperty, (===))

laws :: TestTree
laws =
  testGroup
    "teaching/hello"
    [ testProperty "<> associates" $ \a b c ->
        let [x, y, z] = map (Lines . Builder.string7) [a, b, c]
         in written ((x <> y) <> z) === written (x <> (y <> z)),
      testProperty "greeting all is greeting some, then the others" $ \a as b bs ->
        let (some, others) = (B.pack a :| map B.pack as, B.pack b :| map B.pack bs)
         in text (part2 (some <> others)) === text (part2 some) <> "\n" <> text (part2 others)
    ]
  where
    written (Lines builder) = text builder
    text = L.toStrict . Builder.toLazyByteString
