-- | Safe Cracking: a program is a value, so a machine that changes it has a version of its own.
--
-- Toggling is a map that undoes itself once it has been applied: three times are once.
module Aoc2016.Day23 (parse, part1, part2) where

import Aoc2016.Assembunny
import Threefold.Contract

parse :: Text -> Either InvalidInput Program
parse = programOf 5 "expected an instruction as cpy 41 a, inc a, dec a, jnz a -2 or tgl a, with numbers of at most 999999, in at most 10000 lines"

part1 :: Program -> Either NoAnswer Int
part1 = from 7

part2 :: Program -> Either NoAnswer Int
part2 = from 12

-- | With a number in the first register.
from :: Int -> Program -> Either NoAnswer Int
from number = result registers'
  where
    registers' = Registers number 0 0 0
