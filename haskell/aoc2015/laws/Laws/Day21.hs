-- | RPG Simulator 20XX: a fight is decided by a division, and strength never harms.
module Laws.Day21 (laws) where

import Aoc2015.Day21
import Data.List (nub, subsequences)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

worn :: Gen Worn
worn = Worn <$> choose (0, 400) <*> choose (1, 13) <*> choose (0, 10)

bosses :: Gen Boss
bosses = Boss <$> choose (1, 150) <*> choose (1, 30) <*> choose (0, 12)

-- | Turn by turn.
fight :: Boss -> Int -> Worn -> Bool
fight (Boss points damage armour) mine outfit@(Worn _ damage' armour')
  | points' <= 0 = True
  | mine' <= 0 = False
  | otherwise = fight (Boss points' damage armour) mine' outfit
  where
    points' = points - max 1 (damage' - armour)
    mine' = mine - max 1 (damage - armour')

laws :: TestTree
laws =
  testGroup
    "aoc2015/day21"
    [ testProperty "what is worn is a commutative monoid" $
        forAll worn $ \a -> forAll worn $ \b -> forAll worn $ \c ->
          conjoin [a <> (b <> c) === (a <> b) <> c, a <> b === b <> a, mconcat [a, mempty] === a],
      testProperty "who lasts longer wins the fight" $
        forAll bosses $ \boss -> forAll worn $ \outfit -> wins boss outfit === fight boss 100 outfit,
      testProperty "more never makes a winner lose" $
        forAll bosses $ \boss -> forAll worn $ \a -> forAll worn $ \b -> wins boss a ==> wins boss (a <> b),
      testProperty "at most so many, each once" $
        forAll (choose (0, 3)) $ \count ->
          let all' = atMost count "abcdef" in length (nub all') === length (filter ((<= count) . length) (subsequences "abcdef")) .&&. length all' === length (nub all'),
      testProperty "there are 660 outfits" $ length outfits === 660
    ]
