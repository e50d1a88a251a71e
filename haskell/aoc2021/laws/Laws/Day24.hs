-- | The largest of a sum is the sum of the largest, and a program accepts the sums of its sets.
module Laws.Day24 (laws) where

import Aoc2021.Day24
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Map.Strict as Map
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Contract (Text)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day24"
    [ testProperty "the largest of a sum is the sum of the largest, and so with the smallest" $
        forAll (resize 5 (listOf progression)) $ \sets ->
          let numbers = map sum (traverse members sets)
           in (sum (map least sets), sum (map greatest sets))
                === (minimum numbers, maximum numbers),
      testProperty "what a block does" $
        forAll ((,,) <$> elements [1, 26] <*> choose (-20, 20) <*> choose (0, 16)) $
          \numbers@(divisor, guess, extra) ->
            forAll (choose (0, 100000)) $ \z -> forAll (choose (1, 9)) $ \w ->
              run (["inp z"] <> block numbers) [z, w]
                === let left = z `quot` divisor
                     in if z `rem` 26 + guess == w then left else 26 * left + w + extra,
      testProperty "sums are accepted" $
        forAll solvable $ \program -> forAll (number program) $ \n -> run program (digits n) === 0,
      testProperty "and nothing else is, such as those with one digit changed" $
        forAll solvable $ \program -> forAll (number program) $ \n ->
          forAll (choose (0, 13)) $ \at -> forAll (choose (1, 9)) $ \digit ->
            let (before, old : after) = splitAt at (digits n)
             in (run program (before <> [digit] <> after) == 0) === (digit == old),
      testProperty "all that is accepted is between the answers" $
        forAll solvable $ \program -> forAll (number program) $ \n ->
          fmap (>= n) (parse (text program) `answers` part1) === Just True
            .&&. fmap (<= n) (parse (text program) `answers` part2) === Just True,
      testProperty "two programs are the same if their texts are" $
        forAll (listOf1 instruction) $ \one ->
          forAll (oneof [pure one, listOf1 instruction]) $ \other ->
            (parse (text one) == parse (text other)) === (one == other)
    ]

answers :: Either a b -> (b -> Either c d) -> Maybe d
answers parsed part = either (const Nothing) (either (const Nothing) Just . part) parsed

progression :: Gen Progression
progression = Progression <$> choose (-100, 100) <*> choose (1, 4) <*> choose (0, 100)

-- | Lines of a program.
type Lines = [String]

text :: Lines -> Text
text = B.intercalate "\n" . map B.pack

-- | What is left in z, by the puzzle's words.
run :: Lines -> [Int] -> Int
run program inputs = snd (List.foldl' step (inputs, Map.empty) (map words program)) `at` "z"
  where
    step (rest, variables) = \case
      ["inp", a] | input : others <- rest -> (others, Map.insert a input variables)
      [operation, a, b] ->
        (rest, Map.insert a (apply operation (at variables a) (at variables b)) variables)
      _ -> error "not an instruction, or no digit left"
    at variables name
      | name `elem` ["w", "x", "y", "z"] = Map.findWithDefault 0 name variables
      | otherwise = read name
    apply = \case
      "add" -> (+)
      "mul" -> (*)
      "div" -> quot
      "mod" -> rem
      _ -> \a b -> fromEnum (a == b)

block :: (Int, Int, Int) -> Lines
block (divisor, guess, extra) =
  ["inp w", "mul x 0", "add x z", "mod x 26", "div z " <> show divisor, "add x " <> show guess]
    <> ["eql x w", "eql x 0", "mul y 0", "add y 25", "mul y x", "add y 1", "mul z y", "mul y 0"]
    <> ["add y w", "add y " <> show extra, "mul y x", "add z y"]

-- | Programs of fourteen blocks that accept some number.
solvable :: Gen Lines
solvable = concatMap block <$> go 14 []
  where
    go :: Int -> [Int] -> Gen [(Int, Int, Int)]
    go 0 _ = pure []
    go left stack = do
      extra <- choose (0, 16)
      pushes <- if null stack || length stack == left then pure (null stack) else arbitrary
      case stack of
        pushed : rest | not pushes -> do
          offset <- choose (-8, 8)
          ((26, offset - pushed, extra) :) <$> go (left - 1) rest
        _ -> do
          guess <- choose (10, 30)
          ((1, guess, extra) :) <$> go (left - 1) (extra : stack)

-- | A sum of one number from each set.
number :: Lines -> Gen Int
number program = case parse (text program) `answers` accepted of
  Just sets -> sum <$> traverse (elements . members) sets
  Nothing -> error "the program should be solvable"

digits :: Int -> [Int]
digits n = map (\c -> fromEnum c - fromEnum '0') (show n)

instruction :: Gen String
instruction =
  oneof
    [ ("inp " <>) <$> variable,
      fmap unwords . sequence $
        [ elements ["add", "mul", "div", "mod", "eql"],
          variable,
          oneof [variable, show <$> chooseInt (-2, 2), show <$> chooseInt (-999999999, 999999999)]
        ]
    ]
  where
    variable = elements ["w", "x", "y", "z"]
