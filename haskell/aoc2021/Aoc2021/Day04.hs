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
import Control.Monad (foldM, when)
import Control.Monad.ST (runST)
import Data.Bits (unsafeShiftR, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import Data.Coerce (coerce)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

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

type Numbers = U.Vector Int

-- | What is called, and the boards' numbers, 25 for each.
data Game = Game {calls :: !Numbers, boards :: !Numbers}
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Game -> Either NoAnswer Int
part1 = score (\/)

part2 :: Game -> Either NoAnswer Int
part2 = score (/\)

-- | What does the winner score whom a choice between two picks out of all?
score :: (Time -> Time -> Time) -> Game -> Either NoAnswer Int
score choice Game {calls, boards}
  | U.null wins = Left (NoAnswer "no board wins")
  -- At most 25 numbers below 10^6, to be taken times one more: below 2^45.
  | otherwise = Right (calls U.! call * U.sum (U.ifilter unmarked board))
  where
    Time none = never
    times = U.accumulate min (U.replicate (1 + U.maximum calls) none) (U.imap (flip (,)) calls)
    marked number = if number < U.length times then U.unsafeIndex times number else none
    since = U.map marked boards
    count = U.length boards `quot` 25
    wins = U.filter (/= none) (U.generate count win)
    -- The call is below the number of calls, so no product leaves an Int.
    win at = if time == none then none else time * count + at
      where
        Time time = bingo (\x y -> Time (U.unsafeIndex since (25 * at + 5 * y + x)))
    (call, winner) = U.foldl1' (coerce choice) wins `quotRem` count
    board = U.slice (25 * winner) 25 boards
    unmarked at _ = not (by call (Time (since U.! (25 * winner + at))))

limit :: Int
limit = 999999

-- | Reads by places; a text that this refuses is read again, line by line.
parse :: Text -> Either InvalidInput Game
parse text = maybe (slowly text) Right (quickly text)

-- | The game, if nothing is wrong or odd.
quickly :: Text -> Maybe Game
quickly text
  | U.length calls < count = Nothing
  | otherwise = Game calls <$> numbers
  where
    (first, rest) = B.break (== '\n') text
    count = B.count ',' first + 1
    calls = U.unfoldrN count call 0
    call at = naturalAt limit first at Nothing $ \number end ->
      if end == B.length first || byteAt first end == 44 then Just (number, end + 1) else Nothing
    numbers = runST $ do
      -- A board has at least 51 bytes, from the end of the line before it on.
      new <- M.unsafeNew (25 * (B.length rest `quot` 51 + 1))
      let go !done !rows !cells !at
            | cells > 0 && byteAt rest at == 32 = go done rows cells (at + 1)
            | cells > 0 =
              naturalAt limit rest at (pure Nothing) $ \number end -> do
                M.unsafeWrite new done number
                go (done + 1) rows (cells - 1) end
            | byteAt rest at /= 10 = pure Nothing
            | rows > 0 = go done (rows - 1) (5 :: Int) (at + 1)
            | at < B.length rest && byteAt rest (at + 1) == 10 = go done (4 :: Int) 5 (at + 2)
            | at == B.length rest && done > 0 = Just <$> U.unsafeFreeze (M.unsafeTake done new)
            | otherwise = pure Nothing
      go 0 0 0 0

slowly :: Text -> Either InvalidInput Game
slowly text = do
  numbers <- foldM (\done word -> (: done) <$> natural limit 1 word) [] (fields first)
  Game (U.reverse (U.fromList numbers)) . U.concat <$> parseBoards 1 [] (drop 1 (numbered text))
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
