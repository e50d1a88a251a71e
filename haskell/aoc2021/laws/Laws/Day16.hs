-- | What a catamorphism is, and that packets survive being written and read.
module Laws.Day16 (laws) where

import Aoc2021.Day16
import qualified Data.ByteString.Char8 as B
import Data.Char (digitToInt, intToDigit, toUpper)
import Data.Either (isLeft)
import qualified Data.List as List
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day16"
    [ testProperty "the catamorphism of the constructor changes nothing" $
        forAll packets $ \p -> cata Packet p === p,
      testProperty "a catamorphism works out sub-packets first" $
        forAll packets $ \p@(Packet layer) -> cata versions p === versions (fmap (cata versions) layer),
      testProperty "two algebras at once are one of pairs" $
        forAll packets $ \p ->
          cata (both versions (value tooLarge)) p === (cata versions p, cata (value tooLarge) p),
      testProperty "what is worked out below a lower bound is right" $
        forAll packets $ \p -> forAll (elements [100, 10000, 10 ^ (18 :: Int)]) $ \bound ->
          let low = cata (value (bound :: Int)) p
           in low === bound .||. toInteger low === cata (value tooLarge) p,
      testProperty "what was written is read" $
        forAll packets $ \p -> parse (written p) === Right p,
      testProperty "trailing zeros, as many as there are, and nothing else" $
        forAll packets $ \p -> forAll (choose (0, 40)) $ \zeros ->
          let more = B.replicate zeros '0'
           in parse (written p <> more) === Right p .&&. isLeft (parse (written p <> more <> "1")),
      testProperty "whatever is missing at the end is noticed" $
        forAll packets $ \p -> forAll (choose (1, 10)) $ \missing ->
          let short = length (bits p) - missing
           in short `mod` 4 == 0 ==> isLeft (parse (hexadecimal (take short (bits p)))),
      testProperty "twenty thousand packets in each other" . once $
        let deep = iterate (\p -> Packet (Operator 1 Sum [p])) (Packet (Literal 1 42)) !! 20000
         in fmap (\p -> (part1 p, part2 p)) (parse (written deep)) === Right (20001, Right 42)
    ]

both :: (PacketF a -> a) -> (PacketF b -> b) -> PacketF (a, b) -> (a, b)
both f g layer = (f (fmap fst layer), g (fmap snd layer))

-- | Packets that have a value, or one that is too large.
packets :: Gen Packet
packets = sized (go . min 30)
  where
    go size
      | size <= 1 = Packet <$> (Literal <$> version <*> number)
      | otherwise = do
        count <- choose (1, 4)
        let inner = go (size `div` count - 1 :: Int)
        oneof
          [ Packet <$> (Operator <$> version <*> operation <*> vectorOf count inner),
            Packet <$> (Comparison <$> version <*> elements [LT ..] <*> inner <*> inner)
          ]
    version = choose (0, 7)
    operation = elements [Sum, Product, Least, Greatest]
    number = oneof [choose (0, 20), choose (0, 2 ^ (40 :: Int)), choose (0, tooLarge - 1)]

written :: Packet -> B.ByteString
written = hexadecimal . bits

bits :: Packet -> String
bits packet = fst (cata writing packet) ""

-- | Writing is an algebra: the bits of a packet and how many they are, from those of its sub-packets.
-- An even version tells how many bits these have, if it can.
writing :: PacketF (ShowS, Int) -> (ShowS, Int)
writing = \case
  Literal version' number ->
    let groups = digits number in (header version' 4 . foldr (.) id groups, 6 + 5 * length groups)
  Operator version' operation inner -> case operation of
    Sum -> operator version' 0 inner
    Product -> operator version' 1 inner
    Least -> operator version' 2 inner
    Greatest -> operator version' 3 inner
  Comparison version' order first second -> case order of
    GT -> operator version' 5 [first, second]
    LT -> operator version' 6 [first, second]
    EQ -> operator version' 7 [first, second]
  where
    operator version' kind inner
      | even version' && size < 32768 = (start . binary 1 0 . binary 15 size . all', 22 + size)
      | otherwise = (start . binary 1 1 . binary 11 (length inner) . all', 18 + size)
      where
        start = header version' kind
        size = sum (map snd inner)
        all' = foldr ((.) . fst) id inner
    header version' kind = binary 3 version' . binary 3 kind
    digits number =
      let lowest = binary 4 (fromInteger (number `mod` 16))
          others = takeWhile (> 0) (drop 1 (iterate (`div` 16) number))
       in [binary 1 1 . binary 4 (fromInteger (n `mod` 16)) | n <- reverse others] <> [binary 1 0 . lowest]

binary :: Int -> Int -> ShowS
binary count number = foldr ((.) . showChar . digit) id (reverse [0 .. count - 1])
  where
    digit n = intToDigit (number `div` 2 ^ n `mod` 2)

hexadecimal :: String -> B.ByteString
hexadecimal = B.unfoldr $ \case
  "" -> Nothing
  more -> let (four, rest) = splitAt 4 more in Just (hexadecimalDigit (take 4 (four <> "000")), rest)
  where
    hexadecimalDigit = toUpper . intToDigit . List.foldl' (\n bit' -> 2 * n + digitToInt bit') 0
