-- | JSAbacusFramework.io: two folds are one, and red changes only objects.
module Laws.Day12 (laws) where

import Aoc2015.Day12
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (total)

documents :: Int -> Gen Document
documents deep = Document <$> oneof ([Number <$> choose (-99, 99), Word <$> elements ["red", "blue"]] <> containers)
  where
    containers = [kind <$> (choose (0, 4) >>= \count -> vectorOf count (documents (deep - 1))) | deep > 0, kind <- [Array, Object]]

newtype Shown = Shown Document

instance Show Shown where
  show (Shown document) = cata written document

written :: Level String -> String
written level = case level of
  Number units -> show units
  Word letters -> show letters
  Array values -> show values
  Object values -> "object " <> show values

holds :: (Testable p) => (Document -> p) -> Property
holds law = forAll (Shown <$> documents 4) $ \(Shown document) -> law document

laws :: TestTree
laws =
  testGroup
    "aoc2015/day12"
    [ testProperty "two folds are one" $
        holds $ \document -> cata (\level -> (total (fst <$> level), worth (snd <$> level))) document === (cata total document, cata worth document),
      testProperty "to fold with what levels are made of changes nothing" $
        holds $ \document -> cata written (cata Document document) === cata written document,
      testProperty "where nothing is red, both parts are the same" $
        holds $ \document -> let blue = cata (Document . paint) document in part2 blue === part1 blue .&&. part1 blue === part1 document,
      testProperty "in arrays alone, red does not matter" $
        holds $ \document -> let flat = cata (Document . arrays) document in part2 flat === part1 document
    ]
  where
    paint level = case level of
      Word _ -> Word "blue"
      other -> other
    arrays level = case level of
      Object values -> Array values
      other -> other
