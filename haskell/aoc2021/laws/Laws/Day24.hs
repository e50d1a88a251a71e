-- | Interpreters agree, and equations tell the numbers accepted from the others.
module Laws.Day24 (laws) where

import Aoc2021.Day24
import qualified Data.ByteString.Char8 as B
import Data.Char (toLower)
import qualified Data.List as List
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day24"
    [ testProperty "what is known of a result is so, whatever the program" $
        forAll (listOf anyInstruction) $ \lines' ->
          forAll (vectorOf 14 (choose (1, 9))) $ agree (fromInstructions lines'),
      testProperty "and so where digits meet" $
        forAll solvable $ \program -> forAll (numbers program) $ agree program,
      testProperty "two interpreters side by side are one" $
        forAll (listOf anyInstruction) $ \lines' -> forAll (vectorOf 14 (choose (1, 9))) $ \digits ->
          let program = fromInstructions lines'
              side = zipWith Side (map Number digits) (map digit [0 .. 13])
           in fmap pair (run program side)
                === ((,) <$> run program (map Number digits) <*> run program (map digit [0 .. 13])),
      testProperty "what a block does" $
        forAll ((,,) <$> elements [1, 26] <*> choose (-20, 20) <*> choose (0, 16)) $ \(divisor, guess, extra) ->
          forAll (choose (0, 100000)) $ \z -> forAll (choose (1, 9)) $ \w ->
            let program = fromInstructions (Instruction Inp Z (Constant 0) : block divisor guess extra)
                left = z `quot` divisor
             in run program [Number z, Number w]
                  === Just (Number (if z `rem` 26 + guess == w then left else 26 * left + w + extra)),
      testProperty "accepted are the numbers whose digits satisfy the equations" $
        forAll solvable $ \program -> forAll (numbers program) $ \digits ->
          forAll (sublistOf [0 .. 13]) $ \changed -> forAll (vectorOf 14 (choose (1, 9))) $ \others ->
            let mixed = [if at `elem` changed then new else old | (at, old, new) <- zip3 [0 :: Int ..] digits others]
             in (run program (map Number mixed) == Just (Number 0))
                  === all (holds mixed) (equationsOf program),
      testProperty "no number accepted is larger than the first answer, or smaller than the second" $
        forAll solvable $ \program -> forAll (numbers program) $ \digits ->
          let n = List.foldl' (\m d -> 10 * m + d) 0 digits
           in fmap (>= n) (part1 program) === Right True .&&. fmap (<= n) (part2 program) === Right True,
      testProperty "what was written is read" $
        forAll (listOf1 anyInstruction) $ \lines' ->
          parse (B.intercalate "\n" (map written lines')) === Right (fromInstructions lines')
    ]

-- | If the digits satisfy the equations, is a symbolic result the number?
agree :: Program -> [Int] -> Property
agree program digits = case (run program (map digit [0 .. 13]), run program (map Number digits)) of
  (Just (Symbolic equations places), Just (Number n))
    | all (holds digits) equations -> label "known" (foldr (\p rest -> value p + 26 * rest) 0 places === n)
  (Just _, Just _) -> label "unknown" True
  (Nothing, Nothing) -> label "too few digits" True
  different -> counterexample (show different) False
  where
    value (Known n) = n
    value (Digit at n) = digits !! at + n

holds :: [Int] -> Equation -> Bool
holds digits (Equation second first offset) = digits !! second == digits !! first + offset

equationsOf :: Program -> Set.Set Equation
equationsOf program = case run program (map digit [0 .. 13]) of
  Just (Symbolic equations []) -> equations
  _ -> Set.empty

-- | Both interpreters at once.
data Side = Side Number Symbolic

pair :: Side -> (Number, Symbolic)
pair (Side a b) = (a, b)

instance Alu Side where
  number n = Side (number n) (number n)
  plus (Side a b) (Side c d) = Side (plus a c) (plus b d)
  times (Side a b) (Side c d) = Side (times a c) (times b d)
  quotient (Side a b) (Side c d) = Side (quotient a c) (quotient b d)
  remainder (Side a b) (Side c d) = Side (remainder a c) (remainder b d)
  equal (Side a b) (Side c d) = Side (equal a c) (equal b d)

-- | Programs of fourteen blocks that accept some number.
solvable :: Gen Program
solvable = fromInstructions . concat <$> go 14 []
  where
    go :: Int -> [Int] -> Gen [[Instruction]]
    go 0 _ = pure []
    go left stack = do
      extra <- choose (0, 16)
      pushes <- if null stack then pure True else if length stack == left then pure False else arbitrary
      case stack of
        pushed : rest | not pushes -> do
          offset <- choose (-8, 8)
          (block 26 (offset - pushed) extra :) <$> go (left - 1) rest
        _ -> do
          guess <- choose (10, 30)
          (block 1 guess extra :) <$> go (left - 1) (extra : stack)

-- | Numbers that satisfy a program's equations.
numbers :: Program -> Gen [Int]
numbers program = map snd . List.sort . concat <$> traverse solved (Set.toList (equationsOf program))
  where
    solved (Equation second first offset) = do
      d <- choose (max 1 (1 - offset), min 9 (9 - offset))
      pure [(first, d), (second, d + offset)]

-- | Small numbers, and divisions that mostly go well.
anyInstruction :: Gen Instruction
anyInstruction = do
  operation <- elements [minBound .. maxBound]
  register <- elements [minBound .. maxBound]
  operand <- case operation of
    Inp -> pure (Constant 0)
    Div -> Constant <$> elements [1, 26, -3]
    Mod -> Constant <$> elements [26, 26, 5]
    Mul -> frequency [(1, Of <$> elements [minBound .. maxBound]), (3, Constant <$> elements [0, 1, 26])]
    _ -> oneof [Of <$> elements [minBound .. maxBound], Constant <$> choose (-30, 30)]
  pure (Instruction operation register operand)

written :: Instruction -> B.ByteString
written (Instruction operation register operand) =
  B.unwords . map (B.pack . map toLower) $ case (operation, operand) of
    (Inp, _) -> [show operation, show register]
    (_, Of other) -> [show operation, show register, show other]
    (_, Constant n) -> [show operation, show register, show n]
