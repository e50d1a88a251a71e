-- | Elves Look, Elves Say: parts go on by themselves, and there are 92 elements.
module Laws.Day10 (laws) where

import Aoc2015.Day10
import Data.List (group)
import qualified Data.Map.Strict as Map
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (elements)

-- | Digits from 1 to 3, none more than three times in a row.
digits :: Gen [Int]
digits = concatMap (take 3) . group <$> listOf1 (choose (1, 3))

laws :: TestTree
laws =
  testGroup
    "aoc2015/day10"
    [ testProperty "parts together are the whole" $
        forAll digits $ \all' -> concat (elements all') === all',
      testProperty "parts never touch each other" $
        forAll digits $ \all' ->
          let parts = iterate (map said) (elements all')
           in conjoin [iterate said all' !! steps === concat (parts !! steps) | steps <- [0 .. 12]],
      testProperty "no cut is missed: two neighbours of an uncut part touch each other at last" $
        forAll digits $ \all' ->
          conjoin
            [ counterexample (show (before, after)) (or [last before == head later | later <- take 12 (iterate said after)])
              | part <- elements all',
                at <- [1 .. length part - 1],
                let (before, after) = splitAt at part
            ],
      testProperty "lengths are those of what is said" $
        forAll digits $ \all' ->
          let lengths = growth (reached (elements all'))
           in [sum [lengths Map.! part !! steps | part <- elements all'] | steps <- [0 .. 10]] === map length (take 11 (iterate said all')),
      testProperty "Conway's elements" $ once $ Map.size (reached [[3]]) === 92
    ]
