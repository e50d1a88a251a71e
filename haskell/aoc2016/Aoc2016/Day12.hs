-- | Leonardo's Monorail: loops by finite differences, which the machine takes.
module Aoc2016.Day12 (parse, part1, part2) where

import Aoc2016.Assembunny
import Threefold.Contract

parse :: Text -> Either InvalidInput Program
parse = programOf 4 "expected an instruction as cpy 41 a, inc a, dec a or jnz a -2, with numbers of at most 999999, in at most 10000 lines"

part1 :: Program -> Either NoAnswer Int
part1 = from 0

part2 :: Program -> Either NoAnswer Int
part2 = from 1

-- | With a number in the third register.
from :: Int -> Program -> Either NoAnswer Int
from number = result registers'
  where
    registers' = Registers 0 0 number 0
