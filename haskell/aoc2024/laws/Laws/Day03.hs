-- | Mull It Over: pieces are a monoid, and what they say is what comes of instructions one by one.
module Laws.Day03 (laws) where

import Aoc2024.Day03
import Data.Maybe (fromMaybe)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

programs :: Gen [Instruction]
programs = listOf (frequency [(3, Product <$> choose (0, 99)), (1, Switch <$> arbitrary)])

-- | One by one, from a state of the switch.
run :: Bool -> [Instruction] -> (Int, Bool)
run on = foldl step (0, on)
  where
    step (all', True) (Product number) = (all' + number, True)
    step state (Product _) = state
    step (all', _) (Switch switch) = (all', switch)

laws :: TestTree
laws =
  testGroup
    "aoc2024/day03"
    [ testProperty "a monoid" $
        forAll (foldMap piece <$> programs) $ \a -> forAll (foldMap piece <$> programs) $ \b -> forAll (foldMap piece <$> programs) $ \c ->
          conjoin [a <> (b <> c) === (a <> b) <> c, mconcat [mempty, a] === a, mconcat [a, mempty] === a],
      testProperty "a piece is what its instructions do, from either state" $
        forAll programs $ \program ->
          let Piece on off left = foldMap piece program
           in [(on, fromMaybe True left), (off, fromMaybe False left)] === map (`run` program) [True, False]
    ]
