-- | Corporate Policy: a rule is what it still needs, and the rule that is left after a letter.
--
-- That makes a language a [coalgebra](https://en.wikipedia.org/wiki/F-coalgebra): an automaton without names for its states, which
-- may be infinitely many. Two rules hold together letter by letter. Unfolded, they are a lazy tree of all passwords, without
-- the branches that need more letters than places are left; what follows the old one is a stream.
module Aoc2015.Day11 (parse, part1, part2, Language (..), needs, accepts, both, straight, pairs, policy, beyond) where

import qualified Data.ByteString.Char8 as B
import Threefold.Contract
import Threefold.Reading

-- | What is missing at least, nothing where a word may end, and what is left of the rule after a letter.
data Language = Language {missing :: !Missing, after :: Char -> Language}

-- | How many letters that are like the one before, and how many that are not.
data Missing = Missing !Int !Int

-- | The join of a lattice: what serves both.
instance Semigroup Missing where
  Missing again others <> Missing again' others' = Missing (max again again') (max others others')

needs :: Language -> Int
needs language = let Missing again others = missing language in again + others

parse :: Text -> Either InvalidInput Text
parse = whole (lineOf wrong (valid (eight <$> word (\c -> 'a' <= c && c <= 'z'))))
  where
    eight letters = if B.length letters == 8 then Just letters else Nothing
    wrong = "expected a password of eight small letters"

part1 :: Text -> Either NoAnswer String
part1 = following 1

part2 :: Text -> Either NoAnswer String
part2 = following 2

following :: Int -> Text -> Either NoAnswer String
following turn old = case drop (turn - 1) (beyond (B.unpack old) policy) of
  [] -> Left (NoAnswer "no password follows")
  password : _ -> Right password

accepts :: Language -> String -> Bool
accepts language = (== 0) . needs . foldl after language

anything, straight, pairs, policy :: Language
anything = Language (Missing 0 0) (const anything)
straight = go 0 ' '
  where
    go :: Int -> Char -> Language
    go 3 _ = anything
    go run before = Language (Missing 0 (3 - run)) (\letter -> go (if run > 0 && letter == succ before then run + 1 else 1) letter)
pairs = go "" ' '
  where
    go found before
      | length found == 2 = anything
      | otherwise = Language (Missing again (again - begun)) next
      where
        again = 2 - length found
        begun = if before == ' ' || before `elem` found then 0 else 1
        next letter = go (if letter == before && letter `notElem` found then letter : found else found) letter
policy = straight `both` pairs

-- | Both rules at once.
both :: Language -> Language -> Language
both a b = Language (missing a <> missing b) (\letter -> both (after a letter) (after b letter))

-- | The words of a language that come after a word and are as long, in order.
beyond :: String -> Language -> [String]
beyond word' language
  | needs language > length word' = []
beyond (letter : letters) language =
  [letter : more | letter `elem` alphabet, more <- beyond letters (after language letter)]
    <> [next : more | next <- alphabet, next > letter, more <- allOf (length letters) (after language next)]
beyond "" _ = []

-- | The words of so many letters, in order.
allOf :: Int -> Language -> [String]
allOf count language
  | needs language > count = []
  | count == 0 = [""]
  | otherwise = [letter : more | letter <- alphabet, more <- allOf (count - 1) (after language letter)]

alphabet :: String
alphabet = "abcdefghjkmnpqrstuvwxyz"
