-- | The contract holds even for solutions that break.
module Main (main) where

import Control.Applicative ((<|>))
import Control.Exception (Exception, throw)
import Data.Bits (shiftR, testBit)
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, defaultMain, testGroup)
import Test.Tasty.HUnit (assertBool, testCase, (@?=))
import Test.Tasty.QuickCheck (NonEmptyList (..), NonNegative (..), Positive (..), choose, forAll, listOf, oneof, testProperty, (===))
import Threefold.Bits
import Threefold.Contract
import Threefold.Places
import qualified Threefold.Reading as Form
import Threefold.Run
import Threefold.Search
import Threefold.Sorting

main :: IO ()
main = defaultMain (testGroup "contract" [running, forms, reading, rectangles, searches])

running :: TestTree
running =
  testGroup
    "a solution that"
    [ testCase "answers" $ solve Right B.length B.reverse >>= (@?= "solved 3 cba"),
      testCase "has one part" $ outcome (onePart Right B.length) >>= (@?= "solved 3 -"),
      testCase "refuses the text" $
        solve (const (Left (InvalidInput 7 "why") :: Either InvalidInput ())) (const one) (const one)
          >>= (@?= "invalid 7 why"),
      testCase "has no second answer" $
        solve Right B.length (const (Left (NoAnswer "why") :: Either NoAnswer Int)) >>= (@?= "without 2 why"),
      testCase "throws in parse" $ solve (\_ -> Right (error "thrown" :: Int)) id id >>= startsWith "failed thrown",
      testCase "throws late in an answer" $
        solve Right B.length (const ('a' : error "thrown")) >>= startsWith "failed thrown",
      testCase "throws what ends with blanks" $
        solve (\_ -> throw (Said "thrown, \n then more \n\n") :: Either InvalidInput Int) id id
          >>= (@?= "failed thrown, \n then more"),
      testCase "overflows the stack" $
        solve Right B.length (\text -> deep [B.length text .. 100000000]) >>= startsWith "failed stack overflow",
      testCase "exhausts the heap" $
        solve Right B.length (\text -> let xs = [B.length text ..] in sum (take 100000000 xs) + head' xs)
          >>= startsWith "failed heap overflow",
      testCase "comes after those" $ solve Right B.length B.reverse >>= (@?= "solved 3 cba")
    ]
  where
    one = 1 :: Int
    deep = List.foldr plus 0
    plus a b = a + b :: Int
    head' = List.foldr const 0
    startsWith expected got = assertBool got (expected `List.isPrefixOf` got)
    solve parse part1 part2 = outcome (twoParts parse part1 part2)

newtype Said = Said String

instance Show Said where
  show (Said text) = text

instance Exception Said

outcome :: Solution -> IO String
outcome solution = do
  result <- run solution "abc"
  pure . unwords $ case result of
    Solved a b _ -> ["solved", B.unpack a, maybe "-" B.unpack b]
    Invalid (InvalidInput number why) -> ["invalid", show number, why]
    Without part (NoAnswer why) -> ["without", show part, why]
    Failed why -> ["failed", why]

forms :: TestTree
forms =
  testGroup
    "a form"
    [ testCase "is what all lines have" $ do
        pairs "1,2" @?= Right [(1, 2)]
        pairs "1,-2\n003,4" @?= Right [(1, -2), (3, 4)]
        pairs "000000000000000001,2" @?= Right [(1, 2)],
      refusals "is missing on the line that is named" pairs $
        map
          (\(text, number) -> (text, number, "wrong"))
          [ ("", 1),
            ("1,2\n", 2),
            ("1,2\n\n1,2", 2),
            ("1\n,2", 1),
            ("1,\n2", 1),
            ("1,2 \n1,2", 1),
            ("1,2\n1,2\n1,100", 3),
            ("1,+2", 1),
            ("1,--2", 1),
            ("1,-100", 1),
            ("1,2\n0000000000000000001,2", 2),
            ("18446744073709551617,1", 1)
          ],
      testCase "is within a line what separates" $ list "1,2,3" @?= Right [1, 2, 3],
      refusals
        "is within one line"
        list
        [("", 1, "wrong"), ("1,", 1, "wrong"), ("10\n1", 1, "wrong"), ("1,\n2", 1, "wrong"), ("1\n", 2, more), ("1\n2", 2, more)],
      testCase "has one or more items, and what is between two only there" $
        map several ["1", "1,2,3", "1,2,3,x", "", ",1", "1,"] @?= [Right ([1], 1), Right ([1, 2, 3], 5), Right ([1, 2, 3], 5), Left (InvalidInput 1 "wrong"), Left (InvalidInput 1 "wrong"), Left (InvalidInput 1 "wrong")],
      testCase "has as many items as asked for" $ triple "1,2,3" @?= Right [1, 2, 3],
      refusals
        "has no fewer and no more items"
        triple
        [(text, 1, "wrong") | text <- ["", "1", "1,2", "1,2,", "1,2\n3", "1,2,3,", "1,2,3,4", "1;2,3", "1,2,10"]],
      testCase "may be on at most so many lines" $ (few "1\n2\n3", fewInBlock "1\n2\n3\n") @?= (Right [1, 2, 3], Right [1, 2, 3]),
      refusals "is on no more lines, whatever they are" few [("1\n2\n3\n4", 4, "wrong"), ("1\n2\n3\nx", 4, "wrong"), ("1\nx\n3\n4", 2, "wrong"), ("1\n2\n3\n", 4, "wrong"), ("", 1, "wrong")],
      refusals "is in no longer block" fewInBlock [("1\n2\n3\n4", 4, "wrong"), ("1\n2\n3\nx\n", 4, "wrong"), ("1\nx\n3\n4", 2, "wrong"), ("1\n2\n3", 3, more), ("", 1, "wrong")],
      testCase "may be of lines that fit together" $ growing "1\n2\n5" @?= Right [1, 2, 5],
      refusals
        "has no line that does not fit those before it"
        growing
        [("1\n1", 2, "wrong"), ("2\n1\nx", 2, "wrong"), ("1\nx\n1", 2, "wrong"), ("1\n2\n3\n3\n4\n0", 4, "wrong"), ("", 1, "wrong"), ("1\n\n2", 2, more)],
      testCase "has words and choices" $ switched "off   ab!" @?= Right (False, "ab", '!'),
      refusals "has no other words" switched [(text, 1, "wrong") | text <- ["on ab", "on ab\n", "on !", "o ab!", "on\nab!"]],
      testCase "may fold what a step takes" $
        Form.whole (Form.lineOf "wrong" (Form.folding (\n c -> if c < '2' then Just (2 * n + fromEnum (c == '1')) else Nothing) 1 <* Form.tag "2")) "1012"
          @?= Right 13,
      testCase "is in blocks that empty lines separate" $ named "name:\n1\n2\n\nname:\n3" @?= Right [[1, 2], [3]],
      refusals
        "is wrong in a block on the line that is named"
        named
        [ ("", 1, "name"),
          ("name:", 1, "number"),
          ("name:\n", 2, "number"),
          ("name:\n\n1", 2, "number"),
          ("name:\n1\n", 3, "name"),
          ("name:\n1\n\n", 4, "name"),
          ("name:\n1\n\n\nname:\n1", 4, "name"),
          ("name:\n1\nname:\n1", 3, "number")
        ],
      testCase "is in as many lines as asked for" $ pairOf "1\n2\n\n3\n4" @?= Right [[1, 2], [3, 4]],
      refusals
        "is in no fewer and no more lines"
        pairOf
        [("1", 1, "number"), ("1\n", 2, "number"), ("1\nx", 2, "number"), ("1\n2\n3", 3, "expected an empty line"), ("1\n2\n\n\n", 4, "number")],
      refusals
        "ends where the text does"
        ends
        [("1", 1, "blank"), ("1\n", 2, "number"), ("1\n\n2\n", 4, more)],
      testCase "may have lines of which each decides about the next" $ rising "1\n2\n5" @?= Right [1, 2, 5],
      refusals "then is refused where they do not agree" rising [("", 1, "larger"), ("1\n2\n2\n3", 3, "larger"), ("1\n", 2, "larger")],
      testCase "may be a grid" $ square "12\n34\n56" @?= Right (2, 3),
      refusals "is no other grid" square $
        map
          (\(text, number) -> (text, number, "wrong"))
          [("", 1), ("1234", 1), ("1\n2\n3\n4", 4), ("1\nx", 2), ("1\n23", 2)]
    ]
  where
    more = "expected no more lines"
    pairs = fmap U.toList . Form.linesOf "wrong" ((,) <$> Form.natural 99 <* Form.tag "," <*> Form.integer 99)
    list = fmap U.toList . Form.separated ',' "wrong" (Form.natural 9)
    several = Form.whole (Form.lineOf "wrong" ((,) <$> Form.sepBy (Form.natural 9) ',' <*> Form.readSoFar <* (Form.tag ",x" <|> pure ())))
    triple = fmap U.toList . Form.whole (Form.lineOf "wrong" (Form.items 3 ',' (Form.natural 9)))
    growing = fmap U.toList . Form.whole (Form.fittingBlock "wrong" (\found -> U.and (U.zipWith (<) found (U.drop 1 found))) (Form.natural 9))
    few = fmap U.toList . Form.linesUpTo 3 "wrong" (Form.natural 9)
    fewInBlock = fmap U.toList . Form.whole (Form.blockUpTo 3 "wrong" (Form.natural 9) <* Form.blank more)
    switched =
      Form.whole . Form.lineOf "wrong" $
        (,,)
          <$> (True <$ Form.tag "on" <|> False <$ Form.tag "off") <* Form.spaces
          <*> Form.word (`elem` ['a' .. 'z'])
          <*> Form.char (const True)
    digits = Form.block "number" (Form.natural 9)
    named = fmap (map U.toList) . Form.whole (Form.blocks (Form.lineOf "name" (Form.tag "name:") *> digits))
    pairOf = fmap (map U.toList) . Form.whole (Form.blocks (Form.rows 2 "number" (Form.natural 9)))
    ends = fmap (map U.toList) . Form.whole (sequence [digits <* Form.blank "blank", digits])
    rising = Form.whole . Form.onward "larger" 0 $ \last' ->
      Form.valid ((\n -> if n > last' then Just (n, n) else Nothing) <$> Form.natural 9)
    square = Form.grid 3 "wrong" (\byte -> byte >= 48 && byte <= 57)

-- | Each text has a line that is refused, with that message.
refusals :: (Eq a, Show a) => String -> (Text -> Either InvalidInput a) -> [(Text, Int, String)] -> TestTree
refusals name parse texts =
  testCase name $ mapM_ (\(text, number, why) -> parse text @?= Left (InvalidInput number why)) texts

reading :: TestTree
reading =
  testGroup
    "a number"
    [ testProperty "has its line, and a byte its place" $ \(NonNegative place) ->
        let text = "a\nbc\n\nd"
         in (lineAt text (min place 7), byteAt text place)
              === ([1, 1, 2, 2, 2, 3, 4, 4] !! min place 7, if place < 7 then fromIntegral (fromEnum (B.index text place)) else 10),
      testProperty "is of eight bytes, the lowest first" $ \(NonNegative place) letters ->
        let text = B.pack (map (toEnum . (`mod` 128)) letters)
         in wordAt text place === sum [fromIntegral (byteAt text (place + at)) * 256 ^ at | at <- [0 .. 7]],
      testProperty "is written as it is shown" $ \n ->
        (answer (n :: Int), answer (toInteger n * 4611686018427387904))
          === (Right (B.pack (show n)), Right (B.pack (show (toInteger n * 4611686018427387904)))),
      testCase "is written at the ends of its range too" $
        mapM_ (\n -> answer n @?= Right (B.pack (show n))) [minBound, maxBound, 0 :: Int, 9, 10, 99, 100],
      testCase "is looked for on every line, and an empty text has one" $
        map numbered ["", "a", "a\nb", "a\n\nb"]
          @?= [[(1, "")], [(1, "a")], [(1, "a"), (2, "b")], [(1, "a"), (2, ""), (3, "b")]]
    ]

rectangles :: TestTree
rectangles =
  testGroup
    "a rectangle"
    [ testCase "has a width and a height" $
        map (size 9) ["1", "12", "1\n2", "12\n34\n56"] @?= map Right [(1, 1), (2, 1), (1, 2), (2, 3)],
      testCase "has rows, none of them empty, of what may be there and of one length" $
        mapM_
          (\(text, number) -> size 9 text @?= Left (InvalidInput number "wrong"))
          [("", 1), ("\n", 1), ("\n1", 1), ("12\n", 2), ("1\n\n1", 2), ("12\n3", 2), ("12\n345", 2), ("12\n3 \n4", 2)],
      testCase "ends somewhere" $
        map (size 2) ["12\n34", "123\n456", "12\n34\n56", "12\n34\n5", "123\n45", "12a\n345"]
          @?= (Right (2, 2) : map (\number -> Left (InvalidInput number "wrong")) [1, 3, 3, 1, 1]),
      testProperty "is any whose rows are equally long" $ \(Positive width) (Positive height) ->
        let text = B.intercalate "\n" (replicate height (B.replicate width '7'))
         in size maxBound text === Right (width, height)
    ]
  where
    size most = Form.grid most "wrong" (\byte -> byte >= 48 && byte <= 57)

searches :: TestTree
searches =
  testGroup
    "a search"
    [ testCase "knows what it has worked out" $
        memo (0, 90) (\f i -> if i < 2 then toInteger i else f (i - 1) + f (i - 2)) (90 :: Int) @?= 2880067194370816120,
      testCase "works out anew what is beyond the bounds" $
        memo (0, 3) (\f i -> if i < 2 then i else f (i - 1) + f (i - 2)) (10 :: Int) @?= 55,
      testCase "finds the cheapest way, if there is one" $ do
        let ways = \case
              'a' -> [(9, 'd'), (1, 'b')]
              'b' -> [(1, 'c')]
              'c' -> [(1, 'd'), (0, 'a')]
              _ -> []
        map (\(from, to) -> cheapest ways (== to) from) [('a', 'd'), ('a', 'a'), ('d', 'a')] @?= [Just 3, Just 0, Nothing],
      testCase "leaves rounds out" $
        map (\steps -> repeated (\at -> if at == 4 then 2 else at + 1) steps 0) [0, 1, 4, 5, 6, 1000000000000]
          @?= [0, 1, 4, 2, 3, 4 :: Int],
      testProperty "goes over a word's ones" $ \word ->
        ones word === [place | place <- [0 .. 63], testBit word place],
      testProperty "gathers a bit of each byte, and an end of lines is none" $ \(NonEmpty letters) ->
        let text = B.pack (take 300 (cycle (map (\one -> if one then '1' else '\n') letters)))
         in integerOf (`shiftR` 4) text === sum [2 ^ place | place <- [0 .. B.length text - 1], B.index text place == '1'],
      testProperty "sees two words through a window" $ \low high ->
        [window low high by | by <- [0 .. 64]]
          === [fromInteger ((toInteger high * 2 ^ (64 :: Int) + toInteger low) `div` 2 ^ by) | by <- [0 .. 64 :: Int]],
      testProperty "sorts by digits, and equal keys keep their order" $
        forAll (listOf (oneof [choose (0, 5), choose (0, 2 ^ (54 :: Int))])) $ \keys ->
          U.toList (radixSort (keys !!) (U.enumFromN 0 (length keys))) === List.sortOn (keys !!) [0 .. length keys - 1]
    ]
