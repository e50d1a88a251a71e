-- | Balance Bots: a stream of chips that are handed on, which feeds itself.
--
-- The stream begins with the chips of the input. What comes after them is made by going through the stream itself, as a
-- bot's second chip puts two more at its end: a corecursive queue. It ends when all that was put in is taken out.
module Aoc2016.Day10 (parse, part1, part2, Factory, Chip (..), Comparison (..), comparisons) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData (..))
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Twice the number of a bot, or of an output and 1 more.
type Target = Int

-- | For whom it is, and its number.
data Chip = Chip !Target !Int
  deriving stock (Eq, Ord, Show, Generic)
  deriving anyclass (NFData)

-- | The chips, and what is compared, which is found when it is first asked for, once for both parts.
data Factory = Factory ![Chip] [Comparison]

instance NFData Factory where
  rnf (Factory chips _) = rnf chips

comparisons :: Factory -> [Comparison]
comparisons (Factory _ compared) = compared

-- | A bot, and to whom it sends the lower and the higher chip; or -1 less a chip's number, its bot, and -1.
type Line = (Int, Target, Target)

parse :: Text -> Either InvalidInput Factory
parse text = case linesOf wrong line text of
  Right found -> factory found
  -- But a line before may be one too many.
  Left fault@(InvalidInput number _)
    | number > 1 -> parse (B.intercalate "\n" (take (number - 1) (B.split '\n' text))) *> Left fault
    | otherwise -> Left fault
  where
    line = value <|> (,,) <$> (tag "bot " *> even') <*> (tag " gives low to " *> target) <*> (tag " and high to " *> target)
    value = (\number to -> (-1 - number, to, -1)) <$> (tag "value " *> natural 99999) <*> (tag " goes to bot " *> even')
    target = (tag "bot " *> even') <|> (tag "output " *> ((+ 1) <$> even'))
    even' = (* 2) <$> natural 99999
    wrong = "expected value 5 goes to bot 2, or bot 2 gives low to output 0 and high to bot 1, numbers to 99999, one rule and two chips to a bot, one chip to an output"
    factory found
      | fits found = Right (factoryOf [Chip to (-1 - number) | (number, to, -1) <- U.toList found] (rulesOf found))
      | otherwise = Left (InvalidInput (firstOver 1 (U.length found)) wrong)
      where
        -- More lines never fit again, so the first one too many is found by halving.
        firstOver low high
          | low == high = low
          | fits (U.take middle found) = firstOver (middle + 1) high
          | otherwise = firstOver low middle
          where
            middle = (low + high) `quot` 2

-- | Is there room for all that is sent, and is no bot told twice what to do?
fits :: U.Vector Line -> Bool
fits found = U.and (U.imap (\to count -> count <= 2 - to `rem` 2) (counted (lows <> highs))) && U.all (<= 1) (counted bots)
  where
    (bots, lows, highs) = U.unzip3 found
    counted targets = U.accumulate (+) (upTo targets (0 :: Int)) (U.map (,1) (U.filter (>= 0) targets))

-- | Where each bot sends the lower and the higher one of its chips, or -1 if it has no rule.
rulesOf :: U.Vector Line -> U.Vector (Target, Target)
rulesOf found = U.update_ (upTo bots (-1, -1)) bots (U.zip lows highs)
  where
    (bots, lows, highs) = U.unzip3 (U.filter (\(bot, _, _) -> bot >= 0) found)

-- | The same for each target up to the last one.
upTo :: (U.Unbox a) => U.Vector Target -> a -> U.Vector a
upTo targets = U.replicate (1 + U.foldl' max 0 targets)
{-# INLINE upTo #-}

part1 :: Factory -> Either NoAnswer Int
part1 factory = case [bot `quot` 2 | Comparison bot (Chip _ 17) (Chip _ 61) <- comparisons factory] of
  [] -> Left (NoAnswer "no bot compares 17 and 61")
  bots -> Right (minimum bots)

part2 :: Factory -> Either NoAnswer Int
part2 factory@(Factory chips _)
  | length found == 3 = Right (product found)
  | otherwise = Left (NoAnswer "one of the outputs 0, 1 and 2 stays empty")
  where
    found = [chip | Chip to chip <- chips <> handedOn (comparisons factory), odd to, to <= 5]

-- | Which bot compares, and the lower and the higher chip, as they are sent on.
data Comparison = Comparison !Target !Chip !Chip
  deriving stock (Eq, Ord, Show)

factoryOf :: [Chip] -> U.Vector (Target, Target) -> Factory
factoryOf chips !rules = Factory chips compared
  where
    compared = go (length chips) IntMap.empty (chips <> handedOn compared)
    -- So many chips are still in the stream, which must not be looked at when there are none.
    go :: Int -> IntMap.IntMap Int -> [Chip] -> [Comparison]
    go waiting held stream
      | waiting > 0,
        Chip to chip : later <- stream =
        case rules U.!? to of
          Just (lower, higher) | lower >= 0 -> case IntMap.lookup to held of
            Nothing -> go (waiting - 1) (IntMap.insert to chip held) later
            Just other -> Comparison to (Chip lower (min chip other)) (Chip higher (max chip other)) : go (waiting + 1) (IntMap.delete to held) later
          _ -> go (waiting - 1) held later
      | otherwise = []

handedOn :: [Comparison] -> [Chip]
handedOn = concatMap (\(Comparison _ low high) -> [low, high])
