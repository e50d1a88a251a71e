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

found :: [Pattern] -> Maybe [Pattern]
found = fmap inOrder . digits . patterns

-- | All patterns with so many letters.
ofSize :: Int -> [Pattern]
ofSize n = filter ((== n) . popCount) [0 .. 127]

laws :: TestTree
laws =
  testGroup
    "aoc2021/day08"
    [ testProperty "the digits of every wiring are found" . once $
        filter (\known -> found known /= Just known) wirings === [],
      testProperty "in whatever order they were seen" $
        forAll (elements wirings) $ \known ->
          forAll (shuffle known) $ \seen -> found seen === Just known,
      testProperty "where each letter is one wire's, the digits are those of this wiring" . once $
        -- The knot is tied letter by letter, so it is enough to look at one: patterns of some sizes
        -- have it (1), and the others don't (0).
        let wrong =
              [ sizes
                | sizes <- List.subsequences [2 .. 6],
                  let shared size = if size `elem` 7 : sizes then 1 else 0,
                  let (defined, Wires a b c d e f g) = knot shared,
                  let wires = zip "abcdefg" [a, b, c, d, e, f, g],
                  sum (map snd wires) == 1,
                  let digit shape = sum [wire | (name, wire) <- wires, name `elem` shape],
                  inOrder defined /= map digit shapes
              ]
         in wrong === [],
      testProperty "ten patterns with the digits' sizes are seldom digits, and then of a wiring" $
        forAll (mapM (elements . ofSize) [6, 2, 5, 5, 4, 5, 6, 3, 7, 6]) $ \seen ->
          Set.size (Set.fromList seen) == 10
            ==> isNothing (found seen) === (Set.fromList seen `notElem` map Set.fromList wirings)
    ]
