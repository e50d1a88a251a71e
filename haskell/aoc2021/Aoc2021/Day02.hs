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

import Control.Applicative ((<|>))
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (linesOf, natural, tag)

-- | What a stretch of a course does.
data Stretch n = Stretch {ahead, turn, sinks :: !n}
  deriving stock (Eq, Show)

instance (Num n) => Semigroup (Stretch n) where
  Stretch a t s <> Stretch a' t' s' = Stretch (a + a') (t + t') (s + t * a' + s')
  {-# INLINE (<>) #-}

instance (Num n) => Monoid (Stretch n) where
  mempty = Stretch 0 0 0

forward, down, up :: (Num n) => n -> Stretch n
forward n = Stretch n 0 0
down n = Stretch 0 n 0
up = down . negate

-- | The way back: what undoes a stretch.
inverse :: (Num n) => Stretch n -> Stretch n
inverse (Stretch a t s) = Stretch (-a) (-t) (t * a - s)

-- | How far each command goes ahead, and how far it turns.
type Commands = U.Vector (Int, Int)

-- | Amounts are at most 100, so that 'Int' has room for courses of up to sixty million commands.
course :: Commands -> Stretch Int
course = U.foldl' (\before (a, t) -> before <> Stretch a t 0) mempty

part1 :: Commands -> Int
part1 commands = a * t
  where
    Stretch a t _ = course commands

part2 :: Commands -> Integer
part2 commands = toInteger a * toInteger s
  where
    Stretch a _ s = course commands

parse :: Text -> Either InvalidInput Commands
parse =
  linesOf ("expected forward, down or up, and a number from 0 to " <> show most) $
    (,0) <$ tag "forward " <*> natural most
      <|> (0,) <$ tag "down " <*> natural most
      <|> (0,) . negate <$ tag "up " <*> natural most

most :: Int
most = 100
