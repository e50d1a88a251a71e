-- | The knot is tied for the patterns that some wiring makes, and for no others.
module Laws.Day08 (laws) where

import Aoc2021.Day08
import Data.Bits (bit, popCount)
import qualified Data.List as List
import Data.Maybe (isNothing)
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The digits from 0 to 9 under each of the 5040 wirings; a wiring is what a to g are mixed up to.
wirings :: [[Pattern]]
wirings = [map (sum . map (letter wiring)) shapes | wiring <- List.permutations [0 .. 6]]
  where
    letter wiring segment = bit (wiring !! (fromEnum segment - fromEnum 'a'))
    shapes = ["abcefg", "cf", "acdeg", "acdfg", "bcdf", "abdfg", "abdefg", "acf", "abcdefg", "abcdfg"]

-- | All patterns with so many letters.
ofSize :: Int -> [Pattern]
ofSize n = filter ((== n) . popCount) [0 .. 127]

laws :: TestTree
laws =
  testGroup
    "aoc2021/day08"
    [ testProperty "the digits of every wiring are found" . once $
        filter (\known -> digits (V.fromList known) /= Just known) wirings === [],
      testProperty "in whatever order they were seen" $
        forAll (elements wirings) $ \known ->
          forAll (shuffle known) $ \seen -> digits (V.fromList seen) === Just known,
      testProperty "nothing else is taken for digits (be 1 the letters a and b)" . once $
        let known = Set.fromList (map Set.fromList wirings)
            knots =
              [ (Set.fromList picked, knot (V.fromList picked))
                | seven <- ofSize 3,
                  four <- ofSize 4,
                  three <- ofSize 5,
                  six <- ofSize 6,
                  let picked = [3, seven, four, three, six, 127]
              ]
            sound =
              [ Set.fromList defined
                | (picked, (defined, wires)) <- knots,
                  areWires wires,
                  let all' = Set.fromList defined,
                  picked `Set.isSubsetOf` all',
                  Set.size all' == 10
              ]
         in (length sound, filter (`Set.notMember` known) sound) === (240, []),
      testProperty "ten patterns with the digits' sizes are seldom digits, and then of a wiring" $
        forAll (mapM (elements . ofSize) [6, 2, 5, 5, 4, 5, 6, 3, 7, 6]) $ \seen ->
          Set.size (Set.fromList seen) == 10
            ==> isNothing (digits (V.fromList seen)) === (Set.fromList seen `notElem` map Set.fromList wirings)
    ]
