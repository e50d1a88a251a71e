-- | Wizard Simulator 20XX: of fights that compare, the better one is enough.
--
-- With the same timers, less mana spent, a weaker boss, more hit points and more mana are never worse: the same spells win.
-- That is a partial order, in which every spell is monotone. So of all that was reached an antichain is kept, fights of which
-- none is better than another, in whatever order they come.
module Aoc2015.Day22 (parse, part1, part2, Boss (..), Fight (..), Frontier, notWorse, spells, turns, bound, offer) where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, (.|.))
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl')
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Hit points and damage.
data Boss = Boss !Int !Int
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | A fight when you are about to cast a spell.
data Fight = Fight {spent, boss, mine, mana, shield, poison, recharge :: !Int}
  deriving stock (Eq, Show)

-- | Antichains by timers.
type Frontier = IntMap.IntMap [Fight]

parse :: Text -> Either InvalidInput Boss
parse = whole (Boss <$> lineOf points (tag "Hit Points: " *> number 150) <*> lineOf damage (tag "Damage: " *> number 200))
  where
    number most = valid ((\found -> if found > 0 then Just found else Nothing) <$> natural most)
    points = "expected Hit Points: 40, a number from 1 to 150"
    damage = "expected Damage: 5, a number from 1 to 200"

-- | Is the first of two fights as good as the second, or better?
notWorse :: Fight -> Fight -> Bool
notWorse one other =
  timers one == timers other && spent one <= spent other && boss one <= boss other && mine one >= mine other && mana one >= mana other

timers :: Fight -> Int
timers fight = (shield fight `shiftL` 6) .|. (poison fight `shiftL` 3) .|. recharge fight

-- | Takes a fight into the antichains, and adds it to a list, unless one there is not worse.
offer :: (Frontier, [Fight]) -> Fight -> (Frontier, [Fight])
offer (frontier, new) fight
  | any (`notWorse` fight) rivals = (frontier, new)
  | otherwise = (IntMap.insert (timers fight) (fight : filter (not . notWorse fight) rivals) frontier, fight : new)
  where
    rivals = IntMap.findWithDefault [] (timers fight) frontier

-- | What each spell that can be cast makes of a fight at once, and its price.
spells :: Fight -> [(Int, Fight)]
spells fight =
  [ (price, cast {spent = spent fight + price, mana = mana fight - price})
    | (price, free, cast) <-
        [ (53, True, fight {boss = boss fight - 4}),
          (73, True, fight {boss = boss fight - 2, mine = mine fight + 2}),
          (113, shield fight == 0, fight {shield = 6}),
          (173, poison fight == 0, fight {poison = 6}),
          (229, recharge fight == 0, fight {recharge = 5})
        ],
      free,
      price <= mana fight
  ]

-- | The boss's turn and the start of yours, in which you lose so many hit points first.
turns :: Int -> Int -> Fight -> Fight
turns damage toll fight
  | boss here <= 0 || mine hit <= 0 = here {mine = mine hit}
  | otherwise = effects hit
  where
    here = effects fight
    armour = if shield fight > 0 then 7 else 0
    hit = if boss here > 0 then here {mine = mine here - max 1 (damage - armour) - toll} else here

effects :: Fight -> Fight
effects (Fight spent boss mine mana shield poison recharge) =
  Fight spent (boss - 3 * signum poison) mine (mana + 101 * signum recharge) (less shield) (less poison) (less recharge)
  where
    less timer = max 0 (timer - 1)

-- | What a win costs at least: no damage is cheaper than Poison's, 18 for 173, and one that works owes the rest of its own.
bound :: Fight -> Int
bound fight = spent fight + (173 * max 0 (boss fight - 3 * poison fight) + 17) `quot` 18

-- | The least mana that wins: fights wait by what a win costs at least, and the cheapest go on.
leastMana :: Int -> Boss -> Either NoAnswer Int
leastMana toll (Boss points damage) = go IntMap.empty (IntMap.singleton 0 [Fight 0 points (50 - toll) 500 0 0 0])
  where
    go frontier waiting = case IntMap.minViewWithKey waiting of
      Nothing -> Left (NoAnswer "the boss can't be beaten")
      Just ((least, fights), rest)
        | any ((<= 0) . boss) fights -> Right least
        | otherwise -> go frontier' (foldl' wait rest (concatMap spells new))
        where
          (frontier', new) = foldl' offer (frontier, []) fights
          wait later (_, fight)
            | boss after > 0 && mine after <= 0 = later
            | otherwise = IntMap.insertWith (<>) (bound after) [after] later
            where
              after = turns damage toll fight

part1 :: Boss -> Either NoAnswer Int
part1 = leastMana 0

part2 :: Boss -> Either NoAnswer Int
part2 = leastMana 1
