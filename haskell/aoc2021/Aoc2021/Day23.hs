-- | Amphipod: energies are lazy numbers, and whoever asks for the smallest searches best first.
--
-- A lazy number is not there at once: it says “at least so much more” again and again, until it is
-- all told. The smaller of two such numbers can be told without telling the larger one to
-- its end:
--
-- > Later 3 x <> Later 5 y = Later 3 (x <> Later 2 y)
--
-- So let the energy that a state still costs be the smallest of what it costs to go on from each
-- next one. That is all there is to the search: a definition without a queue, an order or a bound.
-- To tell the next bit of a minimum, all alternatives are asked up to the same sum, never further; what
-- is dearer than the answer stays a promise, and so does the state behind it. It is Dijkstra's
-- search, and it was never written.
--
-- States are met many times, on several ways, and each has its number once, in a trie of all
-- states that there could be. Only what is asked for of it ever exists.
--
-- Numbers should start small. What nobody can avoid (out of the room, across, into one's own) is
-- known and paid separately; 'Energy' is what detours cost.
module Aoc2021.Day23
  ( parse,
    part1,
    part2,

    -- * Lazy numbers
    Energy (..),
    later,
    total,

    -- * Tries
    Trie,
    trie,
    at,

    -- * Burrows
    Kind,
    leastEnergy,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (complement, countLeadingZeros, countTrailingZeros, unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (ord)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | A number that is told bit by bit, or is never all told.
data Energy
  = -- | That was all.
    Told
  | -- | So much, which is more than nothing, and then the rest.
    Later !Int Energy
  | -- | There is no end to it.
    Endless

-- | The smaller of two.
instance Semigroup Energy where
  Told <> _ = Told
  Endless <> e = e
  Later _ _ <> Told = Told
  e@(Later _ _) <> Endless = e
  Later m e <> Later n f = case compare m n of
    LT -> Later m (e <> Later (n - m) f)
    EQ -> Later m (e <> f)
    GT -> Later n (Later (m - n) e <> f)

instance Monoid Energy where
  mempty = Endless

-- | So much more.
later :: Int -> Energy -> Energy
later 0 e = e
later n e = Later n e

-- | The whole number, if it is one.
total :: Energy -> Maybe Int
total = go 0
  where
    go !sum' = \case
      Told -> Just sum'
      Later n e -> go (sum' + n) e
      Endless -> Nothing

-- | A value for each number of so many digits from 0 to 4, three bits each.
data Trie a = Leaf a | Branch !Int (Trie a) (Trie a) (Trie a) (Trie a) (Trie a)

trie :: Int -> (Int -> a) -> Trie a
trie number f = go number 0
  where
    go 0 key = Leaf (f key)
    go n key = Branch (3 * n - 3) (next 0) (next 1) (next 2) (next 3) (next 4)
      where
        next digit = go (n - 1) (key `unsafeShiftL` 3 .|. digit)

at :: Trie a -> Int -> a
at (Leaf a) _ = a
at (Branch shift a b c d e) key = at next key
  where
    next = case key `unsafeShiftR` shift .&. 7 of
      0 -> a
      1 -> b
      2 -> c
      3 -> d
      _ -> e

-- | From 1 to 4, as is the room that is its home.
type Kind = Int

-- | Who is in each room, from the door on.
newtype Burrow = Burrow [[Kind]]
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Burrow -> Either NoAnswer Int
part1 (Burrow rooms) = leastEnergy rooms

part2 :: Burrow -> Either NoAnswer Int
part2 (Burrow rooms) = leastEnergy (zipWith unfolded rooms [[4, 4], [3, 2], [2, 1], [1, 3]])
  where
    unfolded room hidden = take 1 room <> hidden <> drop 1 room

-- | What is the least energy that brings everyone home? The rooms are equally deep, four at most.
leastEnergy :: [[Kind]] -> Either NoAnswer Int
leastEnergy rooms = case total (at energies start) of
  Just more -> Right (unavoidable + more)
  Nothing -> Left (NoAnswer "the amphipods block each other for ever")
  where
    energies = trie digits energy
    energy state
      | state == home = Told
      | otherwise = foldMap (\(Move more next) -> later more (onward (goHome next))) (moves strangers state)
    onward state
      | isLost strangers state = Endless
      | otherwise = at energies state

    leaving = zipWith (\room -> List.dropWhileEnd (== room)) [1 ..] rooms
    start = sum (zipWith (\room kinds -> length kinds `unsafeShiftL` place room) [1 ..] leaving)
    strangers = Strangers (U.fromList (concatMap (\kinds -> take 8 (0 : reverse kinds <> repeat 0)) leaving))
    unavoidable =
      sum
        [ (depth + across room kind) * cost kind + depth * cost room
          | (room, kinds) <- zip [1 ..] leaving,
            (depth, kind) <- zip [1 ..] kinds
        ]

-- | How far is it from door to door? Who only makes room must go aside.
across :: Kind -> Kind -> Int
across room kind = max 2 (2 * abs (room - kind))

-- | What a step costs.
cost :: Kind -> Int
cost kind = 10 ^ (kind - 1)

-- | Of the hallway's seven spots who is on each, or 0, and of each room how many are to leave it:
-- digits of three bits, the spots' below. Room n is between the spots n and n + 1.
type State = Int

digits :: Int
digits = 11

-- | Where the digits of a room are.
place :: Kind -> Int
place room = 3 * (room + 6)

home :: State
home = 0

-- | How many are to leave a room?
left :: State -> Kind -> Int
left state room = state `unsafeShiftR` place room .&. 7

-- | Who is to leave a room when so many are.
newtype Strangers = Strangers (U.Vector Kind)

first :: Strangers -> Kind -> Int -> Kind
first (Strangers kinds) room number = kinds U.! (8 * (room - 1) + number)

-- | What a detour costs, and what is next.
data Move = Move !Int !State

-- | Who may leave a room now, for where?
moves :: Strangers -> State -> [Move]
moves strangers state =
  [ Move (detour room kind spot) (state - 1 `unsafeShiftL` place room + kind `unsafeShiftL` (3 * spot))
    | room <- [1 .. 4],
      let number = left state room,
      number > 0,
      let kind = first strangers room number,
      let Free low high = free state room,
      spot <- [low .. high - 1]
  ]

-- | What does it cost beyond what can't be avoided, if one goes from a room to a spot and home?
detour :: Kind -> Kind -> Int -> Int
detour room kind spot = detours U.! ((room * 4 + kind) * 7 + spot - 35)

detours :: U.Vector Int
detours =
  U.fromList
    [ cost kind * (abs (2 * room - spot) + abs (2 * kind - spot) - across room kind)
      | room <- [1 .. 4],
        kind <- [1 .. 4],
        spot <- [0, 1, 3, 5, 7, 9, 10]
    ]

-- | Spots from the first to before the second.
data Free = Free !Int !Int

-- | Which spots can be reached from a room's door? Occupied spots are bits, three places apart.
free :: State -> Kind -> Free
free state room = Free (third (66 - countLeadingZeros before)) (room + 1 + third (countTrailingZeros after))
  where
    before = occupied .&. (1 `unsafeShiftL` door - 1)
    after = (occupied .|. 1 `unsafeShiftL` 21) `unsafeShiftR` door
    occupied = (state .|. state `unsafeShiftR` 1 .|. state `unsafeShiftR` 2) .&. 0x49249
    door = 3 * (room + 1)
    third n = (n * 86) `unsafeShiftR` 8
{-# INLINE free #-}

-- | All go home who can. That is in nobody's way, so there is no choice.
goHome :: State -> State
goHome = go 1
  where
    go 5 state = state
    go room state
      | left state room == 0,
        Free low high <- free state room,
        next <- leave (low - 1) (leave high state),
        next /= state =
        go 1 next
      | otherwise = go (room + 1) state
      where
        leave spot s
          | spot >= 0 && spot < 7 && who spot == room = s - room `unsafeShiftL` (3 * spot)
          | otherwise = s
        who spot = state `unsafeShiftR` (3 * spot) .&. 7

-- | Is there no way home, even if strangers vanish when all of their room have left it?
isLost :: Strangers -> State -> Bool
isLost strangers state
  | state `unsafeShiftR` place 1 == 0 = state /= home
  | fewer == state = True
  | otherwise = isLost strangers (goHome fewer)
  where
    fewer = state .&. complement (vanish 1 .|. vanish 2 .|. vanish 3 .|. vanish 4)
    vanish room
      | canLeave room (free state room) = 7 `unsafeShiftL` place room
      | otherwise = 0
    -- Is there a spot for each who can't go home from there?
    canLeave room (Free low high) = waiting (left state room) (high - low)
      where
        waiting :: Int -> Int -> Bool
        waiting 0 spots = spots >= 0
        waiting number spots
          | left state kind == 0 && low <= kind + 1 && kind + 1 <= high = waiting (number - 1) spots
          | otherwise = waiting (number - 1) (spots - 1)
          where
            kind = first strangers room number

parse :: Text -> Either InvalidInput Burrow
parse text = go [] (zip folded form)
  where
    folded = case splitAt 3 (numbered text) of
      (upper, (_, "  #D#C#B#A#") : (_, "  #D#B#A#C#") : lower) -> upper <> lower
      (upper, lower) -> upper <> lower
    form = ["#############", "#...........#", "###?#?#?#?###", "  #?#?#?#?#", "  #########"]
    go rows (((number, line'), wall) : rest)
      | B.length line' /= B.length wall || not (and (B.zipWith fits line' wall)) =
        Left (InvalidInput number "expected the burrow as it is always drawn, with A, B, C or D in each place")
      | any ((> 2) . length) (List.group (List.sort (concat rows'))) =
        Left (InvalidInput number "expected two amphipods of each kind")
      | otherwise = go rows' rest
      where
        rows' = rows <> [[ord c - ord '@' | (c, '?') <- B.zip line' wall]]
    go rows []
      | length folded < 5 = Left (InvalidInput (length (numbered text)) "expected five lines")
      | (number, _) : _ <- drop 5 folded = Left (InvalidInput number "expected five lines")
      | otherwise = Right (Burrow (List.transpose (filter (not . null) rows)))
    fits c wall = if wall == '?' then c >= 'A' && c <= 'D' else c == wall
