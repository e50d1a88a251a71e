-- | Medicine for Rudolph: one chart over three semirings, against all derivations.
module Laws.Day19 (laws) where

import Aoc2015.Day19
import qualified Data.ByteString.Char8 as B
import Data.List (nub)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Contract (Text)

newtype Parses = Parses Bool
  deriving stock (Eq, Show)

instance Semiring Parses where
  plus (Parses a) (Parses b) = Parses (a || b)
  times (Parses a) (Parses b) = Parses (a && b)
  one = Parses True
  step = Parses True

newtype Trees = Trees Integer
  deriving stock (Eq, Show)

instance Semiring Trees where
  plus (Trees a) (Trees b) = Trees (a + b)
  times (Trees a) (Trees b) = Trees (a * b)
  one = Trees 1
  step = Trees 1

plants :: Gen Plant
plants = do
  rules <- listOf1 ((,) <$> elements (map B.pack ["e", "e", "A", "Ab", "C"]) <*> molecule 2 3)
  Plant (nub (take 6 rules)) <$> molecule 1 6
  where
    molecule least most = choose (least, most) >>= \size -> vectorOf size (elements (map B.pack ["A", "Ab", "C"]))

-- | The steps of each leftmost derivation; there is one for each tree.
tried :: Plant -> [Int]
tried (Plant rules medicine) = go 0 [B.pack "e"] medicine
  where
    go :: Int -> [Text] -> [Text] -> [Int]
    go steps [] [] = [steps]
    go steps (atom : more) wanted | length more < length wanted = kept <> replaced
      where
        kept = if take 1 wanted == [atom] then go steps more (drop 1 wanted) else []
        replaced = concat [go (steps + 1) (right <> more) wanted | (left, right) <- rules, left == atom]
    go _ _ _ = []

laws :: TestTree
laws =
  testGroup
    "aoc2015/day19"
    [ testProperty "it is parsed if there is a derivation" $
        forAll plants $ \plant -> derived plant === (if null (tried plant) then Nothing else Just (Parses True)),
      testProperty "derivations are counted" $
        forAll plants $ \plant -> maybe 0 (\(Trees count) -> count) (derived plant) === toInteger (length (tried plant)),
      testProperty "the fewest steps are those of the shortest" $
        forAll plants $ \plant -> fmap (\(Fewest steps) -> steps) (derived plant) === (if null (tried plant) then Nothing else Just (minimum (tried plant))),
      testProperty "molecules are counted once" $
        forAll plants $ \plant@(Plant rules medicine) ->
          part1 plant === length (nub [take at medicine <> right <> drop (at + 1) medicine | (at, atom) <- zip [0 ..] medicine, (left, right) <- rules, left == atom]),
      testProperty "what can be taken back is derived" $
        forAll plants $ \plant -> not (takenBack plant) || not (null (tried plant)),
      testProperty "a molecule is its atoms" $
        forAll plants $ \(Plant _ medicine) -> atoms (B.concat medicine) === Just medicine
    ]
