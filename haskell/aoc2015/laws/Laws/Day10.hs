-- | Elves Look, Elves Say: parts go on by themselves, and there are 92 elements.
module Laws.Day10 (laws) where

import Aoc2015.Day10
import Data.List (group)
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (elements)

-- | None more than three times in a row.
digits :: Gen [Digit]
digits = concatMap (take 3) . group <$> listOf1 (chooseEnum (minBound, maxBound))

first :: Int -> Stream -> [Int]
first count (here :> more) = if count == 0 then [] else here : first (count - 1) more

-- | All elements that some go on into.
reached :: Set.Set [Digit] -> Set.Set [Digit]
reached some = if more == some then some else reached more
  where
    more = some <> foldMap (Set.fromList . elements . said) some

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
                at' <- [1 .. length part - 1],
                let (before, after) = splitAt at' part
            ],
      testProperty "lengths are those of what is said" $
        forAll digits $ \all' -> first 11 (lengths all') === map length (take 11 (iterate said all')),
      testProperty "a tree holds a function's values" $
        forAll digits $ \all' -> at (tree (map fromEnum)) all' === map fromEnum all',
      testProperty "Conway's elements" $ once $ Set.size (reached (Set.singleton [Three])) === 92
    ]
