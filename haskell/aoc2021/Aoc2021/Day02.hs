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
--
-- The entries may be from any ring. Whole numbers modulo 2^64 are one, so that 'Int' multiplies
-- matrices right but for multiples of 2^64, and right where no entry can be so large.
module Aoc2021.Day02 (parse, part1, part2, Stretch (..), forward, down, up, inverse, course) where

import Control.Monad (foldM)
import Control.Monad.ST (runST)
import Data.Bits (bit, (.&.))
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import Threefold.Contract
import Threefold.Reading

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

course :: (Num n) => (Int -> n) -> Commands -> Stretch n
course number = U.foldl' (\before (a, t) -> before <> Stretch (number a) (number t) 0) mempty
{-# INLINE course #-}

-- | An amount is at most 10^9, so that 'Int' has room for sums of 9 * 10^9 of them.
part1 :: Commands -> Integer
part1 commands = toInteger a * toInteger t
  where
    Stretch a t _ = course id commands

-- | No aim is beyond the sum of all turns, and no depth beyond that times the way ahead.
part2 :: Commands -> Integer
part2 commands
  | a < bound && turns < bound = toInteger a * toInteger s
  | otherwise = toInteger a * sinks (course toInteger commands)
  where
    Stretch a _ s = course id commands
    turns = U.sum (U.map (abs . snd) commands)
    bound = bit 31

furthest :: Int
furthest = 1000000000

-- | Reads by places; a text that this refuses is read again, line by line.
parse :: Text -> Either InvalidInput Commands
parse text = runST $ do
  -- No line is shorter than "up 0" and its end.
  new <- M.unsafeNew (B.length text `quot` 5 + 1)
  let go count place
        | place > B.length text = Right <$> U.unsafeFreeze (M.unsafeTake count new)
        | otherwise = kind (wordAt text place) refused $ \letters !a !t ->
          naturalAt furthest text (place + letters) refused $ \n end ->
            if byteAt text end == 10
              then M.unsafeWrite new count (a * n, t * n) >> go (count + 1) (end + 1)
              else refused
      refused = pure (U.reverse . U.fromList <$> foldM more [] (numbered text))
  go 0 0
  where
    more done line = (: done) <$> command line

-- | From a line's first eight bytes, which are compared as a number (the first one lowest): where
-- the amount begins, and how far it goes ahead and how far it turns, if it is 1.
kind :: Word64 -> result -> (Int -> Int -> Int -> result) -> result
kind start refused found
  | start == 0x2064726177726f66 = found 8 1 0 -- "forward "
  | start .&. 0xffffffffff == 0x206e776f64 = found 5 0 1 -- "down "
  | start .&. 0xffffff == 0x207075 = found 3 0 (-1) -- "up "
  | otherwise = refused
{-# INLINE kind #-}

command :: (Int, Text) -> Either InvalidInput (Int, Int)
command (number, line) = case B.break (== ' ') line of
  ("forward", amount) -> (,0) <$> by amount
  ("down", amount) -> (0,) <$> by amount
  ("up", amount) -> (0,) . negate <$> by amount
  _ -> Left (InvalidInput number "expected forward, down or up")
  where
    by = natural furthest number . B.drop 1
