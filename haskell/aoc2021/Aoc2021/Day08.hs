-- | Seven Segment Search: digits and wires are defined by one another, and laziness finds the
-- order.
--
-- What is 0? All of 8 but the wire d. What is d? What 3 and 4 share besides 1. What is 3? The
-- pattern of five letters with all of 7. Written down like that, digit by digit and wire by
-- wire, these are seventeen definitions that form one knot: each says what something is, given
-- the others, and none says when. Whoever asks for 0 has d worked out, and 3, and 7, and so on
-- down to the patterns that are known by their size.
--
-- A knot of patterns that no wiring makes can be tied as well. But if each wire is one letter
-- and the ten digits are the ten patterns, the wiring is right: there are few enough cases that the
-- laws go through all of them.
module Aoc2021.Day08
  ( parse,
    part1,
    part2,

    -- * The knot
    Pattern,
    digits,
    knot,
    areWires,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad.ST (runST)
import Data.Bits (complement, popCount, setBit, testBit, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Short as S
import qualified Data.List as List
import Data.Maybe (fromMaybe)
import qualified Data.Vector.Unboxed as V
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64, Word8)
import GHC.Generics (Generic)
import Threefold.Contract

-- | A set of letters: bits 0 to 6 are a to g.
type Pattern = Word8

(\\) :: Pattern -> Pattern -> Pattern
p \\ q = p .&. complement q

infixl 8 \\

-- | The patterns of the digits from 0 to 9, if the ten different patterns seen are these.
digits :: V.Vector Pattern -> Maybe [Pattern]
digits seen
  | areWires wires && set defined == set (V.toList seen) = Just defined
  | otherwise = Nothing
  where
    (defined, wires) = knot seen

-- | Is each of the seven one letter, and no two the same?
areWires :: [Pattern] -> Bool
areWires wires = all single wires && foldr (.|.) 0 wires == 127
  where
    single wire = wire /= 0 && wire .&. (wire - 1) == 0

-- | The digits from 0 to 9 and the wires from a to g, as far as patterns of each size tell.
knot :: V.Vector Pattern -> ([Pattern], [Pattern])
knot seen = ([zero, one, two, three, four, five, six, seven, eight, nine], [a, b, c, d, e, f, g])
  where
    zero = eight \\ d
    one = the 2 (const True)
    two = eight \\ b \\ f
    three = the 5 (\p -> seven \\ p == 0)
    four = the 4 (const True)
    five = eight \\ c \\ e
    six = the 6 (\p -> one \\ p /= 0)
    seven = one .|. a
    eight = the 7 (const True)
    nine = eight \\ e

    a = the 3 (const True) \\ four
    b = four \\ three
    c = one \\ six
    d = three .&. four \\ one
    e = eight \\ three \\ four
    f = one .&. six
    g = three \\ four \\ seven

    -- The pattern with so many letters of which that is true; the empty one if there is none.
    the :: Int -> (Pattern -> Bool) -> Pattern
    the letters true = fromMaybe 0 (V.find (\p -> popCount p == letters && true p) seen)

-- | A set of patterns: bits of two words.
set :: [Pattern] -> (Word64, Word64)
set = List.foldl' insert (0, 0)
  where
    insert (!low, !high) p
      | p < 64 = (setBit low (fromIntegral p), high)
      | otherwise = (low, setBit high (fromIntegral p - 64))

-- | What was noted, of one display after another: the ten patterns seen of each, and the four
-- that it shows.
data Notes = Notes {allSeen :: V.Vector Pattern, allShown :: V.Vector Pattern}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Notes
parse text = runST $ do
  seen <- M.new (10 * displays)
  shown <- M.new (4 * displays)
  lastLine <- M.replicate 128 (0 :: Int) -- that each pattern was seen in
  let wrong line = pure (Left (InvalidInput line "expected ten different patterns of letters a to g, a bar, and four of the ten"))
      go !at !line !word !letters
        | byte >= 97 && byte <= 103 && not (testBit letters letter) = go (at + 1) line word (setBit letters letter)
        | letters == 0 || byte /= (if word == 13 then newline else space) = wrong line
        | word == 9 && (byteAt (at + 1) /= bar || byteAt (at + 2) /= space) = wrong line
        | otherwise = do
          last' <- M.read lastLine (fromIntegral letters)
          if
              | word < 10 && last' < line -> do
                M.write lastLine (fromIntegral letters) line
                M.write seen (10 * (line - 1) + word) letters
                go (if word == 9 then at + 3 else at + 1) line (word + 1) 0
              | word < 10 || last' < line -> wrong line
              | otherwise -> do
                M.write shown (4 * (line - 1) + word - 10) letters
                if
                    | word < 13 -> go (at + 1) line (word + 1) 0
                    | at < size -> go (at + 1) (line + 1) 0 0
                    | otherwise -> fmap Right (Notes <$> V.unsafeFreeze seen <*> V.unsafeFreeze shown)
        where
          !byte = byteAt at
          letter = fromIntegral byte - 97
  go 0 1 (0 :: Int) 0
  where
    displays = B.count '\n' text + 1
    -- A short string is an array on the heap: to index it is cheaper by far.
    short = S.toShort text
    size = S.length short
    byteAt at = if at < size then S.index short at else newline
    newline = 10
    space = 32
    bar = 124

part1 :: Notes -> Int
part1 = V.length . V.filter ((`elem` [2, 4, 3, 7]) . popCount) . allShown

part2 :: Notes -> Either NoAnswer Int
part2 = go 0
  where
    go !total (Notes seen shown)
      | V.null seen = Right total
      | otherwise = case digits (V.take 10 seen) of
        Nothing -> Left (NoAnswer "no wiring makes the ten digits of a display's ten patterns")
        Just known -> go (total + value known (V.take 4 shown)) (Notes (V.drop 10 seen) (V.drop 4 shown))

-- | The number that patterns show, given those of the digits.
value :: [Pattern] -> V.Vector Pattern -> Int
value known = V.foldl' (\number p -> 10 * number + length (takeWhile (/= p) known)) 0
