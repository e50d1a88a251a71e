-- | Not Quite Lisp: rests are a monoid, reading them a homomorphism, and halving finds what counting finds.
module Laws.Day01 (laws) where

import Aoc2015.Day01
import qualified Data.ByteString.Char8 as B
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

brackets :: Gen B.ByteString
brackets = B.pack <$> listOf (elements "()")

floors :: B.ByteString -> [Int]
floors = scanl (\at bracket -> if bracket == '(' then at + 1 else at - 1) 0 . B.unpack

laws :: TestTree
laws =
  testGroup
    "aoc2015/day01"
    [ testProperty "rests are a monoid" $
        forAll brackets $ \a -> forAll brackets $ \b -> forAll brackets $ \c ->
          let (x, y, z) = (rest a, rest b, rest c)
           in conjoin [x <> (y <> z) === (x <> y) <> z, mconcat [x, mempty] === x, mconcat [mempty, x] === x],
      testProperty "the rest of a text is the product of its parts' rests" $
        forAll brackets $ \a -> forAll brackets $ \b -> rest (a <> b) === rest a <> rest b,
      testProperty "closing brackets are how deep it goes, opening ones how high it ends above that" $
        forAll brackets $ \a ->
          let lowest = minimum (floors a) in rest a === Rest (negate lowest) (last (floors a) - lowest),
      testProperty "halving finds the first floor below 0" $
        forAll brackets $ \a ->
          let below = a <> B.replicate (B.length a + 1) ')' in met mempty below === length (takeWhile (>= 0) (floors below))
    ]
