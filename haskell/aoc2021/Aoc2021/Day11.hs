-- | Dumbo Octopus: a board of views is a view of boards.
--
-- Who flashes is a local rule, and boards with a place to stand at are a
-- comonad (as in the package of that name): it shows each place the view from there, and extends a
-- rule of views to the whole board. But a board is a function of places and a view one of directions, so a board of
-- views is as well a view of boards, in each direction the board moved. A rule made of \"and\", \"or\" and
-- \"exclusive or\" can't tell a truth value from a board of them, a word: applied to words it is extended already.
module Aoc2021.Day11
  ( parse,
    part1,
    part2,

    -- * Truth values, one by one or on a board
    Truth (..),
    Board (..),
    back,
    ahead,
    board,
    count,

    -- * Views and rules
    Line (..),
    view,
    alongRow,
    acrossRows,
    Digits (..),
    around,
    charge,
    Cavern (..),
    history,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (grid)

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

-- | A truth value for each of 128 places.
data Board = Board !Word64 !Word64
  deriving stock (Eq, Show)

instance Truth Board where
  false = Board 0 0
  Board a b /\ Board c d = Board (a .&. c) (b .&. d)
  Board a b \/ Board c d = Board (a .|. c) (b .|. d)
  Board a b >< Board c d = Board (a `xor` c) (b `xor` d)
  without (Board a b) (Board c d) = Board (a .&. complement c) (b .&. complement d)

-- | What is seen by everybody who looks so many places back, or ahead: from 1 to 63.
back, ahead :: Int -> Board -> Board
back by (Board a b) = Board (a `unsafeShiftL` by) (b `unsafeShiftL` by .|. a `unsafeShiftR` (64 - by))
ahead by (Board a b) = Board (a `unsafeShiftR` by .|. b `unsafeShiftL` (64 - by)) (b `unsafeShiftR` by)

board :: [Bool] -> Board
board = foldr (\true others -> (if true then Board 1 0 else false) \/ back 1 others) false

count :: Board -> Int
count (Board a b) = popCount a + popCount b

-- | A view in one direction: what is before, what is here, and what comes after.
data Line a = Line a a a
  deriving stock (Eq, Show, Functor, Foldable)

-- | Of a board with neighbours so far apart.
view :: Int -> Board -> Line Board
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

-- | How many were counted in the views across rows, of ones and of twos?
acrossRows :: (Truth t) => Line t -> Line t -> Digits t
acrossRows (Line a b c) (Line a' b' c') =
  Digits ones (outer >< inner) (four >< four' >< outer /\ inner) (four /\ four')
  where
    (ones, carry) = sum3 a b c
    -- Four twos, and at most nine in all. Where outer and inner are, none of the others is.
    (outer, four) = (a' >< c', a' /\ c')
    (inner, four') = (b' >< carry, b' /\ carry)
{-# INLINE acrossRows #-}

-- | How many are true in the three by three places around each? The two rules, one after the other.
around :: Int -> Board -> Digits Board
around stride here = acrossRows (view stride ones) (view stride twos)
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

-- | From an octopus to the one below it, and rows of digits, each but the last with a free place after it.
data Cavern = Cavern !Int !Text
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Cavern
parse text = (\(width, _) -> Cavern (width + 1) text) <$> grid 10 wrong (\byte -> byte - 48 <= 9) text
  where
    wrong = "expected 1 to 10 rows of 1 to 10 digits, all as long as the first"

-- | Who is there, and who flashes in each step? Six is added to each energy, so that beyond nine there is a fifth
-- digit. A step is a fixed point: flashing until no one new does.
history :: Cavern -> (Board, [Board])
history (Cavern stride rows) = (everybody, from (Digits (digit 0) (digit 1) (digit 2) (digit 3)))
  where
    octopuses true = board [byte /= '\n' && true (fromEnum byte - 48 + 6) | byte <- B.unpack rows]
    everybody = octopuses (const True)
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

part1 :: Cavern -> Int
part1 cavern = sum (map count (take 100 (snd (history cavern))))

part2 :: Cavern -> Either NoAnswer Int
part2 cavern = maybe (Left (NoAnswer none)) (Right . succ) (List.elemIndex everybody (take 2000 flashes))
  where
    (everybody, flashes) = history cavern
    none = "they do not all flash at once in the first 2000 steps"
