-- | Arithmetic Logic Unit: accepted numbers are a sum of sets, and the largest of a sum is a sum.
--
-- What a pair of digits that match adds to a model number is one of a few numbers in even steps, a
-- 'Progression', and what is accepted is whatever can be made of one number from each:
-- <https://en.wikipedia.org/wiki/Minkowski_addition Minkowski's sum> of sets. The largest of a sum is the sum
-- of the largest, so nobody needs to choose digits or to put them together.
module Aoc2021.Day24
  ( parse,
    part1,
    part2,

    -- * Sets
    Progression (..),
    members,
    greatest,

    -- * Programs
    Program,
    accepted,
  )
where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, xor, (.&.), (.|.))
import Data.Char (ord)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (Reader, char, integer, linesOf, tag)

-- | The first number, how many there are, and by how much they grow.
data Progression = Progression {least, size, step :: !Int}
  deriving stock (Eq, Show)

members :: Progression -> [Int]
members set = take (size set) (iterate (+ step set) (least set))

greatest :: Progression -> Int
greatest set = least set + (size set - 1) * step set

-- | What two digits add to a number, by what their places are worth, and by how much the second is
-- larger. If that is more than 8 there are no such digits.
pair :: Int -> Int -> Int -> Progression
pair first second more = Progression (low * both + more * second) (9 - abs more) both
  where
    both = first + second
    low = max 1 (1 - more)

part1 :: Program -> Either NoAnswer Int
part1 program = sum . map greatest <$> accepted program

part2 :: Program -> Either NoAnswer Int
part2 program = sum . map least <$> accepted program

-- | The sets whose sum is what a program accepts.
accepted :: Program -> Either NoAnswer [Progression]
accepted (Program codes)
  | U.length codes == 14 * U.length form = go 0 (10 ^ (13 :: Int)) [] []
  | otherwise = Left noBlocks
  where
    go at place pushed sets
      | place == 0 =
        if null pushed && all ((> 0) . size) sets
          then Right sets
          else Left (NoAnswer "the program accepts no model number")
      | otherwise = case block (U.slice at (U.length form) codes) of
        Just (Block 1 guess extra)
          | guess >= 10 -> next ((place, extra) : pushed) sets
        Just (Block 26 guess _)
          | (other, added) : rest <- pushed -> next rest (pair other place (added + guess) : sets)
        _ -> Left noBlocks
      where
        next = go (at + U.length form) (place `quot` 10)
    noBlocks = NoAnswer "the program is not fourteen blocks that push a digit or pop one"

-- | The three numbers in which blocks differ: what z is divided by, what is added to its last place
-- when that is compared with the digit, and what is added to the digit when that is put there.
data Block = Block !Int !Int !Int

-- | Which block are these instructions, as many as a block has?
block :: U.Vector Int -> Maybe Block
block codes
  | U.and (U.zipWith3 (\code wanted bits -> (code `xor` wanted) .&. bits == 0) codes form fixed),
    extra >= 0,
    extra <= 16 =
    Just (Block (number 4) (number 5) extra)
  | otherwise = Nothing
  where
    number at = (codes U.! at) `shiftR` 8
    extra = number 15
{-# INLINE block #-}

-- | A block with zeros for its numbers.
form :: U.Vector Int
form =
  either (const U.empty) (\(Program codes) -> codes) . parse $
    "inp w\nmul x 0\nadd x z\nmod x 26\ndiv z 0\nadd x 0\neql x w\neql x 0\nmul y 0\n\
    \add y 25\nmul y x\nadd y 1\nmul z y\nmul y 0\nadd y w\nadd y 0\nmul y x\nadd z y"

-- | The bits in which blocks do not differ.
fixed :: U.Vector Int
fixed = U.generate 18 (\at -> if at `elem` [4, 5, 15] then 255 else -1)

-- | Instructions, each in a number: its lowest byte says what is done, to which variable, and with
-- which. If that is none, the rest is the number that it is done with.
newtype Program = Program (U.Vector Int)
  deriving newtype (Eq, Show, NFData)

parse :: Text -> Either InvalidInput Program
parse = fmap Program . linesOf wrong instruction
  where
    wrong =
      "expected inp and a variable, or add, mul, div, mod or eql, a variable,"
        <> " and a variable or a number of at most nine digits"

instruction :: Reader Int
instruction = tag "inp " *> variable <|> shape <$> operation <*> variable <* tag " " <*> operand
  where
    shape code first second = code `shiftL` 5 .|. first .|. second
    operation = 1 <$ tag "add " <|> 2 <$ tag "mul " <|> 3 <$ tag "div " <|> 4 <$ tag "mod " <|> 5 <$ tag "eql "
    operand = (\second -> (1 + second) `shiftL` 2) <$> variable <|> (`shiftL` 8) <$> integer 999999999
    variable = subtract (ord 'w') . ord <$> char (\name -> 'w' <= name && name <= 'z')
