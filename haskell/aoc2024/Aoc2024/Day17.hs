-- | Chronospatial Computer: a round of the program, read backwards, is a relation.
--
-- Forwards a round takes a number in A to what it puts out and to what is left. Backwards, an output and the number that is left lead to
-- all that A may have been, up to eight, in rising order. Relations are composed in the list monad, and the whole program backwards
-- is a fold of its outputs from the right. The list is lazy, so its first element is the least A, and nothing else is looked for.
module Aoc2024.Day17 (parse, part1, part2, Computer (..), Registers (..), outputs, roundOf, backwards) where

import Control.DeepSeq (NFData)
import Data.Bits (unsafeShiftR, xor, (.&.))
import Data.Char (isOctDigit)
import qualified Data.IntSet as IntSet
import Data.List (intersperse)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

data Registers = Registers !Int !Int !Int
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

-- | Its instructions come with their operands.
data Computer = Computer {registers :: !Registers, program :: ![(Int, Int)]}
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

part1 :: Computer -> Either NoAnswer String
part1 computer =
  outputs computer >>= \case
    [] -> Left (NoAnswer "the program puts nothing out")
    found -> Right (intersperse ',' (concatMap show found))

part2 :: Computer -> Either NoAnswer Int
part2 (Computer _ pairs) = case roundOf pairs of
  Nothing -> Left (NoAnswer "the program is no loop over three bits of A each, and nothing else")
  Just output -> case foldr (backwards output) [0] (concatMap (\(instruction, operand) -> [instruction, operand]) pairs) of
    [] -> Left (NoAnswer "the program never puts out itself")
    a : _ -> Right a

-- | What A may have been before some numbers were put out, given what it may be after the first of them.
backwards :: (Int -> Int) -> Int -> [Int] -> [Int]
backwards output number rests = distinct [a | rest <- rests, a <- [max 1 (8 * rest) .. 8 * rest + 7], output a == number]

-- | Without those that end with the same ten bits as one before: a round sees no more than 13, three of which are new.
distinct :: [Int] -> [Int]
distinct = go IntSet.empty
  where
    go seen (a : more) = if IntSet.member (a .&. 1023) seen then go seen more else a : go (IntSet.insert (a .&. 1023) seen) more
    go _ [] = []

combo :: Int -> Registers -> Int
combo operand (Registers a b c) = case operand of 4 -> a; 5 -> b; 6 -> c; literal -> literal

-- | What an instruction does to the registers; to put out and to jump do nothing.
execute :: (Int, Int) -> Registers -> Registers
execute (instruction, operand) state@(Registers a b c) = case instruction of
  0 -> Registers shifted b c
  1 -> Registers a (b `xor` operand) c
  2 -> Registers a (combo operand state .&. 7) c
  4 -> Registers a (b `xor` c) c
  6 -> Registers a shifted c
  7 -> Registers a b shifted
  _ -> state
  where
    shifted = a `unsafeShiftR` min 63 (combo operand state)

outputs :: Computer -> Either NoAnswer [Int]
outputs (Computer start pairs) = go (100000 :: Int) pairs start
  where
    go _ [] _ = Right []
    go 0 _ _ = Left (NoAnswer "the program does not end within 100000 instructions")
    go left (pair@(instruction, operand) : more) state@(Registers a _ _) = case instruction of
      5 -> (combo operand state .&. 7 :) <$> go (left - 1) more state
      3 | a /= 0 -> go (left - 1) (drop (operand `quot` 2) pairs) state
      _ -> go (left - 1) more (execute pair state)

-- | What a round puts out, by what is in A, if it shifts A by three bits and puts one number out, all else being computed anew from A.
roundOf :: [(Int, Int)] -> Maybe (Int -> Int)
roundOf pairs
  | (3, 0) : _ <- reverse pairs, [(0, 3)] <- having 0, [_] <- having 3, [_] <- having 5, fits [0 .. 4] [0 .. 3] (init pairs) = Just output
  | otherwise = Nothing
  where
    having name = filter ((== name) . fst) pairs
    (before, after) = span ((/= 5) . fst) pairs
    output a = combo (snd (head after)) (foldl (flip execute) (Registers a 0 0) before) .&. 7
    -- is all known that is read, and what shifts by less than 8?
    fits known small ((instruction, operand) : more) = case instruction of
      1 -> reads' [5] && fits known small more
      2 -> reads' [operand] && fits (5 : known) (5 : small) more
      4 -> reads' [5, 6] && fits known large more
      6 -> operand `elem` small && fits (5 : known) large more
      7 -> operand `elem` small && fits (6 : known) small more
      _ -> reads' [operand] && fits known small more
      where
        reads' = all (`elem` known)
        large = filter (/= 5) small
    fits _ _ [] = True

parse :: Text -> Either InvalidInput Computer
parse = whole $ do
  start <- Registers <$> register "Register A: " <*> register "Register B: " <*> register "Register C: "
  blank "expected an empty line"
  Computer start <$> lineOf wrongProgram (tag "Program: " *> valid (few <$> sepBy (valid (fitting <$> number <* tag "," <*> number)) ','))
  where
    register name = lineOf "expected a number of at most 18 digits as Register A: 1977, for A, B and C" (tag name *> natural 999999999999999999)
    number = subtract 48 . fromEnum <$> char isOctDigit
    few pairs = if length pairs <= 10 then Just pairs else Nothing
    fitting instruction operand
      | instruction == 3 && odd operand || instruction `notElem` [1, 3, 4] && operand == 7 = Nothing
      | otherwise = Just (instruction, operand)
    wrongProgram = "expected one to ten pairs of an instruction and its operand as Program: 2,4,0,3,5,5,3,0"
