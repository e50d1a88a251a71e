-- | Sea Cucumber: the translations of a torus act on the sets of its locations.
--
-- A map that wraps around both ways is a torus. Its translations are a
-- <https://en.wikipedia.org/wiki/Group_(mathematics) group> with two generators, and move sets as they move
-- locations, unions and intersections included. Both herds keep to one rule, each with a translation of its own:
--
-- > taken = herd \/ others
-- > herd' = herd /\ back taken \/ forth herd `without` taken
--
-- No location, row or border is named in it. What is asked for is where its iterates come to a fixed point.
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
    advance,
    step,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (when)
import Data.Bits (complement, unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.ByteString.Internal (w2c)
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (grid)
import Threefold.Unsafe (unsafeIndex)

data Torus = Torus {width :: !Int, height :: !Int}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | A set of locations, in words of 64 of a row, the first location in the lowest digit; the last word of a
-- row may have fewer. Asked for is a word by its number, and by its number in its row.
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
  places <- M.new size
  let go !at !word = when (at < size) $ do
        M.write places at (set at word)
        go (at + 1) (if word == end then 0 else word + 1)
  places <$ go 0 0
  where
    !end = wordsOf torus - 1
    !size = wordsOf torus * height torus
{-# INLINE kept #-}

-- | The set again.
member :: Places -> Set
member places at _ = unsafeIndex places at -- unsafe: translations ask a set for words that there are
{-# INLINE member #-}

-- | What an element of the group does to sets of locations, and what its inverse does.
data Translation = Translation {forth :: Set -> Set, back :: Set -> Set}

instance Semigroup Translation where
  Translation f b <> Translation f' b' = Translation (f . f') (b' . b)

inverse :: Translation -> Translation
inverse (Translation f b) = Translation b f

-- | The group's generators.
eastward, southward :: Torus -> Translation
eastward torus = Translation forth back
  where
    forth set at word = if word == end then moved .&. full else moved
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
    -- The last word of a row, and the last location in it.
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

-- | A herd, after those of it that see a free location ahead moved there. The herd, then the others.
advance :: Torus -> Translation -> Places -> Places -> Places
advance torus (Translation forth back) herd others =
  kept torus (member herd /\ back taken \/ forth (member herd) `without` taken)
  where
    taken = member herd \/ member others
{-# INLINE advance #-}

-- | The herd that goes east, and the one that goes south.
data Map = Map {torus :: !Torus, east :: !Places, south :: !Places}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

step :: Map -> Map
step (Map torus east south) = Map torus east' (advance torus (southward torus) south east')
  where
    east' = advance torus (eastward torus) east south

part1 :: Map -> Either NoAnswer Int
part1 start = maybe (Left (NoAnswer none)) (Right . succ) (List.elemIndex True (take 10000 still))
  where
    still = zipWith (==) maps (drop 1 maps)
    maps = iterate step start
    none = "a cucumber moves in each of the first 10000 steps"

parse :: Text -> Either InvalidInput Map
parse text = do
  (width, height) <- grid 1400 "expected 1 to 1400 rows of 1 to 1400 of . > v, equally long" location text
  let torus = Torus width height
      herd kind = kept torus $ \at word ->
        let row = (at - word) `quot` wordsOf torus
            from = B.drop (row * (width + 1) + 64 * word) text
         in digits kind (B.take (min 64 (width - 64 * word)) from)
  Right (Map torus (herd '>') (herd 'v'))
  where
    location byte = w2c byte `elem` ['.', '>', 'v']
    digits kind = B.foldr' (\place others -> 2 * others + fromIntegral (fromEnum (place == kind))) 0
