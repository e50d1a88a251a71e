-- | Sea Cucumber: the translations of a torus act on the sets of its places.
--
-- Seen from a torus, the map has no rim, and one place east is one place east everywhere. The
-- translations of the torus are a group, which two of them generate, and a group that moves
-- places moves sets of places as well: union, intersection and complement are moved along.
-- Both herds then keep to one rule, each with a translation g of its own:
--
-- > taken = herd \/ others
-- > herd' = herd /\ back g taken \/ forth g herd `without` taken
--
-- Who finds the place ahead taken stays, and who comes from behind has found a free one. No place
-- is named in it, no row and no rim, and so it does not matter from where one looks: the rule
-- commutes with every translation. (For one herd alone it has another symmetry: free places move
-- like a herd, in the other way.)
--
-- What is asked for is the first fixed point among the iterates of a function. There are
-- finitely many maps, so the iterates run into a cycle, and the herds come to rest if that
-- cycle has length one.
--
-- A set is a function, which tells a word of its places at a time. Translations and the rule make
-- functions of functions, and the compiler makes one loop of each herd's half of a step.
module Aoc2021.Day25
  ( parse,
    part1,

    -- * The group and its action
    Torus (..),
    Set,
    Places,
    wordsOf,
    kept,
    member,
    (/\),
    (\/),
    without,
    Translation (..),
    inverse,
    eastward,
    southward,

    -- * Herds
    Map (..),
    Herds (..),
    advance,
    step,
    rest,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (complement, popCount, unsafeShiftL, unsafeShiftR, xor, (.&.), (.|.))
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64, Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, rectangular)

data Torus = Torus {width :: !Int, height :: !Int}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | A set of places, in words of 64 of a row, the first place in the lowest digit; the last word of
-- a row may have fewer. Asked for is a word by its number, and by its number in its row.
type Set = Int -> Int -> Word64

(/\), (\/), without :: Set -> Set -> Set
(a /\ b) at word = a at word .&. b at word
(a \/ b) at word = a at word .|. b at word
without a b at word = a at word .&. complement (b at word)
{-# INLINE (/\) #-}
{-# INLINE (\/) #-}
{-# INLINE without #-}

infixl 7 /\, `without`

infixl 5 \/

-- | A set that is written down, word by word.
type Places = U.Vector Word64

-- | How many words has a row?
wordsOf :: Torus -> Int
wordsOf torus = (width torus + 63) `quot` 64

kept :: Torus -> Set -> Places
kept torus set = U.create $ do
  places <- M.unsafeNew size
  let go !at !word
        | at == size = pure places
        | otherwise = do
          M.unsafeWrite places at (set at word)
          go (at + 1) (if word == end then 0 else word + 1)
  go 0 0
  where
    !end = wordsOf torus - 1
    !size = wordsOf torus * height torus
{-# INLINE kept #-}

-- | The set again. Translations ask it for no word but those that there are.
member :: Places -> Set
member places at _ = U.unsafeIndex places at
{-# INLINE member #-}

-- | What an element of the group does to sets of places, and what its inverse does.
data Translation = Translation {forth :: Set -> Set, back :: Set -> Set}

instance Semigroup Translation where
  Translation f b <> Translation f' b' = Translation (f . f') (b' . b)

instance Monoid Translation where
  mempty = Translation id id

inverse :: Translation -> Translation
inverse (Translation f b) = Translation b f

-- | The group's generators.
eastward, southward :: Torus -> Translation
eastward torus = Translation forth back
  where
    forth set at word
      | word == end = moved .&. full
      | otherwise = moved
      where
        moved = set at word `unsafeShiftL` 1 .|. comes
        comes
          | word == 0 = set (at + end) end `unsafeShiftR` rim
          | otherwise = set (at - 1) (word - 1) `unsafeShiftR` 63
    back set at word = set at word `unsafeShiftR` 1 .|. comes
      where
        comes
          | word == end = (set (at - end) 0 .&. 1) `unsafeShiftL` rim
          | otherwise = set (at + 1) (word + 1) `unsafeShiftL` 63
    -- The last word of a row, and the last place in it.
    !end = wordsOf torus - 1
    !rim = (width torus - 1) .&. 63
    !full = 2 `unsafeShiftL` rim - 1
southward torus = Translation forth back
  where
    forth set at = set (if at < row then at + others else at - row)
    back set at = set (if at < others then at + row else at - others)
    !row = wordsOf torus
    !others = row * (height torus - 1)
{-# INLINE eastward #-}
{-# INLINE southward #-}

-- | A herd, after those of it who have a free place ahead moved there. The herd, then the others.
advance :: Torus -> Translation -> Places -> Places -> Places
advance torus (Translation forth back) herd others =
  kept torus (member herd /\ back taken \/ forth (member herd) `without` taken)
  where
    taken = member herd \/ member others
{-# INLINE advance #-}

-- | The herd that goes east, and the one that goes south.
data Herds = Herds !Places !Places
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

step :: Torus -> Herds -> Herds
step torus (Herds east south) = Herds east' (advance torus (southward torus) south east')
  where
    east' = advance torus (eastward torus) east south

-- | Which application of a function, of so many at most, is the first that changes nothing? To see
-- that there is none, the value after each power of two is remembered, until it comes back.
rest :: (Eq a) => Int -> (a -> a) -> a -> Maybe Int
rest most change start = go 1 start start
  where
    go number remembered now
      | number > most = Nothing
      | next == now = Just number
      | next == remembered = Nothing
      | popCount number == 1 = go (number + 1) next next
      | otherwise = go (number + 1) remembered next
      where
        next = change now

data Map = Map {torus :: !Torus, herds :: !Herds}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Map -> Either NoAnswer Int
part1 (Map torus@(Torus width height) herds) =
  maybe (Left (NoAnswer "the cucumbers do not come to rest in the steps that are allowed")) Right $
    rest (40_000_000 `quot` (width + height)) (step torus) herds

parse :: Text -> Either InvalidInput Map
parse text = do
  (width, height) <- rectangular may wrong 1400 wrong text
  let torus = Torus width height
      herd kind = kept torus $ \at word ->
        let line = (at - word) `quot` wordsOf torus * (width + 1)
            from = line + 64 * word
            digits !place !known
              | place < from = known
              | otherwise = digits (place - 1) (2 * known + same kind (byteAt text place))
         in digits (min (from + 64) (line + width) - 1) 0
  Right (Map torus (Herds (herd east) (herd south)))
  where
    -- Which sign it is is chance, and so nothing is asked but whether it is none of them.
    may sign = (code sign - code free) * (code sign - code east) * (code sign - code south) == 0
    code = fromIntegral :: Word8 -> Int
    (free, east, south) = (46, 62, 118) -- . > v
    -- Calculated: 1 or 0.
    same a b = (fromIntegral (a `xor` b) - 1) `unsafeShiftR` 63
    wrong = "expected 1 to 1400 rows of 1 to 1400 of . > v, equally long"
