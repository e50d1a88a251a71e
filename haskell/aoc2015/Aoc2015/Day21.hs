-- | RPG Simulator 20XX: a choice is a list, and what is worn is a sum.
--
-- Lists are an 'Applicative' that combines each with each, so an outfit is written once and all of them come
-- out. What things cost and add is a monoid, place by place. Sorted by gold, the first that wins answers one part, and
-- the first that loses, from the other end, the other.
module Aoc2015.Day21 (parse, part1, part2, Boss (..), Worn (..), outfits, atMost, wins) where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.List (dropWhileEnd, find, sort)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Hit points, damage and armour.
data Boss = Boss !Int !Int !Int
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

-- | Gold, damage and armour.
data Worn = Worn !Int !Int !Int
  deriving stock (Eq, Ord, Show)

instance Semigroup Worn where
  Worn gold damage armour <> Worn gold' damage' armour' = Worn (gold + gold') (damage + damage') (armour + armour')

instance Monoid Worn where
  mempty = Worn 0 0 0

parse :: Text -> Either InvalidInput Boss
parse = whole (Boss <$> number "Hit Points: 80" 1 10000 <*> number "Damage: 5" 1 1000 <*> number "Armor: 1" 0 1000)
  where
    number example least most =
      lineOf (wrong example least most) (tag (name example) *> valid (from least <$> natural most))
    name = B.pack . (<> " ") . dropWhileEnd (/= ':')
    from least found = if found >= least then Just found else Nothing
    wrong example least most = concat ["expected ", example, ", a number from ", show least, " to ", show most]

-- | Every outfit, the cheapest first.
outfits :: [Worn]
outfits = sort ((\weapon armour rings -> weapon <> mconcat armour <> mconcat rings) <$> weapons <*> atMost 1 armours <*> atMost 2 rings')
  where
    weapons = [Worn 8 4 0, Worn 10 5 0, Worn 25 6 0, Worn 40 7 0, Worn 74 8 0]
    armours = [Worn 13 0 1, Worn 31 0 2, Worn 53 0 3, Worn 75 0 4, Worn 102 0 5]
    rings' = [Worn 25 1 0, Worn 50 2 0, Worn 100 3 0, Worn 20 0 1, Worn 40 0 2, Worn 80 0 3]

-- | Every way to take up to so many of a list, each once.
atMost :: Int -> [a] -> [[a]]
atMost count (one : more) | count > 0 = map (one :) (atMost (count - 1) more) <> atMost count more
atMost _ _ = [[]]

-- | Do you win? You strike first, so it is enough to last as many rounds as the boss.
wins :: Boss -> Worn -> Bool
wins (Boss points damage armour) (Worn _ damage' armour') = points `rounds` (damage' - armour) <= 100 `rounds` (damage - armour')
  where
    rounds total strike = let each = max 1 strike in (total + each - 1) `quot` each

part1 :: Boss -> Either NoAnswer Int
part1 boss = priceOf "no outfit wins" (find (wins boss) outfits)

part2 :: Boss -> Either NoAnswer Int
part2 boss = priceOf "every outfit wins" (find (not . wins boss) (reverse outfits))

priceOf :: String -> Maybe Worn -> Either NoAnswer Int
priceOf none = maybe (Left (NoAnswer none)) (\(Worn gold _ _) -> Right gold)
