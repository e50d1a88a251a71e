-- | Opening the Turing Lock: a compiled program is what an interpreter says, step by step.
module Laws.Day23 (laws) where

import Aoc2015.Day23
import Data.Maybe (isJust)
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Contract (NoAnswer)

programs :: Gen (V.Vector Instruction)
programs = V.fromList <$> listOf1 instruction
  where
    instruction =
      oneof
        [ Half <$> register,
          Triple <$> register,
          Increment <$> register,
          Jump <$> choose (-3, 4),
          JumpIfEven <$> register <*> choose (-3, 4),
          JumpIfOne <$> register <*> choose (-3, 4)
        ]
    register = elements [A, B]

-- | One instruction after another, looked up each time; nothing if there is no end after so many.
interpreted :: V.Vector Instruction -> Int -> Int -> Int -> Maybe Int
interpreted program = go 0
  where
    go place left a b = case program V.!? place of
      Nothing -> Just b
      Just _ | left == 0 -> Nothing
      Just instruction -> case instruction of
        Half r -> set r (`div` 2)
        Triple r -> set r (* 3)
        Increment r -> set r (+ 1)
        Jump offset -> go (place + offset) (left - 1) a b
        JumpIfEven r offset -> go (if even (get r) then place + offset else place + 1) (left - 1) a b
        JumpIfOne r offset -> go (if get r == 1 then place + offset else place + 1) (left - 1) a b
      where
        get r = if r == A then a else b
        set r f = go (place + 1) (left - 1) (if r == A then f a else a) (if r == B then f b else b)

right :: Either NoAnswer Int -> Maybe Int
right = either (const Nothing) Just

laws :: TestTree
laws =
  testGroup
    "aoc2015/day23"
    [ testProperty "compiled is interpreted" $
        forAll programs $ \program -> forAll (choose (0, 1)) $ \a ->
          right (compiled program 30 a 0) === interpreted program 30 a 0,
      testProperty "more steps change no answer" $
        forAll programs $ \program -> forAll (choose (0, 30)) $ \few ->
          let answer = right (compiled program few 0 0) in isJust answer ==> right (compiled program 32 0 0) === answer
    ]
