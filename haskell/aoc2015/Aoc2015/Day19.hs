-- | Medicine for Rudolph: parsing over a semiring.
--
-- A chart says of each stretch of the medicine what makes it. Ways side by side are added, ways one after another multiplied, and the
-- semiring says what that means: minimum and sum find the fewest steps. The charts are a lazy vector, each told by those to its right.
-- Where a weight says how many steps there were, one derivation is enough.
module Aoc2015.Day19 (parse, part1, part2, Plant (..), Semiring (..), Fewest (..), derived, weight, takenBack, atoms) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower, isAsciiUpper)
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl', isPrefixOf, sortOn, tails)
import qualified Data.Map.Strict as Map
import Data.Monoid (Sum (..))
import Data.Ord (Down (..))
import qualified Data.Set as Set
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Replacements, each once, and the medicine.
data Plant = Plant [(Text, [Text])] [Text]
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

-- | What adds ways, what puts them after each other, and what a replacement is worth.
class Semiring s where
  plus, times :: s -> s -> s
  one, step :: s

-- | The fewest steps.
newtype Fewest = Fewest Int
  deriving stock (Eq, Show)

instance Semiring Fewest where
  plus (Fewest a) (Fewest b) = Fewest (min a b)
  times (Fewest a) (Fewest b) = Fewest (a + b)
  one = Fewest 0
  step = Fewest 1

parse :: Text -> Either InvalidInput Plant
parse = whole (plant <$> block replacement rule <*> (blank "expected an empty line" *> lineOf medicine (molecule 1 1000)))
  where
    plant rules = Plant (Set.toList (Set.fromList (V.toList rules)))
    rule = (,) <$> (B.pack "e" <$ tag "e" <|> head <$> molecule 1 1) <* tag " => " <*> molecule 2 16
    molecule least most = valid (sized least most <$> word (\byte -> isAsciiUpper byte || isAsciiLower byte))
    sized least most text = case atoms text of
      Just found | length found >= least && length found <= most -> Just found
      _ -> Nothing
    replacement = "expected a replacement as H => HO, with 2 to 16 atoms"
    medicine = "expected a molecule as HOH, of at most 1000 atoms"

-- | The atoms of a molecule: a capital each, and perhaps a small letter.
atoms :: Text -> Maybe [Text]
atoms text = case B.uncons text of
  Nothing -> Just []
  Just (capital, more) | isAsciiUpper capital -> (B.take size text :) <$> atoms (B.drop size text)
    where
      size = if not (B.null more) && isAsciiLower (B.head more) then 2 else 1
  _ -> Nothing

-- | Molecules are counted where they are made last: another replacement makes the same one further on only if both are alike up to there.
part1 :: Plant -> Int
part1 (Plant rules medicine) = length [() | atom : rest <- tails medicine, right <- rights atom, not (again (length right) (right <> rest) (atom : rest))]
  where
    again size (new : made) (old : from) | new == old = any (fits size made) (concatMap rights (take 1 from)) || again size made from
    again _ _ _ = False
    fits size made right = length right == size && right `isPrefixOf` made
    rights atom = Map.findWithDefault [] atom byLeft
    byLeft = Map.fromListWith (<>) (map (fmap pure) rules)

part2 :: Plant -> Either NoAnswer Int
part2 plant@(Plant rules medicine)
  | all steady rules && takenBack plant = Right (weight medicine - 1)
  | Just (Fewest steps) <- derived plant = Right steps
  | otherwise = Left (NoAnswer "e never becomes the medicine")
  where
    steady (left, right) = weight right == weight [left] + 1

-- | A homomorphism to the whole numbers: where each replacement adds 1, it says how many there were.
weight :: [Text] -> Int
weight = getSum . foldMap (Sum . of')
  where
    of' atom
      | atom == B.pack "Y" = -1
      | atom == B.pack "Rn" || atom == B.pack "Ar" = 0
      | otherwise = 1

-- | Does it lead to @e@ to take replacements back from the right, the longest first?
takenBack :: Plant -> Bool
takenBack (Plant rules medicine) = (B.pack "e", foldr (\atom stack -> settled (atom : stack)) [] medicine) `elem` rules
  where
    settled stack = case [left : drop (length right) stack | (left, right) <- fitting stack, right `isPrefixOf` stack] of
      shorter : _ -> settled shorter
      [] -> stack
    fitting stack = Map.findWithDefault [] (take 1 stack) byFirst
    byFirst = Map.fromListWith (flip (<>)) [(take 1 right, [rule]) | rule@(left, right) <- longest, left /= B.pack "e"]
    longest = sortOn (Down . length . snd) rules

-- | All ways in which @e@ becomes the medicine, added up; nothing if there are none.
derived :: forall s. (Semiring s) => Plant -> Maybe s
derived (Plant rules medicine) = IntMap.lookup (number [B.pack "e"]) (V.head charts) >>= IntMap.lookup size
  where
    size = length medicine
    -- Molecules that matter are numbered: atoms, and what a replacement makes, from any of its atoms on.
    names = Map.fromList (zip (Set.toList (Set.fromList ([B.pack "e"] : concatMap parts rules))) [0 ..])
    parts (left, right) = map pure (left : right) <> filter (not . null) (tails right)
    number molecule = Map.findWithDefault (-1) molecule names
    -- What may follow an atom, what the two are, and what that is worth.
    begins =
      IntMap.fromListWith
        (<>)
        [(number [atom], [(number rest, number both, if isWhole then step else one)]) | (atom, rest, both, isWhole) <- Set.toList pairs]
    pairs =
      Set.fromList
        [ (atom, rest, if place == 0 then [left] else atom : rest, place == 0)
          | (left, right) <- rules,
            (place, atom : rest@(_ : _)) <- zip [0 :: Int ..] (tails right)
        ]
    -- From each place on, by number: the ends, and all ways up to there.
    charts = V.generate (size + 1) row :: V.Vector (IntMap.IntMap (IntMap.IntMap s))
    row start
      | start == size = IntMap.empty
      | otherwise = grow IntMap.empty (IntMap.singleton (start + 1) (IntMap.singleton (number [places V.! start]) one))
    places = V.fromList medicine
    grow done waiting = case IntMap.minViewWithKey waiting of
      Nothing -> done
      Just ((middle, found), rest) -> grow (IntMap.foldlWithKey' note done found) (IntMap.foldlWithKey' follow rest found)
        where
          note known molecule ways = IntMap.insertWith IntMap.union molecule (IntMap.singleton middle ways) known
          follow later molecule ways = foldl' (join ways) later (IntMap.findWithDefault [] molecule begins)
          join ways later (rest', both, worth) =
            IntMap.foldlWithKey' (add both (times ways worth)) later (IntMap.findWithDefault IntMap.empty rest' (charts V.! middle))
          add both ways later end more =
            IntMap.insertWith (IntMap.unionWith plus) end (IntMap.singleton both (times ways more)) later
