-- | Block tables: a table that grows at its end is a list from its end, and a fork shares it, as lists are shared.
--
-- A persistent list has many futures and one past, which is what forks need: nothing is copied, since nothing changes. Only
-- the last block can be written to, so copying it is giving another list the same tail. A garbage collector would see what is
-- no longer held; a pool has to count. It is enough to count who holds a cell directly. A cell knows what the
-- list from it on amounts to, as those of a finger tree do, so tables are added up without being walked along.
module Teaching.BlockTable (parse, part1, part2, Trace (..), Event (..), Pool (..), Request (..), run, listed) where

import Control.Applicative (Alternative (..))
import Control.DeepSeq (NFData)
import Control.Monad (foldM, guard)
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import qualified Data.IntSet as IntSet
import Data.List (foldl')
import Data.Sequence (Seq, ViewL (..), viewl, (<|), (|>))
import qualified Data.Sequence as Seq
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading hiding (block, blocks)

data Event = Prompt !Int !Int | Token !Int | Fork !Int !Int | Free !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | How many tokens a block takes, how many blocks there are, and what happens.
data Trace = Trace {size, blocks :: !Int, events :: [Event]}
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Trace
parse = whole $ do
  (size, blocks) <- lineOf first ((,) <$ tag "size " <*> upTo 999999 <* tag " blocks " <*> upTo 1000)
  Trace size blocks <$> onward wrong (IntSet.empty, 0) event
  where
    first = "expected a number from 1 to 999999, and one to 1000, as size 16 blocks 100"
    wrong = "expected prompt with a new request and tokens, fork with a request and a new one, or token or free with a request, all from 1 to 999999, in at most 50000 lines"

upTo :: Int -> Reader Int
upTo most = valid ((\found -> found <$ guard (found > 0)) <$> natural most)

-- | An event of the requests that are running, after so many, and which are afterwards.
event :: (IntSet.IntSet, Int) -> Reader (Event, (IntSet.IntSet, Int))
event (running, count) =
  valid (counted <$> one)
  where
    one =
      valid (happens <$ tag "prompt " <*> number <* tag " " <*> number)
        <|> valid (token <$ tag "token " <*> number)
        <|> valid (fork <$ tag "fork " <*> number <* tag " " <*> number)
        <|> valid (free <$ tag "free " <*> number)
    number = upTo 999999
    counted (found, running') = (found, (running', count + 1)) <$ guard (count < 50000)
    runs = (`IntSet.member` running)
    happens new tokens = (Prompt new tokens, IntSet.insert new running) <$ guard (not (runs new))
    token request = (Token request, running) <$ guard (runs request)
    fork request new = (Fork request new, IntSet.insert new running) <$ guard (runs request && not (runs new))
    free request = (Free request, IntSet.delete request running) <$ guard (runs request)

-- | Blocks from the last to the first; a cell has its number in the table, the sum of the blocks up to it, and that of
-- blocks times numbers.
data Blocks = None | Block {before :: !Blocks, block, place, total, weighted :: !Int}

cell :: Blocks -> Int -> Blocks
cell None taken = Block None taken 1 taken taken
cell held taken = Block held taken (place held + 1) (total held + taken) (weighted held + (place held + 1) * taken)

listed :: Blocks -> [Int]
listed None = []
listed held = block held : listed (before held)

data Request = Request {tokens :: !Int, table :: !Blocks}

-- | Free blocks, how many hold a cell by its block, requests, and how many copies were made.
data Pool = Pool {free :: !(Seq Int), holders :: !(IntMap.IntMap Int), requests :: !(IntMap.IntMap Request), copies :: !Int}

-- | What is left when all has happened, or an event finds too few blocks.
run :: Trace -> Pool
run trace = either id id (foldM (step (size trace)) start (events trace))
  where
    start = Pool (Seq.fromList [1 .. blocks trace - 1]) IntMap.empty IntMap.empty 0

step :: Int -> Pool -> Event -> Either Pool Pool
step size pool = \case
  Prompt new count -> with new count <$> grown (count `ceiling'` size) None
  Token request
    | tokens `rem` size == 0 -> with request (tokens + 1) <$> grown 1 table
    | holders pool IntMap.! block table > 1 -> copied <$> grown 1 (before table)
    | otherwise -> Right (with request (tokens + 1) (table, pool))
    where
      Request {tokens, table} = requests pool IntMap.! request
      copied (held, after) = with request (tokens + 1) (held, after {holders = IntMap.adjust (subtract 1) (block table) (shared (before table) after), copies = copies after + 1})
  Fork request new -> Right (with new tokens (table, pool {holders = shared table pool}))
    where
      Request {tokens, table} = requests pool IntMap.! request
  Free request -> Right (released (tokens `rem` size == 0) table pool {requests = IntMap.delete request (requests pool)})
    where
      Request {tokens, table} = requests pool IntMap.! request
  where
    with request count (held, after) = after {requests = IntMap.insert request (Request count held) (requests after)}
    grown count held
      | count > Seq.length (free pool) = Left pool
      | otherwise = Right (foldl' (\made _ -> grow made) (held, pool) [1 .. count])
    grow (held, after) = case viewl (free after) of
      taken :< rest -> (cell held taken, after {free = rest, holders = IntMap.insert taken 1 (holders after)})
      EmptyL -> (held, after)

ceiling' :: Int -> Int -> Int
ceiling' count size = (count + size - 1) `quot` size

-- | One more holds a cell.
shared :: Blocks -> Pool -> IntMap.IntMap Int
shared None pool = holders pool
shared held pool = IntMap.adjust (+ 1) (block held) (holders pool)

-- | One less holds a cell. If nobody does, its block is free: the next one, or the last one if it is full; and the cell before it has one less, too.
released :: Bool -> Blocks -> Pool -> Pool
released _ None pool = pool
released full held pool
  | count > 1 = pool {holders = IntMap.insert (block held) (count - 1) (holders pool)}
  | full = released True (before held) gone {free = free pool |> block held}
  | otherwise = released True (before held) gone {free = block held <| free pool}
  where
    count = holders pool IntMap.! block held
    gone = pool {holders = IntMap.delete (block held) (holders pool)}

part1 :: Trace -> Text
part1 trace = B.pack (go 0 0 IntMap.empty (zip [1 :: Int ..] (events trace)))
  where
    go most _ _ [] = show (most :: Int) <> " -"
    go most used running ((at, one) : rest)
      | used' >= blocks trace = show most <> " " <> show at
      | otherwise = go (max most used') used' (IntMap.insert request count running) rest
      where
        (request, count) = case one of
          Prompt new n -> (new, n)
          Token old -> (old, had old + 1)
          Fork old new -> (new, had old)
          Free old -> (old, 0)
        had old = IntMap.findWithDefault 0 old running
        !used' = used + count `ceiling'` size trace - had request `ceiling'` size trace

part2 :: Trace -> Text
part2 trace = B.pack (show (copies end) <> " " <> show (fst (foldl' add (0, 0) (requests end))))
  where
    end = run trace
    add :: (Integer, Integer) -> Request -> (Integer, Integer)
    add (!found, !above) Request {table} = case table of
      None -> (found, above)
      _ -> (found + above * toInteger (total table) + toInteger (weighted table), above + toInteger (place table))
