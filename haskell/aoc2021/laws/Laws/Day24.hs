-- | The largest of a sum is the sum of the largest, and a program accepts the sums of its sets.
module Laws.Day24 (laws) where

import Aoc2021.Day24
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day24"
    [ testProperty "the largest of a sum is the sum of the largest, and so with the smallest" $
        forAll (resize 5 (listOf (Progression <$> choose (-100, 100) <*> choose (1, 4) <*> choose (0, 100)))) $ \sets ->
          let numbers = map sum (traverse members sets)
           in (sum (map least sets), sum (map greatest sets)) === (minimum numbers, maximum numbers),
      ofPrograms "sums are accepted, and are between the answers" $ \text program n ->
        (run text n, fmap (>= n) (part1 program), fmap (<= n) (part2 program)) === (0, Right True, Right True),
      ofPrograms "nothing else is accepted, such as sums with one digit changed" $ \text _ n ->
        forAll ((,) <$> choose (0, 13) <*> choose (1, 9)) $ \(at, digit) ->
          let changed = n + (digit - n `div` 10 ^ at `mod` 10) * 10 ^ (at :: Int)
           in (run text changed == 0) === (changed == n),
      testProperty "two programs are the same if their texts are" $
        forAll instruction $ \one -> forAll (oneof [pure one, instruction]) $ \other ->
          (parse (B.pack one) == parse (B.pack other)) === (one == other)
    ]

-- | A law of programs of fourteen blocks, with a sum of one number from each of its sets.
ofPrograms :: String -> ([String] -> Program -> Int -> Property) -> TestTree
ofPrograms name law = testProperty name . forAll (concatMap block <$> balanced 7) $ \text ->
  either (error . show) (\program -> forAll (sums program) (law text program)) (parse (B.pack (List.intercalate "\n" text)))
  where
    sums = either (error . show) (fmap sum . traverse (elements . members)) . accepted

-- | The numbers of blocks that accept some number: pairs, within each other or one after another.
balanced :: Int -> Gen [(Int, Int, Int)]
balanced 0 = pure []
balanced pairs = do
  (guess, extra, more, other) <- (,,,) <$> choose (10, 30) <*> choose (0, 16) <*> choose (-8, 8) <*> choose (0, 16)
  nested <- choose (0, pairs - 1)
  (inner, after) <- (,) <$> balanced nested <*> balanced (pairs - 1 - nested)
  pure ([(1, guess, extra)] <> inner <> [(26, more - extra, other)] <> after)

block :: (Int, Int, Int) -> [String]
block (divisor, guess, extra) =
  ["inp w", "mul x 0", "add x z", "mod x 26", "div z " <> show divisor, "add x " <> show guess, "eql x w", "eql x 0"]
    <> ["mul y 0", "add y 25", "mul y x", "add y 1", "mul z y", "mul y 0", "add y w", "add y " <> show extra]
    <> ["mul y x", "add z y"]

-- | What the digits of a number leave in z, by the puzzle's words.
run :: [String] -> Int -> Int
run text number = snd (List.foldl' step (show number, Map.empty) (map words text)) `at` "z"
  where
    step (digits, known) = \case
      ["inp", a] -> (drop 1 digits, Map.insert a (read (take 1 digits)) known)
      [operation, a, b] -> (digits, Map.insert a (apply operation (known `at` a) (known `at` b)) known)
      _ -> error "not an instruction"
    at known name = if name `elem` ["w", "x", "y", "z"] then Map.findWithDefault 0 name known else read name
    apply = \case "add" -> (+); "mul" -> (*); "div" -> quot; "mod" -> rem; _ -> \a b -> fromEnum (a == b)

instruction :: Gen String
instruction = oneof [("inp " <>) <$> variable, unwords <$> sequence [operation, variable, oneof [variable, number]]]
  where
    (operation, variable) = (elements ["add", "mul", "div", "mod", "eql"], elements ["w", "x", "y", "z"])
    number = show <$> oneof [chooseInt (-2, 2), chooseInt (-999999999, 999999999)]
