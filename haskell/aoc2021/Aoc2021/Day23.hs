-- | Amphipod: energies are lazy numbers, and whoever asks for the smallest searches best first.
--
-- A lazy number is told bit by bit, “at least so much more”, and the smaller of two can be told without
-- telling the larger one to its end:
--
-- > Later 3 x <> Later 5 y = Later 3 (x <> Later 2 y)
--
-- A state's number is the smallest of those that its moves lead to: a definition without a queue, and to
-- ask for it is Dijkstra's search. Whether there is a number at all is the same recursion on truth values.
module Aoc2021.Day23
  ( parse,
    part1,
    part2,

    -- * Lazy numbers
    Energy (..),
    later,
    total,

    -- * Functions that remember
    remembering,

    -- * Burrows
    Kind,
    leastEnergy,
  )
where

import Control.Applicative ((<|>))
import Control.Monad (replicateM)
import Data.Bits
  ( bit,
    complement,
    countTrailingZeros,
    testBit,
    unsafeShiftL,
    unsafeShiftR,
    xor,
    (.&.),
    (.|.),
  )
import Data.Char (ord)
import qualified Data.List as List
import Data.Maybe (fromMaybe, isJust)
import qualified Data.Vector.Mutable as M
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import System.IO.Unsafe (unsafeDupablePerformIO)
import Threefold.Contract
import Threefold.Reading (char, lineOf, tag, valid, whole)

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

-- | The same function, but what it has said once is not worked out again.
--
-- It is a function still, whoever asks it first, and for what: a bucket only holds what the
-- function promised, and a promise that got lost there would be made again.
remembering :: (Word64 -> a) -> Word64 -> a
-- unsafe: the table is nobody else's, and whatever is in it, the function says the same
remembering f = unsafeDupablePerformIO $ do
  buckets <- M.replicate 8192 Nil
  -- unsafe: as above
  pure $ \key -> unsafeDupablePerformIO $ do
    let at = fromIntegral ((key * 0x9e3779b97f4a7c15) `unsafeShiftR` 51)
        look bucket = \case
          Known k value rest -> if k == key then pure value else look bucket rest
          Nil -> let value = f key in value <$ M.write buckets at (Known key value bucket)
    bucket <- M.read buckets at
    look bucket bucket
{-# INLINE remembering #-}

data Bucket a = Nil | Known !Word64 a !(Bucket a)

-- | From 0 to 3, as is the room that is its home.
type Kind = Int

-- | Who is in each room, from the door on.
type Rooms = [[Kind]]

part1 :: Rooms -> Either NoAnswer Int
part1 = leastEnergy

part2 :: Rooms -> Either NoAnswer Int
part2 rooms = leastEnergy [take 1 room <> hidden <> drop 1 room | (room, hidden) <- zip rooms [[3, 3], [2, 1], [1, 0], [0, 2]]]

-- | What is the least energy that brings everyone home? The rooms are equally deep, four at most.
leastEnergy :: Rooms -> Either NoAnswer Int
leastEnergy rooms = case prospect start >>= total of
  Just detours -> Right (unavoidable + detours)
  Nothing -> Left (NoAnswer "the amphipods block each other for ever")
  where
    -- What a state still costs, if there is a way home.
    prospect = remembering $ \state ->
      if
          | state == home -> Just Told
          | any (isJust . prospect . after) (moves strangers state) ->
            Just (foldMap energy (moves strangers state))
          | otherwise -> Nothing
    energy move = later (detour move) (fromMaybe Endless (prospect (after move)))

    leaving = zipWith (\kind -> List.dropWhileEnd (== kind)) [0 ..] rooms
    strangers = fromRooms leaving
    start = lanes [fromIntegral (length kinds) `unsafeShiftL` 8 | kinds <- leaving]
    unavoidable =
      sum
        [ (depth + across room kind) * cost kind + depth * cost room
          | (room, kinds) <- zip [0 ..] leaving,
            (depth, kind) <- zip [1 ..] kinds
        ]

-- | How far is it from door to door? Who only makes room must go aside.
across :: Kind -> Kind -> Int
across room kind = max 2 (2 * abs (room - kind))

-- | What a step costs.
cost :: Kind -> Int
cost kind = 10 ^ kind

-- * Four lanes

-- | A word has a lane of 16 bits for each kind and its room, and says something of all four.
type Lanes = Word64

lane :: Kind -> Int
lane kind = 16 * kind

lanes :: [Word64] -> Lanes
lanes = sum . zipWith (\kind bits -> bits `unsafeShiftL` lane kind) [0 ..]

-- | The same in each lane.
each :: Word64 -> Lanes
each bits = bits * 0x0001_0001_0001_0001

-- | All ones in each lane in which a bit is set.
filled :: Int -> Lanes -> Lanes
filled at bits = (bits `unsafeShiftR` at .&. each 1) * 0xffff

-- | In the bits 0 to 6 of its lane: on which of the hallway's seven spots is a kind? In those from
-- 8 on: how many are to leave its room? The door of room n is between the spots n + 1 and n + 2.
type State = Lanes

home :: State
home = 0

-- | How many are to leave the room?
left :: State -> Kind -> Int
left state room = fromIntegral (state `unsafeShiftR` (lane room + 8) .&. 7)

-- | The rooms that nobody is to leave: four at most are, so that 7 more reach bit 11 but from 0.
open :: State -> Lanes
open state = filled 11 (complement (state + each 0x700))

-- | Which spots are occupied? That is a place in tables.
occupied :: State -> Int
occupied state = fromIntegral ((pairs .|. pairs `unsafeShiftR` 16) .&. 127)
  where
    pairs = state .|. state `unsafeShiftR` 32

-- | What the occupied spots mean to each room, made of them, of the first spot that can be reached
-- from its door, and of the one behind the last.
table :: (Int -> Int -> Int -> Word64) -> U.Vector Lanes
table what = U.generate 128 $ \spots ->
  let free = takeWhile (not . testBit spots)
      low room = room + 2 - length (free [room + 1, room .. 0])
      high room = room + 2 + length (free [room + 2 .. 6])
   in lanes [what spots (low room) (high room) | room <- [0 .. 3]]

-- | The spots that can be reached.
reached :: U.Vector Lanes
reached = table (\_ low high -> bit high - bit low)

-- | How many these are, and a bit above.
space :: U.Vector Lanes
space = table (\_ low high -> bit 15 + fromIntegral (high - low))

-- | The occupied spots next to them.
near :: U.Vector Lanes
near = table (\spots low high -> fromIntegral spots .&. (bit low `unsafeShiftR` 1 .|. bit high))

-- | The doors that can be reached, four bits for each.
doors :: U.Vector Lanes
doors = table $ \_ low high ->
  sum [15 `unsafeShiftL` (4 * room) | room <- [0 .. 3], low <= room + 2, room + 2 <= high]

-- | All go home who can. That is in nobody's way, so there is no choice.
goHome :: State -> State
goHome state = go state
  where
    opened = open state .&. each 127
    go now = if going == 0 then now else go (now `xor` going)
      where
        going = now .&. opened .&. (near U.! occupied now)

-- | Is there no way home, even if strangers vanish when all of their room can leave it? They can
-- where there is a spot for each who can't go home from there.
isLost :: Lanes -> State -> Bool
isLost strangers state = go (state .&. each 127) strangers (open state)
  where
    go hallway strangers' opened
      | hallway == hallway' && opened == opened' = hallway .|. complement opened /= 0
      | otherwise = go hallway' (strangers' .&. complement opened') opened'
      where
        spots = occupied hallway
        staying = strangers' .&. complement (kinds opened .&. (doors U.! spots))
        opened' = filled 15 ((space U.! spots) - sums staying)
        hallway' = hallway `xor` (hallway .&. opened' .&. (near U.! spots))
    -- Four bits in every lane for each lane that is full.
    kinds full = ((pairs .|. pairs `unsafeShiftR` 24) .&. 0x1111) * each 15
      where
        pairs = full .&. each 1 .|. (full .&. each 1) `unsafeShiftR` 12
    -- The sum of a lane's four numbers.
    sums numbers = (pairs + pairs `unsafeShiftR` 8) .&. each 15
      where
        pairs = numbers .&. each 0x0f0f + numbers `unsafeShiftR` 4 .&. each 0x0f0f

