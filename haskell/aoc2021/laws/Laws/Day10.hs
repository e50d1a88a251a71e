-- | Brackets act on numbers as they cancel in a line.
module Laws.Day10 (laws) where

import Aoc2021.Day10
import Control.Monad ((>=>))
import qualified Data.ByteString.Char8 as B
import Data.ByteString.Internal (c2w)
import Data.Word (Word8)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day10"
    [ testProperty "a pair of one kind does nothing" $
        forAll opener $ \open -> forAll stack $ \x -> along (B.pack [open, closing open]) x === Right x,
      testProperty "one of two kinds leads nowhere" $
        forAll opener $ \open -> forAll opener $ \other -> forAll stack $ \x ->
          open /= other ==> along (B.pack [open, closing other]) x === Left (c2w (closing other)),
      testProperty "what closes and leads somewhere is undone by what opens" $
        forAll opener $ \open -> forAll stack $ \x ->
          case along (B.singleton (closing open)) x of
            Right y -> along (B.singleton open) y === Right x
            wrong -> wrong === Left (c2w (closing open)),
      testProperty "a line in pieces acts like its pieces in turn" $
        forAll piece $ \as -> forAll piece $ \bs -> along (as <> bs) 0 === (along as >=> along bs) 0,
      testProperty "the first wrong bracket, or the score of what is missing, is what a stack says" $
        forAll piece $ \as -> fmap score (along as 0) === stacked [] (B.unpack as)
    ]

openers :: [Char]
openers = "([{<"

closing :: Char -> Char
closing open = head [close | (open', close) <- zip openers ")]}>", open' == open]

opener :: Gen Char
opener = elements openers

-- | What some brackets lead to, with room for one more.
stack :: Gen Word
stack = choose (0, 5 ^ (26 :: Int) - 1)

-- | Brackets of any kind, or mostly right ones, so that not all lines lead nowhere.
piece :: Gen B.ByteString
piece = B.pack . concat <$> scale (min 12) (listOf part)
  where
    part = do
      open <- opener
      inner <- B.unpack <$> scale (`div` 2) piece
      frequency (zip [9, 3, 6, 1] (map pure [[open] <> inner <> [closing open], inner, [open], [closing open]]))

-- | The first wrong bracket after these that are open, or the score of what is missing.
stacked :: [Char] -> [Char] -> Either Word8 Word
stacked open = \case
  [] -> Right (foldl (\sum' bracket -> 5 * sum' + points bracket) 0 open)
  b : bs
    | b `elem` openers -> stacked (b : open) bs
    | map closing (take 1 open) == [b] -> stacked (drop 1 open) bs
    | otherwise -> Left (c2w b)
  where
    points bracket = sum [number | (bracket', number) <- zip openers [1 ..], bracket' == bracket]
