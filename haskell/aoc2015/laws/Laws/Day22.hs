-- | Wizard Simulator 20XX: a partial order, in which all that happens is monotone, and antichains.
module Laws.Day22 (laws) where

import Aoc2015.Day22
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl')
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

fights :: Gen Fight
fights = Fight <$> choose (0, 300) <*> choose (1, 40) <*> choose (1, 60) <*> choose (0, 600) <*> choose (0, 2) <*> choose (0, 2) <*> choose (0, 2)

-- | A fight, and one that is not worse.
pairs :: Gen (Fight, Fight)
pairs = better <$> fights <*> less <*> less <*> less <*> less
  where
    less = choose (0, 9)
    better fight a b c d =
      (fight, fight {spent = spent fight - d, boss = boss fight - a, mine = mine fight + b, mana = mana fight + c})

-- | Won, or not yet lost and as good.
asGood :: Fight -> Fight -> Bool
asGood one other = boss one <= 0 || boss other > 0 && (mine other <= 0 || one `notWorse` other)

laws :: TestTree
laws =
  testGroup
    "aoc2015/day22"
    [ testProperty "a fight is not worse than itself" $ forAll fights $ \a -> a `notWorse` a,
      testProperty "two that are not worse than each other are the same" $
        forAll pairs $ \(a, b) -> b `notWorse` a .&&. (a `notWorse` b === (a == b)),
      testProperty "a spell that can be cast can be cast in a better fight, and does as well" $
        forAll pairs $ \(a, b) ->
          conjoin [maybe False (`notWorse` after) (lookup price (spells b)) | (price, after) <- spells a],
      testProperty "turns keep the order" $
        forAll pairs $ \(a, b) -> forAll (choose (1, 30)) $ \damage -> forAll (choose (0, 1)) $ \toll ->
          turns damage toll b `asGood` turns damage toll a,
      testProperty "a step never makes a win seem cheaper" $
        forAll fights $ \a -> conjoin [bound (turns 8 0 after) >= bound a | (_, after) <- spells a],
      testProperty "none that is kept is worse than another, and none is lost" $
        forAll (listOf fights) $ \all' ->
          let kept = concat (IntMap.elems (fst (foldl' offer (IntMap.empty, []) all')))
           in and [not (one `notWorse` other) || one == other | one <- kept, other <- kept]
                .&&. all (\fight -> any (`notWorse` fight) kept) all'
    ]