-- * Moves

-- | By room and by how many are to leave it: how many of each kind? That is four bits for each, in
-- the room's lane.
type Strangers = U.Vector Lanes

fromRooms :: Rooms -> Strangers
fromRooms rooms = U.fromList (concat (zipWith row [0 ..] rooms))
  where
    row room kinds = take 8 (scanl (+) 0 [bit (lane room + 4 * kind) | kind <- reverse kinds] <> repeat 0)

among :: Strangers -> Kind -> Int -> Lanes
among rows room number = rows U.! (8 * room + number)

-- | What a detour costs, and what is next.
data Move = Move {detour :: !Int, after :: !State}

-- | Who may leave a room now, for where? Inlined, so that there is never a list.
moves :: Strangers -> State -> [Move]
moves strangers state =
  [ Move (cost kind * (aside room spot + aside kind spot - across room kind)) (goHome next)
    | room <- [0 .. 3],
      let !number = left state room,
      number > 0,
      let !first = among strangers room number - among strangers room (number - 1)
          !kind = countTrailingZeros first `unsafeShiftR` 2 .&. 3,
      spot <- List.unfoldr lowest (free `unsafeShiftR` lane room .&. 127),
      let next = state - bit (lane room + 8) + bit (lane kind + spot),
      not (isLost (everyone - first) next)
  ]
  where
    !free = reached U.! occupied state
    !everyone = sum [among strangers room (left state room) | room <- [0 .. 3]]
    lowest spots
      | spots == 0 = Nothing
      | otherwise = Just (countTrailingZeros spots, spots .&. (spots - 1))
{-# INLINE moves #-}

-- | How far is it from a room's door to a spot?
aside :: Kind -> Int -> Int
aside room spot = abs (2 * room + 2 - max 0 (min 10 (2 * spot - 1)))

parse :: Text -> Either InvalidInput Rooms
parse = whole $ do
  mapM_ drawn ["#############", "#...........#"]
  upper <- row "###" "##" []
  (drawn "  #D#C#B#A#" *> drawn "  #D#B#A#C#") <|> pure ()
  lower <- row "  #" "" upper
  drawn "  #########"
  pure (List.transpose [upper, lower])
  where
    drawn = lineOf wrong . tag
    row before behind above =
      lineOf wrong . valid $ twoEach above <$> (tag before *> replicateM 4 (kind <* tag "#") <* tag behind)
    kind = subtract (ord 'A') . ord <$> char (`elem` ['A' .. 'D'])
    twoEach above kinds = if any ((> 2) . length) (List.group (List.sort (above <> kinds))) then Nothing else Just kinds
    wrong = "expected the burrow as it is always drawn, with two each of A, B, C and D"
