-- | Leonardo's Monorail: loops by finite differences, which the machine takes.
module Aoc2016.Day12 (parse, part1, part2) where

import Aoc2016.Assembunny
import Threefold.Contract

parse :: Text -> Either InvalidInput Program
parse = programOf 4 "expected an instruction as cpy 41 a, inc a, dec a or jnz a -2, with numbers of at most 999999"

part1 :: Program -> Either NoAnswer Int
part1 = result (Registers 0 0 0 0)

part2 :: Program -> Either NoAnswer Int
part2 = result (Registers 0 0 1 0)
