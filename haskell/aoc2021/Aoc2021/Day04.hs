-- | Giant Squid: one formula read in two lattices.
--
-- That a board has won is a formula of \"or\" and \"and\" over its cells: /some line has every
-- cell marked/. \"Or\" and \"and\" are what any lattice has, so 'bingo' says it for all of them.
-- Read over 'Bool' it tells whether the board has won by some call, which is how the game is
-- played. Read over 'Time', where \"or\" is the earlier and \"and\" the later, the same formula
-- tells when the board wins. For each call @t@ the question \"by @t@?\" is a homomorphism from
-- 'Time' to 'Bool': the one reading holds all the games that could be played, and none has to be.
--
-- The order of winning is a lattice too. Its meet over all boards is the first winner, its join the
-- last; a board's score is a lazy field, which only the winner has worked out.
module Aoc2021.Day04
  ( parse,
    part1,
    part2,
    Lattice (..),
    Time (..),
    never,
    bingo,
    by,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (foldM, when)
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import qualified Data.List as List
import Data.Maybe (catMaybes, fromMaybe)
import Data.Semigroup (Arg (..), Max (..), Min (..))
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | \"Or\" and \"and\": commutative, associative, each absorbing the other.
class Lattice a where
  (\/), (/\) :: a -> a -> a

instance Lattice Bool where
  (\/) = (||)
  (/\) = (&&)

-- | The call, counted from 0, from which on something is so; 'never' if there is none.
newtype Time = Time Int
  deriving newtype (Eq, Ord, Show)

never :: Time
never = Time maxBound

instance Lattice Time where
  (\/) = min
  (/\) = max

-- | Is it so by that call?
by :: Int -> Time -> Bool
by call (Time since) = since <= call

-- | Some row or some column has it in every cell.
bingo :: (Lattice a) => (Int -> Int -> a) -> a
bingo cell = some row \/ some column
  where
    row y = every (`cell` y)
    column x = every (cell x)
    some f = f 0 \/ f 1 \/ f 2 \/ f 3 \/ f 4
    every f = f 0 /\ f 1 /\ f 2 /\ f 3 /\ f 4
{-# INLINE bingo #-}

type Numbers = U.Vector Int

data Game = Game {calls :: !Numbers, boards :: ![Numbers]}
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Game -> Either NoAnswer Int
part1 = fmap (score . getMin) . wins Min

part2 :: Game -> Either NoAnswer Int
part2 = fmap (score . getMax) . wins Max

-- | A winner, in the order of winning: by its call, at the same call by its place in the text.
type Win = Arg (Int, Int) Int

score :: Win -> Int
score (Arg _ points) = points

-- | The boards that win, folded by the semigroup of one's choice.
wins :: (Semigroup a) => (Win -> a) -> Game -> Either NoAnswer a
wins choice Game {calls, boards} = case catMaybes (zipWith won [0 ..] boards) of
  [] -> Left (NoAnswer "no board wins")
  first : others -> Right (List.foldl' (<>) first others)
  where
    Time none = never
    times = U.accumulate min (U.replicate (1 + U.maximum calls) none) (U.imap (flip (,)) calls)
    won place board
      | win == none = Nothing
      | otherwise = Just (choice (Arg (win, place) (calls U.! win * unmarked)))
      where
        since = U.map (fromMaybe none . (times U.!?)) board
        Time win = bingo (\x y -> Time (since U.! (5 * y + x)))
        -- At most 25 numbers below 10^6, to be taken times one more: below 2^45.
        unmarked = U.sum (U.map fst (U.filter (not . by win . Time . snd) (U.zip board since)))

limit :: Int
limit = 999999

parse :: Text -> Either InvalidInput Game
parse text = do
  numbers <- foldM (\done word -> (: done) <$> natural limit 1 word) [] (fields first)
  Game (U.reverse (U.fromList numbers)) <$> parseBoards 1 [] (drop 1 (numbered text))
  where
    first = B.takeWhile (/= '\n') text
    fields line = if B.null line then [line] else B.split ',' line

-- | The boards from the line after the given one on, behind those that are read.
parseBoards :: Int -> [Numbers] -> [(Int, Text)] -> Either InvalidInput [Numbers]
parseBoards _ done@(_ : _) [] = Right (reverse done)
parseBoards end _ [] = Left (tooSoon end)
parseBoards _ done ((number, line) : rest)
  | not (B.null line) = Left (InvalidInput number "expected an empty line before a board")
  | otherwise = do
    let (rows, others) = splitAt 5 rest
    board <- traverse (uncurry parseRow) rows
    when (length board < 5) (Left (tooSoon (number + length board)))
    parseBoards (number + 5) (U.fromListN 25 (concat board) : done) others

parseRow :: Int -> Text -> Either InvalidInput [Int]
parseRow number line
  | length numbers /= 5 || B.last line == ' ' || not (B.all (\c -> c == ' ' || isDigit c) line) =
    Left (InvalidInput number "expected five numbers parted by spaces")
  | otherwise = traverse (natural limit number) numbers
  where
    numbers = filter (not . B.null) (B.split ' ' line)

tooSoon :: Int -> InvalidInput
tooSoon number = InvalidInput number "expected one or more boards of five rows"
