-- | Balance Bots: a stream of chips that are handed on, which feeds itself.
--
-- The stream begins with the chips of the input. What comes after them is made by going through the stream itself, as a
-- bot's second chip puts two more at its end: a corecursive queue. It ends when all that was put in is taken out.
module Aoc2016.Day10 (parse, part1, part2, Factory, comparisons) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Control.Monad (guard)
import qualified Data.IntMap.Strict as IntMap
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Twice the number of a bot, or of an output and 1 more.
type Target = Int

-- | The chips, each with its target; and where a bot sends the lower and the higher one of its chips.
data Factory = Factory ![(Target, Int)] !(IntMap.IntMap (Target, Target))
  deriving stock (Generic)
  deriving anyclass (NFData)

data Line = Value !Target !Int | Rule !Target !(Target, Target)

parse :: Text -> Either InvalidInput Factory
parse text = factory <$> whole (onward wrong (IntMap.empty, IntMap.empty) (valid . form)) text
  where
    form known = add known <$> (value <|> rule)
    value = flip Value <$> (tag "value " *> number) <*> (tag " goes to bot " *> even')
    rule = Rule <$> (tag "bot " *> even') <*> ((,) <$> (tag " gives low to " *> target) <*> (tag " and high to " *> target))
    target = (tag "bot " *> even') <|> (tag "output " *> ((+ 1) <$> even'))
    even' = (* 2) <$> number
    number = natural 99999
    -- The rules that are known and how many chips a target is sent, with one line more.
    add (rules, sent) line' = do
      let (targets, rules') = case line' of
            Value to _ -> ([to], rules)
            Rule from (low, high) -> ([low, high], IntMap.insert from () rules)
          sent' = foldr (\to -> IntMap.insertWith (+) to (1 :: Int)) sent targets
      guard (all (\to -> sent' IntMap.! to + to `rem` 2 <= 2) targets)
      case line' of
        Rule from _ -> guard (IntMap.notMember from rules)
        Value _ _ -> Just ()
      Just (line', (rules', sent'))
    factory found = Factory [(to, chip) | Value to chip <- found] (IntMap.fromList [(from, targets) | Rule from targets <- found])
    wrong = "expected value 5 goes to bot 2, or bot 2 gives low to output 0 and high to bot 1, numbers to 99999, one rule and two chips to a bot, one chip to an output"

part1 :: Factory -> Either NoAnswer Int
part1 factory = case [bot `quot` 2 | (bot, (_, 17), (_, 61)) <- comparisons factory] of
  [] -> Left (NoAnswer "no bot compares 17 and 61")
  bots -> Right (minimum bots)

part2 :: Factory -> Either NoAnswer Int
part2 factory@(Factory chips _)
  | length found == 3 = Right (product found)
  | otherwise = Left (NoAnswer "one of the outputs 0, 1 and 2 stays empty")
  where
    found = [chip | (to, chip) <- chips <> concat [[low, high] | (_, low, high) <- comparisons factory], odd to, to <= 5]

-- | Which bot compares, and where it sends which lower and which higher chip.
comparisons :: Factory -> [(Target, (Target, Int), (Target, Int))]
comparisons (Factory chips rules) = compared
  where
    stream = chips <> concat [[low, high] | (_, low, high) <- compared]
    compared = go (length chips) IntMap.empty stream
    -- So many chips are still in the stream, which must not be looked at when there are none.
    go 0 _ _ = []
    go waiting held ((to, chip) : later)
      | Just other <- IntMap.lookup to held,
        Just (lower, higher) <- IntMap.lookup to rules =
        (to, (lower, min chip other), (higher, max chip other)) : go (waiting + 1) held later
      | otherwise = go (waiting - 1) (IntMap.insert to chip held) later
    go _ _ [] = []
