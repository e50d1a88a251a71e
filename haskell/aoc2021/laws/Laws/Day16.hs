-- | What a catamorphism is, and that packets survive being written and read.
module Laws.Day16 (laws) where

import Aoc2021.Day16
import qualified Data.ByteString.Char8 as B
import Data.Char (intToDigit, toUpper)
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
        let both layer = (versions (fmap fst layer), value (fmap snd layer))
         in forAll packets $ \p -> cata both p === (cata versions p, cata value p),
      testProperty "what was written is read" $
        forAll packets $ \p -> parse (hexadecimal (bits p)) === Right p,
      testProperty "trailing zeros, as many as there are, and nothing else" $
        forAll packets $ \p -> forAll (choose (0, 40)) $ \zeros ->
          let text = hexadecimal (bits p) <> B.replicate zeros '0' in parse text === Right p .&&. isLeft (parse (text <> "1")),
      testProperty "a hundred packets in each other, and no more" . once $
        let deep = iterate (\p -> Packet (Operator 1 Sum [p])) (Packet (Literal 1 42))
            read' count = (\p -> (part1 p, part2 p)) <$> parse (hexadecimal (bits (deep !! count)))
         in read' 100 === Right (101, Right 42) .&&. isLeft (read' 101)
    ]
  where
    bits = cata writing

packets :: Gen Packet
packets = sized (go . min 30)
  where
    go size
      | size <= 1 = Packet <$> (Literal <$> choose (0, 7) <*> oneof [choose (0, 20), choose (0, 2 ^ (40 :: Int))])
      | otherwise = do
        operation <- elements ([Sum, Product, Least, Greatest] <> map Compare [LT ..])
        count <- case operation of Compare _ -> pure 2; _ -> choose (1, 4)
        Packet <$> (Operator <$> choose (0, 7) <*> pure operation <*> vectorOf count (go (size `div` count - 1 :: Int)))

-- | Writing is an algebra: the bits of a packet, from those of its sub-packets; an even version tells how many bits these are.
writing :: PacketF String -> String
writing = \case
  Literal version number -> binary 3 version <> binary 3 4 <> groups number
  Operator version operation inner
    | even version -> start <> binary 16 (length (concat inner)) <> concat inner
    | otherwise -> start <> binary 12 (2048 + length inner) <> concat inner
    where
      start = binary 3 version <> binary 3 kind
      kind = case operation of Sum -> 0; Product -> 1; Least -> 2; Greatest -> 3; Compare GT -> 5; Compare LT -> 6; _ -> 7
  where
    groups number = concatMap (binary 5 . (+ 16)) (digits (number `div` 16)) <> binary 5 (number `mod` 16)
    digits n = if n == 0 then [] else digits (n `div` 16) <> [n `mod` 16]

binary :: Int -> Int -> String
binary count number = [intToDigit (number `div` 2 ^ place `mod` 2) | place <- reverse [0 .. count - 1]]

hexadecimal :: String -> B.ByteString
hexadecimal = B.pack . List.unfoldr (\more -> if null more then Nothing else Just (digit (take 4 (more <> "000")), drop 4 more))
  where
    digit = toUpper . intToDigit . List.foldl' (\n bit -> 2 * n + fromEnum (bit == '1')) 0
