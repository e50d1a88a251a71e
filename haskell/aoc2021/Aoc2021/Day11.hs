-- | Dumbo Octopus: a board of views is a view of boards.
--
-- Who flashes is a local matter: a rule that looks at an octopus and its neighbours. Boards with a
-- place to stand at are a comonad. It puts at each place the view from there, and extends a
-- rule, which makes something of one view, to the whole board. Rules extended one after the other are
-- one rule extended: the neighbourhood is counted along the rows first, and these counts are added up across
-- the rows.
--
-- Now a board is no more than a function of places, and a view one of directions. So a board of views is
-- as well a view of boards: the board as it is, as everybody sees it one place to the left, and
-- so on, each of them the board moved. And a rule that is made of \"and\", \"or\" and \"exclusive
-- or\" cannot tell one truth value from a whole board of them, which is a word. Therefore rules are
-- polymorphic here, and extending one to all places is no more than applying it to a view of words.
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
import Data.Bits (complement, popCount, shiftL, shiftR, testBit, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit, ord)
import qualified Data.List as List
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

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
  corner = Two 1 0
  count (Two a b) = popCount a + popCount b
  back by (Two a b)
    | by < 64 = Two (a `shiftL` by) (b `shiftL` by .|. a `shiftR` (64 - by))
    | otherwise = Two 0 (a `shiftL` (by - 64))
  ahead by (Two a b)
    | by < 64 = Two (a `shiftR` by .|. b `shiftL` (64 - by)) (b `shiftR` by)
    | otherwise = Two (b `shiftR` (by - 64)) 0

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

data Cavern = Cavern {width :: !Int, energies :: ![[Int]]}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | Rows of truth values on a board with neighbours in a column so far apart.
board :: (Board b) => Int -> [[Bool]] -> b
board stride = foldr (\row others -> line row \/ back stride others) false
  where
    line = foldr (\true others -> if true then corner \/ back 1 others else back 1 others) false

-- | Who is there, and who flashes in each step? Behind each row one place is free. Six is added to
-- each energy, so that beyond nine there is a fifth digit.
history :: (Board b) => Cavern -> (b, [b])
history (Cavern width energies) = (everybody, List.unfoldr (Just . step) start)
  where
    stride = width + 1
    octopuses = board stride . (`map` energies) . map
    everybody = octopuses (const True)
    start = Digits (digit 0) (digit 1) (digit 2) (digit 3)
    digit at = octopuses (\energy -> testBit (energy + 6) at)

    step before = spread charged flashing flashing
      where
        (charged, flashing) = charge before (Digits everybody false false false)
    spread !now !flashing !flashed
      | flashing == false = (flashed, reset now flashed)
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
onBoard asked cavern@(Cavern width energies)
  | length energies * (width + 1) <= 128 = asked (history cavern :: (Two, [Two]))
  | otherwise = asked (history cavern :: (Integer, [Integer]))

parse :: Text -> Either InvalidInput Cavern
parse text = Cavern width <$> traverse row (numbered text)
  where
    width = B.length (B.takeWhile (/= '\n') text)
    row (number, line)
      | number <= largest && width `elem` [1 .. largest] && B.length line == width && B.all isDigit line =
        Right (map (\char -> ord char - ord '0') (B.unpack line))
      | otherwise =
        Left (InvalidInput number "expected 1 to 100 rows of 1 to 100 digits, all as long as the first")
    largest = 100
