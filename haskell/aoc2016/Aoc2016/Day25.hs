-- | Clock Signal: a proof by coinduction.
--
-- A run is a lazy list of what is put out, each with the machine that follows. That a signal never ends is shown by a state,
-- turn included, which leads back to itself: all that comes between two such states is right, so all that follows is.
module Aoc2016.Day25 (parse, part1, alternates) where

import Aoc2016.Assembunny
import Data.Bits ((.&.))
import Threefold.Contract

parse :: Text -> Either InvalidInput Program
parse = programOf 6 "expected an instruction as cpy 41 a, inc a, dec a, jnz a -2, tgl a or out a, with numbers of at most 999999, in at most 10000 lines"

part1 :: Program -> Either NoAnswer Int
part1 program = search 0 1
  where
    search done first
      | done > 500000 || first > 5000 =
        Left (NoAnswer "none of the starts up to 5000 is seen to make the signal, in 500000 steps")
      | holds = Right first
      | otherwise = search (done + taken) (first + 1)
      where
        (holds, taken) = alternates (run (start (Registers first 0 0 0) program))

-- | Are 0 and 1 put out by turns, up to a state that was kept? And after how many steps is that known?
alternates :: Run -> (Bool, Int)
alternates = go (0 :: Int) Nothing
  where
    go _ _ (End machine) = (False, steps machine)
    go turn kept (Put signal machine more)
      | signal /= turn `rem` 2 = (False, steps machine)
      | kept == Just state = (True, steps machine)
      | turn .&. (turn - 1) == 0 = go (turn + 1) (Just state) more
      | otherwise = go (turn + 1) kept more
      where
        state = (turn `rem` 2, at machine, registers machine, code machine)
