{-# OPTIONS_GHC -fmax-worker-args=16 #-}

-- | Dumbo Octopus: a board of views is a view of boards.
--
-- Who flashes is a local matter: a rule that looks at an octopus and its neighbours. Boards with a
-- place to stand at are a comonad. It puts at each place the view from there, and extends a rule,
-- which makes something of one view, to the whole board. Rules extended one after the other are one
-- rule extended: the neighbourhood is counted along the rows first, and these counts are added up
-- across the rows.
--
-- Now a board is no more than a function of places, and a view one of directions. So a board of
-- views is as well a view of boards: the board as it is, as everybody sees it one place to the
-- left, and so on, each of them the board moved. And a rule that is made of \"and\", \"or\" and
-- \"exclusive or\" cannot tell one truth value from a whole board of them, which is a word.
-- Therefore rules are polymorphic here, and extending one to all places is no more than applying it
-- to a view of words.
--
-- The twelve words of a wave of flashes stay in registers and on the stack; the option above is
-- for that, as otherwise ten would be the most.
module Aoc2021.Day11
  ( parse,
    part1,
    part2,

    -- * Truth values, one by one or on a board
    Truth (..),
    Board (..),
    Two (..),

    -- * Views and rules
    Line (..),
    view,
    alongRow,
    acrossRows,
    Digits (..),
    around,
    charge,
    Cavern (..),
    board,
    history,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits
  ( complement,
    popCount,
    shiftL,
    shiftR,
    testBit,
    unsafeShiftL,
    unsafeShiftR,
    xor,
    (.&.),
    (.|.),
  )
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, rectangular)

-- | What is true or false.
class Truth t where
  false :: t
  (/\), (\/), (><), without :: t -> t -> t

infixl 7 /\, `without`

infixl 6 ><

infixl 5 \/

instance Truth Bool where
  false = False
  (/\) = (&&)
  (\/) = (||)
  (><) = (/=)
  without a b = a && not b

-- | A truth value for each place; places are numbered, and beyond the last one nothing counts.
class (Truth b, Eq b) => Board b where
  -- | The first place alone.
  corner :: b

  -- | How many are true?
  count :: b -> Int

  -- | What is seen by everybody who looks so many places back, or ahead.
  back, ahead :: Int -> b -> b

-- | Up to 128 places: the first 64 and the others.
data Two = Two !Word64 !Word64
  deriving stock (Eq, Show)

instance Truth Two where
  false = Two 0 0
  Two a b /\ Two c d = Two (a .&. c) (b .&. d)
  Two a b \/ Two c d = Two (a .|. c) (b .|. d)
  Two a b >< Two c d = Two (a `xor` c) (b `xor` d)
  without (Two a b) (Two c d) = Two (a .&. complement c) (b .&. complement d)

instance Board Two where
  {-# INLINE back #-}
  {-# INLINE ahead #-}
  corner = Two 1 0
  count (Two a b) = popCount a + popCount b
  back by (Two a b)
    | by < 64 = Two (a `unsafeShiftL` by) (b `unsafeShiftL` by .|. over)
    | otherwise = Two 0 (a `shiftL` (by - 64))
    where
      -- By 64 less so many places; in two steps, as a shift by all 64 isn't one.
      over = a `unsafeShiftR` 1 `unsafeShiftR` (63 - by)
  ahead by (Two a b)
    | by < 64 = Two (a `unsafeShiftR` by .|. over) (b `unsafeShiftR` by)
    | otherwise = Two (b `shiftR` (by - 64)) 0
    where
      over = b `unsafeShiftL` 1 `unsafeShiftL` (63 - by)

-- | Any number of places.
instance Truth Integer where
  false = 0
  (/\) = (.&.)
  (\/) = (.|.)
  (><) = xor
  without a b = a `xor` (a .&. b)

instance Board Integer where
  corner = 1
  count = popCount
  back = flip shiftL
  ahead = flip shiftR

-- | A view in one direction: what is before, what is here, and what is behind.
data Line a = Line a a a
  deriving stock (Eq, Show, Functor)

both :: Line a -> Line b -> Line (a, b)
both (Line a b c) (Line d e f) = Line (a, d) (b, e) (c, f)
{-# INLINE both #-}

-- | Of a board with neighbours so far apart.
view :: (Board b) => Int -> b -> Line b
view by here = Line (back by here) here (ahead by here)

-- | A number, by its binary digits, the lowest one first.
data Digits t = Digits !t !t !t !t
  deriving stock (Eq, Show)

-- | How many of three are true? Its two digits.
sum3 :: (Truth t) => t -> t -> t -> (t, t)
sum3 a b c = (half >< c, a /\ b \/ half /\ c)
  where
    half = a >< b
{-# INLINE sum3 #-}

-- | How many are true in the view along a row?
alongRow :: (Truth t) => Line t -> (t, t)
alongRow (Line a b c) = sum3 a b c
{-# INLINE alongRow #-}

-- | How many were counted in the three rows of a view across them?
acrossRows :: (Truth t) => Line (t, t) -> Digits t
acrossRows (Line (a, a') (b, b') (c, c')) =
  Digits ones (outer >< inner) (four >< four' >< outer /\ inner) (four /\ four')
  where
    (ones, carry) = sum3 a b c
    -- Four twos, and at most nine in all. Where outer and inner are, none of the others is.
    (outer, four) = (a' >< c', a' /\ c')
    (inner, four') = (b' >< carry, b' /\ carry)
{-# INLINE acrossRows #-}

-- | How many are true in the three by three places around each? The two rules, one after the
-- other.
around :: (Board b) => Int -> b -> Digits b
around stride here = acrossRows (both (view stride ones) (view stride twos))
  where
    (ones, twos) = alongRow (view 1 here)
{-# INLINE around #-}

-- | The sum of two numbers, and whether it has a fifth digit.
charge :: (Truth t) => Digits t -> Digits t -> (Digits t, t)
charge (Digits a b c d) (Digits a' b' c' d') = (Digits a'' b'' c'' d'', over)
  where
    (a'', one) = (a >< a', a /\ a')
    (b'', two) = sum3 b b' one
    (c'', three) = sum3 c c' two
    (d'', over) = sum3 d d' three
{-# INLINE charge #-}

-- | How many are in a row, and rows of digits. So behind each row there is one place that is free.
data Cavern = Cavern {width :: !Int, rows :: !Text}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The places of which something is true, on a board with neighbours in a column so far apart, and
-- of so many rows. One row at a time, as a long board is slow to move.
board :: (Board b) => Int -> Int -> (Int -> Bool) -> b
board stride height true = below false (stride * (height - 1))
  where
    below !others start
      | start < 0 = others
      | otherwise = below (line false (start + stride - 1) \/ back stride others) (start - stride)
      where
        line !behind at
          | at < start = behind
          | true at = line (corner \/ back 1 behind) (at - 1)
          | otherwise = line (back 1 behind) (at - 1)
{-# INLINE board #-}

-- | Who is there, and who flashes in each step? Six is added to each energy, so that beyond nine
-- there is a fifth digit.
history :: (Board b) => Cavern -> (b, [b])
history (Cavern width rows) = (everybody, from start)
  where
    stride = width + 1
    height = (B.length rows + 1) `quot` stride
    octopuses true = board stride height $ \at ->
      let byte = byteAt rows at in byte /= 10 && true (byte - 48 + 6)
    everybody = octopuses (const True)
    start = Digits (digit 0) (digit 1) (digit 2) (digit 3)
    digit at = octopuses (`testBit` at)

    from before = spread charged flashing flashing
      where
        (charged, flashing) = charge before (Digits everybody false false false)
    spread !now !flashing !flashed
      | flashing == false = flashed : from (reset now flashed)
      | otherwise = spread charged next (flashed \/ next)
      where
        (charged, over) = charge now (around stride flashing)
        next = over /\ everybody `without` flashed
    -- To six.
    reset (Digits a b c d) flashed =
      Digits (a `without` flashed) (b \/ flashed) (c \/ flashed) (d `without` flashed)
{-# SPECIALIZE history :: Cavern -> (Two, [Two]) #-}
{-# SPECIALIZE history :: Cavern -> (Integer, [Integer]) #-}

part1 :: Cavern -> Int
part1 = onBoard (\(_, flashes) -> sum (map count (take 100 flashes)))

part2 :: Cavern -> Either NoAnswer Int
part2 = onBoard $ \(everybody, flashes) ->
  maybe (Left (NoAnswer "they do not all flash at once in the first 2000 steps")) (Right . succ) $
    List.elemIndex everybody (take 2000 flashes)

-- | What is to be known of a history, on a board that is large enough.
onBoard :: (forall b. (Board b) => (b, [b]) -> a) -> Cavern -> a
onBoard asked cavern
  | B.length (rows cavern) < 128 = asked (history cavern :: (Two, [Two]))
  | otherwise = asked (history cavern :: (Integer, [Integer]))

parse :: Text -> Either InvalidInput Cavern
parse text = do
  (width, _) <- rectangular (\sign -> sign - 48 <= 9) wrong 100 wrong text
  Right (Cavern width text)
  where
    wrong = "expected 1 to 100 rows of 1 to 100 digits, all as long as the first"
