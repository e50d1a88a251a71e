-- | Radioisotope Thermoelectric Generators: a Petri net, whose tokens are pairs.
--
-- A place of the [net](https://en.wikipedia.org/wiki/Petri_net) is a floor for a generator and one for its microchip. Tokens
-- in a place are alike, so a marking is an orbit of arrangements under the permutations of pairs, and to take one thing is a transition that
-- moves a token. To take two is two transitions, one after the other. A bound on the moves is a
-- [potential](https://en.wikipedia.org/wiki/Johnson%27s_algorithm): relative to it a move is free or costs one slack, and all markings
-- are a lazy list in order of slack.
module Aoc2016.Day11 (parse, part1, part2, State (..), marking, moves, safe, potential) where

import Control.Applicative (many, some, (<|>))
import Control.Monad (foldM, guard)
import Data.Array (Array, listArray, (!))
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import qualified Data.IntSet as IntSet
import Data.List (tails)
import qualified Data.Map.Strict as Map
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
moves (State from tokens) = up <> down
  where
    up = [(if two || left after from == 0 then 0 else 1, State (from + 1) after) | from < top, (two, after) <- taken (from + 1)]
    down = [(if two || left tokens (from - 1) == 0 then 1 else 0, State (from - 1) after) | from > 0, (two, after) <- taken (from - 1)]
    taken to = [found | found@(_, after) <- concatMap fired (transitions ! (from, to)), safe from after, safe to after]
    fired (first, seconds) = case fire tokens first of
      Nothing -> []
      Just one -> (False, one) : [(True, two) | Just two <- map (fire one) seconds]
    fire before (Transition place change) = if before .&. place == 0 then Nothing else Just (before + change)

-- | The bits of the place from which a token goes, and how that changes a marking.
data Transition = Transition !Word64 !Word64

-- | What can be taken from a floor to another, each with what can be taken along, itself and those after it.
transitions :: Array (Int, Int) [(Transition, [Transition])]
transitions = listArray ((0, 0), (top, top)) [[(first, first : later) | first : later <- tails (generators from to <> chips from to)] | from <- [0 .. top], to <- [0 .. top]]
  where
    generators from to = [transition (token from chip) (token to chip) | chip <- [0 .. top]]
    chips from to = [transition (token generator from) (token generator to) | generator <- [0 .. top]]
    transition place to = Transition (15 * place) (to - place)

-- | At least so many moves are needed: two things up and one down again, from each floor.
potential :: State -> Int
potential (State from tokens) = sum [if from > at then 2 * n else max 1 (2 * n - 3) | at <- [0 .. top - 1], let n = things at, n > 0]
  where
    things at = sum [fromIntegral (tokens `shiftR` (16 * generator + 4 * chip) .&. 15) * (fromEnum (generator <= at) + fromEnum (chip <= at)) | generator <- [0 .. top], chip <- [0 .. top]]

-- | All states that can be reached, each with the least slack, which rises. Those with the same come depth first.
reached :: State -> [(Int, State)]
reached start = go 0 IntSet.empty [start] []
  where
    go _ _ [] [] = []
    go slack seen [] later = go (slack + 1) seen later []
    go slack seen (state : rest) later
      | IntSet.member (key state) seen = go slack seen rest later
      | otherwise = (slack, state) : go slack (IntSet.insert (key state) seen) (free <> rest) (costly <> later)
      where
        free = [next | (0, next) <- moves state]
        costly = [next | (1, next) <- moves state]
    -- The last place has all tokens that the others don't have, so its bits are the elevator's.
    key (State at tokens) = fromIntegral (tokens .&. (token top top - 1) .|. fromIntegral at `shiftL` 60) :: Int
