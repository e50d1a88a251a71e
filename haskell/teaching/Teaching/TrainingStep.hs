-- | A training step: a thread is drawn from the front to the back.
--
-- How much of an event do those hide that began later? Those are in front of it, so a painter who begins with them only has to know what
-- is covered, a list of runs that an event lies behind or is added to. Nobody asks what is running, and no stack is kept: self times are what is seen, what
-- is covered in the end is busy, and one function finds both. Flows are no sequence either: how much longer a chain is than the thread that it
-- reaches is a lazy vector for each thread, which refers to the others.
module Teaching.TrainingStep (parse, part1, part2, Picture (..), Runs (..), behind, pictures, union, runs) where

import Control.Applicative (Alternative (..))
import Control.DeepSeq (NFData)
import Control.Monad (guard)
import qualified Data.ByteString.Char8 as B
import Data.Char (digitToInt, isDigit)
import Data.List (foldl', scanl', sortOn)
import qualified Data.Map.Strict as M
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading
import Threefold.Sorting (radixSort)

-- | How many names a table has; events: a thread, a start, a duration in nanoseconds, and where in the text the name begins and ends; and
-- flows: from a thread and a time to a thread and a time.
data Trace = Trace {shown :: !Int, text :: !Text, events :: !(U.Vector (Int, Int, Int, Int, Int)), flows :: !(U.Vector (Int, Int, Int, Int))}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Trace
parse given = whole trace given
  where
    trace = do
      shown <- lineOf "expected a number from 1 to 999999 as names 5" (tag "names " *> valid ((\n -> n <$ guard (n > 0)) <$> natural 999999))
      (flows, events) <- U.partition (\(_, _, _, _, end) -> end == 0) <$> block wrong (flow <|> event)
      pure (Trace shown given events (U.map (\(a, from, b, to, _) -> (a, from, b, to)) flows))
    wrong = "expected an event as 1 20.500 3.000 mm, or a flow to a later time as flow 1 23.500 2 40.000"
    event = (,,,,) <$> natural 99 <*> time <*> time <* tag " " <*> readSoFar <* word (const True) <*> readSoFar
    flow = valid (forward <$ tag "flow " <*> natural 99 <*> time <* tag " " <*> natural 99 <*> time)
    forward a from b to = (a, from, b, to, 0) <$ guard (from < to)
    time = nanoseconds <$ tag " " <*> natural 9_999_999_999_999 <* tag "." <*> digit <*> digit <*> digit
    nanoseconds micro a b c = 1000 * micro + 100 * a + 10 * b + c
    digit = digitToInt <$> char isDigit

-- | From when to when something is, in order; no two touch.
data Runs = None | Run !Int !Int !Runs
  deriving stock (Eq, Show)

runs :: Runs -> [(Int, Int)]
runs None = []
runs (Run start end rest) = (start, end) : runs rest

-- | How much is seen of what was put last, and what is covered.
data Picture = Picture {seen :: !Int, covered :: !Runs}

-- | Puts behind all what begins no later than they do: it is seen where nothing is so far.
behind :: Picture -> (Int, Int) -> Picture
behind picture (start, end) = go 0 start (covered picture)
  where
    go !found !at (Run from to more) | from <= end = go (found + from - at) to more
    go !found !at rest = Picture (found + max 0 (end - at)) (Run start (max at end) rest)

-- | What each is seen of, from the front to the back.
pictures :: [(Int, Int)] -> [Picture]
pictures = drop 1 . scanl' behind (Picture 0 None)

-- | What all cover, from the front to the back.
union :: [(Int, Int)] -> Runs
union = covered . foldl' behind (Picture 0 None)

-- | The numbers of a thread's events from the front to the back: what begins later is before what begins earlier, of what begins at once the shorter, of
-- equal ones that of the later line.
threads :: Trace -> [(Int, [Int])]
threads trace = split (foldl' (\order keys -> radixSort (keys U.!) order) (U.enumFromN 0 (U.length (events trace))) [U.map (U.maximum lasting -) lasting, U.map (subtract (U.minimum begins)) begins, owners])
  where
    (owners, begins, lasting, _, _) = U.unzip5 (events trace)
    split order
      | U.null order = []
      | otherwise = let owner = owners U.! U.head order; (own, rest) = U.span ((== owner) . (owners U.!)) order in (owner, U.toList (U.reverse own)) : split rest

times :: Trace -> Int -> (Int, Int)
times trace number = let (_, start, duration, _, _) = events trace U.! number in (start, start + duration)

part1 :: Trace -> Text
part1 trace = B.intercalate "\n" (B.pack (show busy) : [B.pack (show time) <> " " <> name | (name, time) <- take (shown trace) table])
  where
    busy = sum [end - start | (start, end) <- runs (union (sortOn (negate . fst) (concatMap (runs . union . map (times trace) . snd) (threads trace))))]
    table = sortOn (\(name, time) -> (negate time, name)) (M.toList charged)
    charged = foldl' charge M.empty (concatMap (\(_, own) -> zip own (pictures (map (times trace) own))) (threads trace))
    charge found (number, picture) = M.insertWith (+) (nameOf number) (seen picture) found
    nameOf number = let (_, _, _, from, to) = events trace U.! number in B.take (to - from) (B.drop from (text trace))

-- | How long a thread has been busy at a time; when flows arrive, in order; and by how much the longest chain leads before each of them and
-- after all.
data Reached = Reached {clock :: Int -> Int, arrivals :: U.Vector Int, leads :: V.Vector Int}

part2 :: Trace -> Int
part2 trace = maximum [chain number maxBound | number <- [0 .. 99]]
  where
    chain number time = let Reached {clock, arrivals, leads} = reached V.! number in clock time + leads V.! upTo time arrivals
    reached = V.zipWith reach clocks (V.accum (flip (:)) (V.replicate 100 []) [(target, (arrives, source, leaves)) | (source, leaves, target, arrives) <- U.toList (flows trace)])
    clocks = V.replicate 100 (const 0) V.// [(owner, clockOf (union (map (times trace) own))) | (owner, own) <- threads trace]
    reach clock found = Reached clock (U.fromList [arrives | (arrives, _, _) <- into]) (V.fromList (scanl max 0 gains))
      where
        into = sortOn (\(arrives, _, _) -> arrives) found
        gains = [chain source leaves - clock arrives | (arrives, source, leaves) <- into]

-- | How long something was, until a time.
clockOf :: Runs -> Int -> Int
clockOf found = \time -> case upTo time begins of
  0 -> 0
  begun -> before U.! (begun - 1) + min time (ends U.! (begun - 1)) - begins U.! (begun - 1)
  where
    (begins, ends) = U.unzip (U.fromList (runs found))
    before = U.scanl' (+) 0 (U.zipWith (-) ends begins)

-- | How many numbers, which rise, are at most a limit?
upTo :: Int -> U.Vector Int -> Int
upTo limit sorted = go 0 (U.length sorted)
  where
    go low high
      | low == high = low
      | sorted U.! middle <= limit = go (middle + 1) high
      | otherwise = go low middle
      where
        middle = (low + high) `quot` 2
