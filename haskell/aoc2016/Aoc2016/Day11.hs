-- | Radioisotope Thermoelectric Generators: a Petri net, whose tokens are pairs.
--
-- A place of the [net](https://en.wikipedia.org/wiki/Petri_net) is a floor for a generator and one for its microchip. Tokens
-- in a place are alike, so a marking is an orbit of arrangements under the permutations of pairs, and to take one thing is a transition that
-- moves a token. To take two is two transitions, one after the other. A bound on the moves is a
-- [potential](https://en.wikipedia.org/wiki/Johnson%27s_algorithm): relative to it a move is free or costs one slack, and all markings
-- are a lazy list in order of slack.
module Aoc2016.Day11 (parse, part1, part2, State (..), marking, moves, safe, potential) where

import Control.Applicative (some, (<|>))
import Control.Monad (foldM, guard)
import Control.Monad.ST (ST)
import qualified Control.Monad.ST.Lazy as Lazy
import Data.Array (Array, listArray, (!))
import Data.Bits (bit, countLeadingZeros, shiftL, shiftR, (.&.), (.|.))
import Data.List (tails)
import qualified Data.Map.Strict as Map
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading

-- | The floor of the elevator, from 0, and the number of tokens in each place, in four bits.
data State = State !Int !Word64
  deriving stock (Eq, Ord, Show)

parse :: Text -> Either InvalidInput [(Int, Int)]
parse text = Map.elems <$> whole (foldM line' (Map.empty, Map.empty) (zip [0 ..] ordinals) >>= both) text
  where
    ordinals = ["first", "second", "third", "fourth"]
    line' known (at, ordinal) = lineOf wrong (valid (check known at <$> (tag ("The " <> ordinal <> " floor contains ") *> things)))
    things = ([] <$ tag "nothing relevant.") <|> ((pure <$> thing) <* tag ".") <|> (two <* tag ".") <|> (more <* tag ".")
    two = (\one other -> [one, other]) <$> thing <* tag " and " <*> thing
    more = (\one others end -> one : others <> [end]) <$> thing <*> some (tag ", " *> thing) <* tag ", and " <*> thing
    thing = (tag "a " <|> tag "an ") *> ((,) <$> word (\c -> 'a' <= c && c <= 'z') <*> ((True <$ tag " generator") <|> (False <$ tag "-compatible microchip")))
    both (generators, chips) = pure (Map.intersectionWith (,) generators chips)
    check (generators, chips) at found = do
      let new ofKind = [(kind, at :: Int) | (kind, is) <- found, is == ofKind]
      generators' <- foldM once generators (new True)
      chips' <- foldM once chips (new False)
      guard (Map.size (Map.union generators' chips') <= 7)
      guard (at `notElem` Map.elems generators' || and [Map.lookup kind generators' == Just at | (kind, _) <- new False])
      guard (at < top || not (Map.null chips') && Map.keys generators' == Map.keys chips')
      Just (generators', chips')
    once known (kind, at) = if Map.member kind known then Nothing else Just (Map.insert kind at known)
    wrong = "expected the four floors as The first floor contains a ruby generator and a ruby-compatible microchip., one to seven kinds, both things of each, no microchip where only others have generators"

part1 :: [(Int, Int)] -> Either NoAnswer Int
part1 pairs
  | safe 0 tokens, slack : _ <- [slack | (slack, State _ found) <- reached start, left found (top - 1) == 0] = Right (potential start + 2 * slack)
  | otherwise = Left (NoAnswer "not everything can be brought to the fourth floor")
  where
    start@(State _ tokens) = marking 0 pairs

part2 :: [(Int, Int)] -> Either NoAnswer Int
part2 pairs = part1 ((0, 0) : (0, 0) : pairs)

top :: Int
top = 3

-- | The orbit of an arrangement.
marking :: Int -> [(Int, Int)] -> State
marking at = State at . sum . map (uncurry token)

-- | One token in the place of two floors.
token :: Int -> Int -> Word64
token generator chip = 1 `shiftL` (16 * generator + 4 * chip)

-- | The places with a generator on a floor, and those with a microchip there.
generatorsOn, chipsOn :: Int -> Word64
generatorsOn at = 0xffff `shiftL` (16 * at)
chipsOn at = 0x000f000f000f000f `shiftL` (4 * at)

-- | The tokens that have something on a floor or below.
left :: Word64 -> Int -> Word64
left tokens at = tokens .&. (token (at + 1) 0 - 1 .|. 0x0001000100010001 * (token 0 (at + 1) - 1))

-- | Has each microchip on a floor its generator there, or are there no generators?
safe :: Int -> Word64 -> Bool
safe at tokens = tokens .&. generatorsOn at == 0 || tokens .&. chipsOn at .&. (maxBound - generatorsOn at) == 0

-- | The states after a move, each with its slack: half of what it costs more than the potential falls.
moves :: State -> [(Int, State)]
moves (State from tokens) =
  [ (if free then 0 else 1, State to after)
    | to <- [from + 1, from - 1],
      0 <= to && to <= top,
      (first, seconds) <- transitions ! (from, to),
      Just one <- [fire tokens first],
      (two, after) <- (False, one) : [(True, both) | second <- seconds, Just both <- [fire one second]],
      safe from after && safe to after,
      let free = if to > from then two || left after from == 0 else not two && left tokens to > 0
  ]
  where
    fire before (Transition place change) = if before .&. place == 0 then Nothing else Just (before + change)
{-# INLINE moves #-}

-- | The bits of the place from which a token goes, and how that changes a marking.
data Transition = Transition !Word64 !Word64

-- | What can be taken from a floor to another, each with what can be taken along, itself and those after it. Generators whose
-- microchips are highest come first, which finds the end sooner.
transitions :: Array (Int, Int) [(Transition, [Transition])]
transitions = listArray ((0, 0), (top, top)) [[(first, first : later) | first : later <- tails (generators from to <> chips from to)] | from <- [0 .. top], to <- [0 .. top]]
  where
    generators from to = [transition (token from chip) (token to chip) | chip <- [top, top - 1 .. 0]]
    chips from to = [transition (token generator from) (token generator to) | generator <- [0 .. top]]
    transition place to = Transition (15 * place) (to - place)

-- | At least so many moves are needed: two things up and one down again, from each floor.
potential :: State -> Int
potential (State from tokens) = sum [if from > at then 2 * n else max 1 (2 * n - 3) | at <- [0 .. top - 1], let n = things at, n > 0]
  where
    things at = sum [fromIntegral (tokens `shiftR` (16 * generator + 4 * chip) .&. 15) * (fromEnum (generator <= at) + fromEnum (chip <= at)) | generator <- [0 .. top], chip <- [0 .. top]]

-- | All states that can be reached, each with the least slack, which rises. Those with the same come depth first.
reached :: State -> [(Int, State)]
reached start@(State _ tokens) = Lazy.runST $ do
  -- In base 16 the sum of the digits is the number of pairs; n have less than 2^(n + 8) safe states.
  seen <- Lazy.strictToLazyST (M.replicate (bit (fromIntegral (tokens `rem` 15) + 9)) 0)
  let go slack now later =
        Lazy.strictToLazyST (next slack now later) >>= \case
          (slack', state : now', later') -> ((slack', state) :) <$> uncurry (go slack') (foldr push (now', later') (moves state))
          _ -> pure []
      next slack [] later = if null later then pure (slack, [], []) else next (slack + 1) later []
      next slack (state : now) later = entered seen (key state) >>= \new -> if new then pure (slack, state : now, later) else next slack now later
  go 0 [start] []
  where
    push (slack, state) (now, later) = if slack == 0 then (state : now, later) else (now, state : later)
    -- The last place has all tokens that the others don't have, so its bits are the elevator's; one more is never 0.
    key (State at found) = found .&. (token top top - 1) .|. fromIntegral (at + 4) `shiftL` 60

-- | Enters a number that is not 0 into a set, by open addressing. Is it new there?
entered :: M.MVector s Word64 -> Word64 -> ST s Bool
entered set entry = probe (fromIntegral ((entry * 0x9e3779b97f4a7c15) `shiftR` (1 + countLeadingZeros (M.length set))))
  where
    probe place =
      M.read set at >>= \case
        0 -> True <$ M.write set at entry
        found -> if found == entry then pure False else probe (at + 1)
      where
        at = place .&. (M.length set - 1)
{-# INLINE entered #-}
