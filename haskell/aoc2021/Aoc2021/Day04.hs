-- | Giant Squid: one formula read in two lattices.
--
-- That a board has won is a formula of \"or\" and \"and\" over its cells: /some line has every
-- cell marked/. \"Or\" and \"and\" are what any lattice has, so 'bingo' says it for all of them.
-- Read over 'Bool' it tells whether the board has won by some call, which is how the game is
-- played. Read over 'Time', where \"or\" is the earlier and \"and\" the later, the same formula
-- tells when the board wins. For each call @t@ the question \"by @t@?\" is a homomorphism from
-- 'Time' to 'Bool': the one reading holds all the games that could be played, and none has to be.
--
-- Boards are numbered in the order of winning, by the call, and at one call by the place in the
-- text. So numbered they are times too: their \"or\" is the first winner, their \"and\" the last.
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
import Data.Bits (unsafeShiftR, (.&.))
import Data.Coerce (coerce)
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (blank, blocks, lineOf, natural, rows, sepBy, spaces, whole)
import Threefold.Unsafe (unsafeIndex)

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

-- | The earlier and the later, without a branch, as no processor can guess which it is.
instance Lattice Time where
  Time a \/ Time b = Time (b + ahead a b)
  Time a /\ Time b = Time (a - ahead a b)

-- | By how much is the one before the other, both from 0 on? A number below 0, or 0.
ahead :: Int -> Int -> Int
ahead a b = let d = a - b in d .&. (d `unsafeShiftR` 63)
{-# INLINE ahead #-}

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

-- | The five numbers of a row.
type Row = (Int, Int, Int, Int, Int)

-- | What is called, and the boards' rows, five for each.
data Game = Game {calls :: !(U.Vector Int), boards :: !(U.Vector Row)}
  deriving stock (Generic)
  deriving anyclass (NFData)

column :: Int -> Row -> Int
column x (a, b, c, d, e) = case x of 0 -> a; 1 -> b; 2 -> c; 3 -> d; _ -> e
{-# INLINE column #-}

part1 :: Game -> Either NoAnswer Int
part1 = score (\/)

part2 :: Game -> Either NoAnswer Int
part2 = score (/\)

-- | What does the winner score whom a choice between two picks out of all?
score :: (Time -> Time -> Time) -> Game -> Either NoAnswer Int
score choice Game {calls, boards}
  | U.null wins = Left (NoAnswer "no board wins")
  | otherwise = Right (calls U.! call * sum (filter (not . by call . Time . marked) numbers))
  where
    Time none = never
    times = U.accumulate min (U.replicate (1 + U.maximum calls) none) (U.imap (flip (,)) calls)
    -- unsafe: numbers are from 0 on
    marked number = if number < U.length times then unsafeIndex times number else none
    since = U.map (\(a, b, c, d, e) -> (marked a, marked b, marked c, marked d, marked e)) boards
    count = U.length boards `quot` 5
    wins = U.filter (/= none) (U.generate count win)
    -- The call is below the number of calls, so no product leaves an Int.
    win at = if time == none then none else time * count + at
      where
        -- unsafe: a board has five rows
        Time time = bingo (\x y -> Time (column x (unsafeIndex since (5 * at + y))))
    (call, winner) = U.foldl1' (coerce choice) wins `quotRem` count
    numbers = column <$> [0 .. 4] <*> U.toList (U.slice (5 * winner) 5 boards)

most :: Int
most = 9999

parse :: Text -> Either InvalidInput Game
parse = whole (Game <$> lineOf wanted called <* blank "expected an empty line" <*> (U.concat <$> blocks board))
  where
    wanted = "expected numbers up to " <> show most <> ", separated by commas"
    called = U.fromList <$> natural most `sepBy` ','
    board = rows 5 ("expected five numbers up to " <> show most <> ", separated by spaces") row
    row = (,,,,) <$> cell <*> cell <*> cell <*> cell <*> cell
    cell = spaces *> natural most
