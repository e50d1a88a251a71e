-- | Infinite Elves and Infinite Houses: sums of elves are those of divisors, however a house is made.
module Laws.Day20 (laws) where

import Aoc2015.Day20
import Data.Bits (bit)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The elves' sum at a house, of those who have not stopped.
elves :: Int -> Int -> Int
elves most house = sum [elf | elf <- [1 .. house], house `rem` elf == 0, house `quot` elf <= most]

-- | A house by the powers of its primes, and its sum.
made :: Times divisors -> divisors -> Int -> Int
made times one number = let House _ found _ = go primes number (House 1 1 one) in found
  where
    go _ 1 house = house
    go (Prime prime _ : later) rest house
      | power > 1 = go later (rest `quot` power) (times prime power house)
      | otherwise = go later rest house
      where
        power = last (takeWhile ((== 0) . (rest `rem`)) (iterate (* prime) 1))
    go [] _ house = house

laws :: TestTree
laws =
  testGroup
    "aoc2015/day20"
    [ testProperty "the sum of divisors is multiplicative" $
        forAll numbers $ \number -> made unending () number === elves number number,
      testProperty "so is the polynomial without terms beyond the fiftieth" $
        forAll numbers $ \number -> made fifty (bit 1) number === elves 50 number,
      testProperty "no number has a higher ratio" $
        forAll numbers $ \number -> fromIntegral (elves number number) <= ratio number primes * fromIntegral number,
      testProperty "the first house is the first" $
        forAll (choose (1, 3000)) $ \enough ->
          conjoin
            [ firstHouse unending () enough === head [house | house <- [1 ..], elves house house >= enough],
              firstHouse fifty (bit 1) enough === head [house | house <- [1 ..], elves 50 house >= enough]
            ]
    ]
  where
    numbers = choose (1, 5000)
