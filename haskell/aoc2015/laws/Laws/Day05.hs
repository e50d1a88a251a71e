-- | Doesn't He Have Intern-Elves For This? Sets of places obey the laws of temporal logic.
module Laws.Day05 (laws) where

import Aoc2015.Day05
import Data.Bits (testBit)
import qualified Data.ByteString.Char8 as B
import Data.List (tails)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A string of few letters, so that many are equal.
strings :: Gen String
strings = elements ["abxyz", "bcrs", "eu"] >>= vectorOf 16 . elements

-- | Where a formula holds.
places :: Formula -> String -> [Bool]
places formula string = case parse (B.pack string) of
  Right found -> [testBit (formula (U.head found)) place | place <- [15, 14 .. 0]]
  Left _ -> []

-- | A formula says at each place what is asked of the string from there on.
says :: Formula -> (String -> Bool) -> Property
says formula asked = forAll strings $ \string -> places formula string === map asked (init (tails string))

same :: Formula -> Formula -> Property
same f g = forAll strings $ \string -> places f string === places g string

formulas :: [(Formula, Formula)]
formulas = [(letter 'x', letter 'b'), (repeated 1, letter 'e'), (no (letter 'u'), repeated 3)]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day05"
    [ testProperty "a letter is where it is" $
        conjoin [letter sign `says` ((== [sign]) . take 1) | sign <- ['a' .. 'z']],
      testProperty "a letter is repeated where it is found so many letters on" $
        conjoin [repeated by `says` (\from -> take 1 from == take 1 (drop by from)) | by <- [1 .. 15]],
      testProperty "next is one letter on" $ next (letter 'x') `says` ((== "x") . take 1 . drop 1),
      testProperty "eventually is at some place from here on" $ eventually (letter 'x') `says` elem 'x',
      testProperty "eventually f is f, or next, eventually f; and twice is once" . conjoin $ do
        (f, _) <- formulas
        [eventually f `same` (f \/ next (eventually f)), eventually (eventually f) `same` eventually f],
      testProperty "next goes through and, eventually through or" . conjoin $ do
        (f, g) <- formulas
        [next (f /\ g) `same` (next f /\ next g), eventually (f \/ g) `same` (eventually f \/ eventually g)]
    ]
