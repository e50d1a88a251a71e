-- | Arithmetic Logic Unit: accepted numbers are a sum of sets, and the largest of a sum is a sum.
--
-- Digits meet in pairs (the notes say why), and the second of a pair is the first with something
-- added. So what a pair adds to a model number is one of a few numbers in even steps, a
-- 'Progression'. Pairs don't know of each other, and what is accepted is whatever can be made of
-- one number from each, which is Minkowski's sum of sets:
--
-- \[ A + B = \{ a + b \mid a \in A, b \in B \} \]
--
-- Sets are a monoid by it, and their largest is a homomorphism from there to numbers and their sum,
-- as is their smallest. So nobody needs to put digits together, or to choose any:
--
-- \[ \max (A_1 + \dots + A_7) = \max A_1 + \dots + \max A_7 \]
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

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (ord)
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Places (byteAt)

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
    number at = U.unsafeIndex codes at `shiftR` 8
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
parse text
  | U.length codes == rows = Right (Program codes)
  | otherwise =
    Left . InvalidInput (U.length codes + 1) $
      "expected inp and a variable, or add, mul, div, mod or eql, a variable,"
        <> " and a variable or a number of at most nine digits"
  where
    rows = B.count '\n' text + 1
    codes = U.unfoldrN rows (instruction text) 0

-- | The instruction in the line that begins at a place, and where the next line begins.
instruction :: Text -> Int -> Maybe (Int, Int)
instruction text start
  | operation < 0 || not (isVariable 4) = Nothing
  | operation == 0 = ends 5 shape
  | byte 5 /= ord ' ' = Nothing
  | isVariable 6 = ends 7 (shape .|. (1 + variable 6) `shiftL` 2)
  | byte 6 == ord '-' = digits negate 7 7 0
  | otherwise = digits id 6 6 0
  where
    operation
      | name == spelled 'i' 'n' 'p' = 0
      | name == spelled 'a' 'd' 'd' = 1
      | name == spelled 'm' 'u' 'l' = 2
      | name == spelled 'd' 'i' 'v' = 3
      | name == spelled 'm' 'o' 'd' = 4
      | name == spelled 'e' 'q' 'l' = 5
      | otherwise = -1
    name = (byte 0 `shiftL` 8 + byte 1) `shiftL` 16 + byte 2 `shiftL` 8 + byte 3
    spelled a b c = (ord a `shiftL` 8 + ord b) `shiftL` 16 + ord c `shiftL` 8 + ord ' '
    shape = operation `shiftL` 5 .|. variable 4
    digits sign from at n
      | digit >= 0 && digit <= 9 && n <= 99999999 = digits sign from (at + 1) (10 * n + digit)
      | at > from = ends at (shape .|. sign n `shiftL` 8)
      | otherwise = Nothing
      where
        digit = byte at - ord '0'
    ends at code
      | byte at == ord '\n' = Just (code, start + at + 1)
      | otherwise = Nothing
    isVariable at = variable at >= 0 && variable at <= 3
    variable at = byte at - ord 'w'
    byte at = fromIntegral (byteAt text (start + at)) :: Int
