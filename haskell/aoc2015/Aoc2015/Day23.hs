-- | Opening the Turing Lock: threaded code, tied by a knot.
--
-- An instruction is compiled to a function of the steps left and both registers, which calls the function of
-- the instruction after it. All of them stand in a vector that their own definitions look into, which works as its elements are lazy. Nothing of the
-- program is looked at while it runs.
module Aoc2015.Day23 (parse, part1, part2, Register (..), Instruction (..), compiled) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Maybe (fromMaybe)
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

data Register = A | B
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | Jumps have offsets.
data Instruction
  = Half Register
  | Triple Register
  | Increment Register
  | Jump Int
  | JumpIfEven Register Int
  | JumpIfOne Register Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | What comes of the steps left, @a@ and @b@.
type Run = Int -> Int -> Int -> Either NoAnswer Int

parse :: Text -> Either InvalidInput (V.Vector Instruction)
parse = linesOf wrong (plain <|> Jump <$> (tag "jmp " *> offset) <|> branch)
  where
    plain = (Half <$ tag "hlf " <|> Triple <$ tag "tpl " <|> Increment <$ tag "inc ") <*> register
    branch = (JumpIfEven <$ tag "jie " <|> JumpIfOne <$ tag "jio ") <*> register <* tag ", " <*> offset
    register = A <$ tag "a" <|> B <$ tag "b"
    offset = (id <$ tag "+" <|> negate <$ tag "-") <*> natural 9999
    wrong = "expected an instruction as inc a, jmp +2 or jie a, -2, with an offset of at most 9999"

-- | A program as the function that it is.
compiled :: V.Vector Instruction -> Run
compiled program = at 0
  where
    code = V.imap function program
    at place = fromMaybe (\_ _ b -> Right b) (code V.!? place)
    function place = \case
      Half register -> change (`quot` 2) register
      Triple register -> change (* 3) register
      Increment register -> change (+ 1) register
      Jump offset -> step (at (place + offset))
      JumpIfEven register offset -> choose even register (at (place + offset))
      JumpIfOne register offset -> choose (== 1) register (at (place + offset))
      where
        next = at (place + 1)
        change f A = step (\left a b -> fits (f a) (\a' -> next left a' b))
        change f B = step (\left a b -> fits (f b) (next left a))
        choose holds A to = step (\left a b -> (if holds a then to else next) left a b)
        choose holds B to = step (\left a b -> (if holds b then to else next) left a b)

-- | One instruction less is left, if there is one.
step :: Run -> Run
step run left a b
  | left == 0 = Left (NoAnswer "the program has not ended after 500000 instructions")
  | otherwise = let !rest = left - 1 in run rest a b
{-# INLINE step #-}

fits :: Int -> (Int -> Either NoAnswer Int) -> Either NoAnswer Int
fits number more
  | number > 999999999999999999 = Left (NoAnswer "a register is above 999999999999999999")
  | otherwise = more number
{-# INLINE fits #-}

part1 :: V.Vector Instruction -> Either NoAnswer Int
part1 program = compiled program 500000 0 0

part2 :: V.Vector Instruction -> Either NoAnswer Int
part2 program = compiled program 500000 1 0
