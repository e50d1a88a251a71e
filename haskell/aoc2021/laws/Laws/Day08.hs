-- | The knot is tied for the patterns that some wiring makes, and for no others.
module Laws.Day08 (laws) where

import Aoc2021.Day08
import Data.Bits (bit, popCount)
import qualified Data.List as List
import Data.Maybe (isNothing)
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The digits from 0 to 9 under each of the 5040 wirings; a wiring is what a to g are mixed up to.
wirings :: [[Pattern]]
wirings = [map (sum . map (letter wiring)) shapes | wiring <- List.permutations [0 .. 6]]
  where
    letter wiring segment = bit (wiring !! (fromEnum segment - fromEnum 'a'))

-- | The segments that the digits light.
shapes :: [String]
shapes = ["abcefg", "cf", "acdeg", "acdfg", "bcdf", "abdfg", "abdefg", "acf", "abcdefg", "abcdfg"]

-- | All patterns with so many letters.
ofSize :: Int -> [Pattern]
ofSize n = filter ((== n) . popCount) [0 .. 127]

laws :: TestTree
laws =
  testGroup
    "aoc2021/day08"
    [ testProperty "the digits of every wiring are found" . once $
        filter (\known -> decoded (foldMap single known) /= Just known) wirings === [],
      testProperty "a set of patterns is known by its members" . forAll (listOf (choose (1, 127))) $ \noted ->
        members (foldMap single noted) === Set.toList (Set.fromList noted),
      testProperty "where each letter is one wire's, the digits are those of this wiring" . once $
        -- The knot is tied letter by letter, so it is enough to look at one: all patterns of some sizes
        -- have it (1), or not (0).
        let wrong =
              [ sizes
                | sizes <- List.subsequences [2 .. 6],
                  let Knot digits wires = knot (\size -> if size `elem` 7 : sizes then 1 else 0),
                  sum wires == 1,
                  let digit shape = sum [wire | (name, wire) <- zip "abcdefg" wires, name `elem` shape],
                  digits /= map digit shapes
              ]
         in wrong === [],
      testProperty "ten patterns of the digits' sizes are seldom digits, and then of a wiring" $
        forAll (mapM (elements . ofSize) [6, 2, 5, 5, 4, 5, 6, 3, 7, 6]) $ \noted ->
          Set.size (Set.fromList noted) == 10
            ==> isNothing (decoded (foldMap single noted)) === (Set.fromList noted `notElem` map Set.fromList wirings)
    ]
