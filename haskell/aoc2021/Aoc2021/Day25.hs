-- | Sea Cucumber: the translations of a torus act on the sets of its places.
--
-- Seen from a torus, the map has no rim, and one place east is one place east everywhere. The
-- translations of the torus are a group, which two of them generate, and a group that moves
-- places moves sets of places as well: union, intersection and complement are moved along.
-- Both herds then keep to one rule, each with a translation g of its own:
--
-- > blocked = herd /\ back g (herd \/ others)
-- > herd'   = blocked \/ forth g (herd without blocked)
--
-- No place is named in it, no row and no rim, and so it does not matter from where one looks:
-- the rule commutes with every translation. (For one herd alone it has another symmetry:
-- free places move like a herd, in the other way.)
--
-- What is asked for is the first fixed point among the iterates of a function. There are
-- finitely many maps, so the iterates run into a cycle, and the herds come to rest if that
-- cycle has length one.
module Aoc2021.Day25
  ( parse,
    part1,

    -- * The group and its action
    Torus (..),
    Places,
    Translation (..),
    inverse,
    eastward,
    southward,

    -- * Herds
    Map (..),
    Herds (..),
    advance,
    step,
    rest,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (popCount, shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

data Torus = Torus {width :: !Int, height :: !Int}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | A set of places: binary digits, row after row, the first place has the highest.
type Places = Integer

-- | What an element of the group does to sets of places, and what its inverse does.
data Translation = Translation {forth :: Places -> Places, back :: Places -> Places}

instance Semigroup Translation where
  Translation f b <> Translation f' b' = Translation (f . f') (b' . b)

instance Monoid Translation where
  mempty = Translation id id

inverse :: Translation -> Translation
inverse (Translation f b) = Translation b f

-- | The group's generators.
eastward, southward :: Torus -> Translation
eastward (Torus width height) = turn 1 (width - 1) (rows height)
  where
    -- The last place of so many rows.
    rows 1 = 1
    rows number = upper `shiftL` (width * lower) .|. rows lower
      where
        lower = number `quot` 2
        upper = rows (number - lower)
southward (Torus width height) = turn width (width * (height - 1)) (1 `shiftL` width - 1)

-- | Digits move by so many places to the right, but the last ones move around to the left.
turn :: Int -> Int -> Places -> Translation
turn by around ends = Translation forth back
  where
    starts = ends `shiftL` around
    forth places = (places `xor` leaving) `shiftR` by .|. leaving `shiftL` around
      where
        leaving = places .&. ends
    back places = (places `xor` leaving) `shiftL` by .|. leaving `shiftR` around
      where
        leaving = places .&. starts

-- | A herd, after those of it who have a free place ahead moved there. The herd, then the others.
advance :: Translation -> Places -> Places -> Places
advance (Translation forth back) herd others = blocked .|. forth (herd `xor` blocked)
  where
    blocked = herd .&. back (herd .|. others)

-- | The herd that goes east, and the one that goes south.
data Herds = Herds !Places !Places
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

step :: Torus -> Herds -> Herds
step torus = \(Herds east south) ->
  let east' = advance eastward' east south
   in Herds east' (advance southward' south east')
  where
    eastward' = eastward torus
    southward' = southward torus

-- | Which application of a function, of so many at most, is the first that changes nothing? To see
-- that there is none, the value after each power of two is remembered, until it comes back.
rest :: (Eq a) => Int -> (a -> a) -> a -> Maybe Int
rest most change start = go 1 start start
  where
    go number remembered now
      | number > most = Nothing
      | next == now = Just number
      | next == remembered = Nothing
      | popCount number == 1 = go (number + 1) next next
      | otherwise = go (number + 1) remembered next
      where
        next = change now

data Map = Map {torus :: !Torus, herds :: !Herds}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Map -> Either NoAnswer Int
part1 (Map torus@(Torus width height) herds) =
  maybe (Left (NoAnswer "the cucumbers do not come to rest in the steps that are allowed")) Right $
    rest (40_000_000 `quot` (width + height)) (step torus) herds

parse :: Text -> Either InvalidInput Map
parse text = do
  rows <- traverse row (numbered text)
  let places = B.concat rows
  Right (Map (Torus width (length rows)) (Herds (placesOf '>' places) (placesOf 'v' places)))
  where
    width = B.length (B.takeWhile (/= '\n') text)
    row (number, line)
      | number <= largest && width > 0 && width <= largest && B.length line == width && B.all place line =
        Right line
      | otherwise =
        Left . InvalidInput number $
          "expected 1 to 1400 rows of 1 to 1400 of . > v, equally long"
    largest = 1400
    place char = char == '.' || char == '>' || char == 'v'

-- | The places of one kind. Halves are joined, as one by one would take too long.
placesOf :: Char -> B.ByteString -> Places
placesOf kind places
  | size <= 60 = toInteger (B.foldl' digit 0 places)
  | otherwise = placesOf kind left `shiftL` B.length right .|. placesOf kind right
  where
    size = B.length places
    (left, right) = B.splitAt (size `quot` 2) places
    digit digits char = 2 * digits + fromEnum (char == kind)
