-- | Perfectly Spherical Houses in a Vacuum: walks are a semidirect product of moving and uniting.
--
-- A walk is how far it leads, and the set of places that it sees from its start. When another one follows, its
-- places are moved by how far the first led, and united with those of the first.
module Aoc2015.Day03 (parse, part1, part2, Walk (..), move) where

import qualified Data.ByteString.Char8 as B
import qualified Data.IntSet as IntSet
import Data.List (foldl')
import Threefold.Contract
import Threefold.Reading

-- | A place is one number: houses to the north are rows of 'width', so that adding places adds both coordinates.
data Walk = Walk !Int !IntSet.IntSet
  deriving stock (Eq, Show)

instance Semigroup Walk where
  Walk far places <> Walk far' places' = Walk (far + far') (IntSet.foldl' (\all' place -> IntSet.insert (far + place) all') places places')

-- | The walk that stays where it is, and sees that.
instance Monoid Walk where
  mempty = Walk 0 (IntSet.singleton 0)

-- | A single move, which sees where it leads.
move :: Char -> Walk
move sign = Walk to (IntSet.fromList [0, to])
  where
    to = step sign

step :: Char -> Int
step = \case
  '^' -> width
  'v' -> negate width
  '>' -> 1
  _ -> -1

width :: Int
width = 4194304

parse :: Text -> Either InvalidInput Text
parse = whole (lineOf "expected 1 to 1000000 of the moves ^v<>" (valid (short <$> word (\sign -> sign == '^' || sign == 'v' || sign == '<' || sign == '>'))))
  where
    short moves = if B.length moves <= 1000000 then Just moves else Nothing

part1 :: Text -> Int
part1 moves = IntSet.size places
  where
    Walk _ places = B.foldl' after mempty moves

-- | Two walks with the same start: the places of both.
part2 :: Text -> Int
part2 moves = IntSet.size (IntSet.union santa robot)
  where
    Walk _ santa = foldl' (\walk at -> after walk (B.index moves at)) mempty [0, 2 .. B.length moves - 1]
    Walk _ robot = foldl' (\walk at -> after walk (B.index moves at)) mempty [1, 3 .. B.length moves - 1]

-- | The product with a single move.
after :: Walk -> Char -> Walk
after (Walk far places) sign = Walk far' (IntSet.insert far' places)
  where
    far' = far + step sign
