-- | Security Through Obscurity: shifts are a group that acts, and distances from the first letter are a complete invariant.
module Laws.Day04 (laws) where

import Aoc2016.Day04
import qualified Data.ByteString.Char8 as B
import Data.List (group, sort, sortOn)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Words with dashes between.
names :: Gen String
names = (\first others -> first <> concatMap ('-' :) others) <$> letters <*> listOf letters

letters :: Gen String
letters = listOf1 (frequency [(2, choose ('a', 'e')), (1, choose ('a', 'z'))])

moved :: Int -> String -> String
moved by = map (\sign -> if sign == '-' then sign else shifted sign by)

laws :: TestTree
laws =
  testGroup
    "aoc2016/day04"
    [ testProperty "shifts are a group of 26 that acts on names" $
        forAll names $ \name a b ->
          conjoin [moved a (moved b name) === moved (a + b) name, moved 26 name === name, moved a (moved (-a) name) === name],
      testProperty "distances do not change" $
        forAll names $ \name by -> distances (B.pack (moved by name)) === distances (B.pack name),
      testProperty "names with the same distances are shifts of each other" $
        forAll few $ \name -> forAll few $ \other ->
          let apart = fromEnum (head other) - fromEnum (head name)
           in (distances (B.pack name) == distances (B.pack other)) === (moved apart name == other),
      testProperty "the five most frequent letters are right, and nothing else is" $
        forAll (concat <$> vectorOf 4 letters) $ \name ->
          let frequent = take 5 (map head (sortOn (negate . length) (group (sort name))))
           in length frequent < 5 || real (B.pack name) (B.pack frequent) && not (real (B.pack name) (B.pack (reverse frequent)))
    ]
  where
    few = (:) <$> choose ('y', 'z') <*> resize 2 (listOf (elements "yz-"))
