-- | Leonardo's Monorail: the machine that takes many rounds at once is one that takes none.
module Laws.Day12 (laws) where

import Aoc2016.Assembunny
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

programs :: Gen Program
programs = V.fromList <$> resize 12 (listOf1 instruction)
  where
    instruction =
      frequency
        [ (2, Copy <$> value <*> register),
          (3, Increment <$> register),
          (4, Decrement <$> register),
          (4, JumpIfNotZero <$> register <*> (Number <$> frequency [(3, choose (-6, -2)), (1, choose (2, 3))])),
          (1, JumpIfNotZero <$> value <*> value)
        ]
    register = Register <$> choose (0, 3)
    value = oneof [register, Number <$> choose (-3, 9)]

-- | One instruction after another, as often as is said.
interpreted :: Int -> Int -> Registers -> Program -> Maybe [Int]
interpreted left place now@(Registers a b c d) program = case program V.!? place of
  Nothing -> Just [a, b, c, d]
  _ | left == 0 -> Nothing
  Just (Copy x y) -> next (change y (const (get x)))
  Just (Increment x) -> next (change x (+ 1))
  Just (Decrement x) -> next (change x (subtract 1))
  Just (JumpIfNotZero x y) -> interpreted (left - 1) (if get x == 0 then place + 1 else place + get y) now program
  Just _ -> Nothing
  where
    next after = interpreted (left - 1) (place + 1) after program
    get (Number number) = number
    get (Register register) = [a, b, c, d] !! register
    change (Register 0) f = Registers (f a) b c d
    change (Register 1) f = Registers a (f b) c d
    change (Register 2) f = Registers a b (f c) d
    change _ f = Registers a b c (f d)

laws :: TestTree
laws =
  testGroup
    "aoc2016/day12"
    [ testProperty "many rounds at once are those rounds" $
        forAll programs $ \program -> forAll (vectorOf 4 (choose (-4, 40))) $ \numbers ->
          case interpreted 3000 0 (registersOf numbers) program of
            Nothing -> label "goes on for long" True
            Just after -> label "ends" (take 1 after === either (const []) pure (result (registersOf numbers) program))
    ]
  where
    registersOf numbers = case numbers of
      [a, b, c, d] -> Registers a b c d
      _ -> Registers 0 0 0 0
