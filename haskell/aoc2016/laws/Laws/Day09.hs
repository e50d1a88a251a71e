-- | Explosives in Cyberspace: other algebras for the same fold.
module Laws.Day09 (laws) where

import Aoc2016.Day09
import qualified Data.ByteString.Char8 as B
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A text as it is packed.
written :: Packed -> String
written = fold (concatMap piece)
  where
    piece (Letters count) = replicate count 'A'
    piece (Marker signs times inside) = "(" <> show signs <> "x" <> show times <> ")" <> inside

-- | A text as it is unpacked.
unpacked :: Packed -> String
unpacked = fold (concatMap piece)
  where
    piece (Letters count) = replicate count 'A'
    piece (Marker _ times inside) = concat (replicate times inside)

-- | A text with markers so deep; no letters directly after letters, as they would be one piece.
some :: Int -> Gen Packed
some deep = Packed . apart <$> listOf1' (if deep == 0 then letters else oneof [letters, marker])
  where
    letters = Letters <$> choose (1, 4)
    marker = (\inside times -> Marker (length (written inside)) times inside) <$> some (deep - 1) <*> choose (1, 3)
    listOf1' one = choose (1, 3) >>= \count -> vectorOf count one
    apart (Letters a : Letters b : rest) = apart (Letters (a + b) : rest)
    apart (piece : rest) = piece : apart rest
    apart [] = []

laws :: TestTree
laws =
  testGroup
    "aoc2016/day09"
    [ testProperty "a text that is written is read again" $
        forAll (some 3) $ \text -> either (const Nothing) Just (parse (B.pack (written text))) === Just text,
      testProperty "part 2 is the length of the text that is unpacked" $
        forAll (some 3) $ \text -> part2 text === length (unpacked text),
      testProperty "without markers in markers both are the same" $
        forAll (some 1) $ \text -> part1 text === part2 text,
      testProperty "the algebra that makes trees leaves a tree as it is" $
        forAll (some 3) $ \text -> fold Packed text === text
    ]
