-- | Dive!: a course is a product in the Heisenberg group.
--
-- What does a stretch of a course mean, wherever it begins? It goes ahead by \(a\), turns the
-- aim by \(t\) and sinks by \(s\). Another one after it turns no position, but it goes its own
-- \(a'\) at an aim that is larger by \(t\):
--
-- \[ (a, t, s) \cdot (a', t', s') = (a + a', t + t', s + t a' + s') \]
--
-- That is how the matrices
-- \( \begin{pmatrix} 1 & t & s \\ 0 & 1 & a \\ 0 & 0 & 1 \end{pmatrix} \)
-- multiply, the discrete Heisenberg group. So a course is a 'foldMap', 'down' and 'up' are
-- each other's inverses, and the two parts read the same product: part 2 all of it, part 1
-- without \(s\). To leave \(s\) out is to say that the order of commands does not matter, for
-- what two stretches lose by changing places, \(t a' - t' a\), is all in \(s\).
module Aoc2021.Day02 (parse, part1, part2, Stretch (..), forward, down, up, inverse, course) where

import qualified Data.ByteString.Char8 as B
import Data.Foldable (traverse_)
import Data.Functor (($>))
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (natural, numbered)

-- | What a stretch of a course does. An amount is at most 10^9, so that 'Int' has room for
-- sums of 9 * 10^9 of them, but not for products.
data Stretch = Stretch {ahead, turn :: !Int, sinks :: !Integer}
  deriving stock (Eq, Show)

instance Semigroup Stretch where
  Stretch a t s <> Stretch a' t' s' = Stretch (a + a') (t + t') (s + toInteger t * toInteger a' + s')

instance Monoid Stretch where
  mempty = Stretch 0 0 0

forward, down, up :: Int -> Stretch
forward n = Stretch n 0 0
down n = Stretch 0 n 0
up = down . negate

-- | The way back: what undoes a stretch.
inverse :: Stretch -> Stretch
inverse (Stretch a t s) = Stretch (-a) (-t) (toInteger t * toInteger a - s)

-- | How far each command goes ahead, and how far it turns.
type Commands = U.Vector (Int, Int)

course :: Commands -> Stretch
course = U.foldl' (\before (a, t) -> before <> Stretch a t 0) mempty

part1 :: Commands -> Integer
part1 commands = toInteger a * toInteger t
  where
    Stretch a t _ = course commands

part2 :: Commands -> Integer
part2 commands = toInteger a * s
  where
    Stretch a _ s = course commands

furthest :: Int
furthest = 1000000000

-- | Reads up to a wrong line, if there is one, and reads that once more for the reason.
parse :: Text -> Either InvalidInput Commands
parse text
  | U.length commands == rows = Right commands
  | otherwise = traverse_ command (drop (U.length commands) (numbered text)) $> commands
  where
    rows = B.count '\n' text + 1
    commands = U.unfoldrN rows next text
    next rest = case command (0, line) of
      Right found -> Just (found, B.drop 1 others)
      Left _ -> Nothing
      where
        (line, others) = B.break (== '\n') rest

command :: (Int, Text) -> Either InvalidInput (Int, Int)
command (number, line) = case B.break (== ' ') line of
  ("forward", amount) -> (,0) <$> by amount
  ("down", amount) -> (0,) <$> by amount
  ("up", amount) -> (0,) . negate <$> by amount
  _ -> Left (InvalidInput number "expected forward, down or up")
  where
    by = natural furthest number . B.drop 1
