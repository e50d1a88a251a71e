-- | Factory: presses are found digit by digit, as an equation is lifted from one power of 2 to the next.
--
-- Counters are a linear map of the numbers of presses. Modulo 2 these are the buttons that are pressed an odd number of times, and what
-- they have to bring about is part 1's question: an affine space over the field of two elements. Press those once; what is left is even, and its
-- half is the same equation for the remaining digits. That is Hensel's lifting. Each digit has several solutions, so
-- what is kept is a tropical vector: to each remainder that is possible, the fewest presses so far.
module Aoc2025.Day10 (parse, part1, part2, Machine (..), Counters, Affine, affine, solutions, lifted, spread, parities) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Control.Monad (forM_)
import Control.Monad.ST (ST)
import Data.Bits (countTrailingZeros, popCount, shiftL, shiftR, testBit, unsafeShiftR, xor, (.&.), (.|.))
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Numbers below 2048, twelve bits each, of five lights and of five more.
type Counters = (Int, Int)

-- | Lights and buttons are sets of lights, as bits.
data Machine = Machine {lights :: !Int, buttons :: !(U.Vector Int), counters :: !Counters}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Machine)
parse = linesOf "expected a machine as [.#] (0) (0,1) {3,5}: at most 10 lights, 13 buttons and counters to 2000" (valid machine)
  where
    machine = checked <$> (tag "[" *> folding switch (0, 0) <* tag "] ") <*> button `sepBy` ' ' <*> (tag " {" *> each 2000 counter (0, 0, 0) <* tag "}")
    switch (!count, !set) = \case
      '#' -> Just (count + 1, set .|. 1 `shiftL` count)
      '.' -> Just (count + 1, set)
      _ -> Nothing
    button = tag "(" *> each 9 marked 0 <* tag ")"
    marked set light = if testBit set light then Nothing else Just (set .|. 1 `shiftL` light)
    counter (!lane, !a, !b) number
      | lane < 5 = Just (lane + 1, a .|. number `shiftL` (12 * lane), b)
      | otherwise = Just (lane + 1, a, b .|. number `shiftL` (12 * lane - 60))
    checked (count, on) wired (lanes, a, b)
      | count > 10 || lanes /= count || length wired > 13 || any (>= 1 `shiftL` count) wired = Nothing
      | otherwise = Just (Machine on (U.fromListN (length wired) wired) (a, b))

-- | What numbers with commas between them make of a first value, one after the other.
each :: Int -> (a -> Int -> Maybe a) -> a -> Reader a
each most step = go
  where
    go before = valid (step before <$> natural most) >>= \after -> (tag "," *> go after) <|> pure after
{-# INLINE each #-}

part1 :: V.Vector Machine -> Either NoAnswer Int
part1 = total "lights" (\machine -> fewest (map popCount (solutions (affine (buttons machine)) (lights machine))))

part2 :: V.Vector Machine -> Either NoAnswer Int
part2 = total "counters" (\machine -> lifted (buttons machine) (counters machine))

total :: String -> (Machine -> Maybe Int) -> V.Vector Machine -> Either NoAnswer Int
total what presses machines = V.sum <$> V.imapM counted machines
  where
    counted line = maybe (Left (NoAnswer ("the " <> what <> " of the machine on line " <> show (line + 1) <> " can't be reached"))) Right . presses

fewest :: [Int] -> Maybe Int
fewest some = if null some then Nothing else Just (minimum some)

-- | A remainder, and the fewest presses so far that leave it.
data Way = Way !Int !Int !Int

-- | How few presses bring counters about? In each step a binary digit of the numbers of presses is found.
lifted :: U.Vector Int -> Counters -> Maybe Int
lifted pressed (goal, goal') = fewest [presses | (_, ways) <- digits, Way 0 0 presses <- ways]
  where
    digits = takeWhile (not . null . snd) (iterate digit (1, [Way goal goal' 0]))
    digit (weight, ways) = (2 * weight, merged (concatMap (onward weight) ways))
    onward _ (Way 0 0 _) = []
    onward weight (Way a b presses) =
      [ Way a' b' (presses + weight * popCount subset)
        | subset <- solutions space (parities (a, b)),
          Just (a', b') <- [half (a, b) (effect subset)]
      ]
    !space = affine pressed
    effect subset = firsts U.! (subset .&. 127) `plus` (others U.! (subset `shiftR` 7))
    !firsts = effects (U.take 7 pressed)
    !others = effects (U.drop 7 pressed)
    effects = U.foldl' (\sums button -> sums <> U.map (plus (spread button)) sums) (U.singleton (0, 0))

-- | The fewest presses of all that leave the same: a sum of tropical vectors, by a hash table.
merged :: [Way] -> [Way]
merged ways
  | null (drop 1 ways) = ways
  | otherwise = [Way a b presses | (a, b, presses) <- U.toList (U.create table), presses < maxBound]
  where
    table :: ST s (M.MVector s (Int, Int, Int))
    table = do
      places <- M.replicate (1 `shiftL` bits) (0, 0, maxBound)
      forM_ ways $ \(Way a b presses) -> do
        let enter place = do
              (a', b', least) <- M.read places place
              if least == maxBound || a == a' && b == b'
                then M.write places place (a, b, min least presses)
                else enter ((place + 1) .&. (1 `shiftL` bits - 1))
        enter (fromIntegral (fromIntegral (a * 0x1E3779B97F4A7C15 + b * 0x2545F4914F6CDD1D) `shiftR` (64 - bits) :: Word))
      pure places
    bits = length (takeWhile (<= length ways) (iterate (* 2) 1))

plus :: Counters -> Counters -> Counters
plus (a, b) (a', b') = (a + a', b + b')
{-# INLINE plus #-}

-- | Half of the difference, where it is even, if no lane goes below zero: the highest bit of each is borrowed from otherwise.
half :: Counters -> Counters -> Maybe Counters
half (a, b) (a', b')
  | x .&. y .&. highest == highest = Just ((x - highest) `shiftR` 1, (y - highest) `shiftR` 1)
  | otherwise = Nothing
  where
    (x, y) = ((a .|. highest) - a', (b .|. highest) - b')
    highest = 0x800800800800800
{-# INLINE half #-}

-- | A set of lights as counters that are 1, and those lights whose counters are odd. The product has a copy of five bits in each lane, one bit lower from lane to lane.
spread :: Int -> Counters
spread set = (lanes set, lanes (set `shiftR` 5))
  where
    lanes bits = (bits .&. 31) * 0x100200400801 .&. 0x1001001001001
{-# INLINE spread #-}

parities :: Counters -> Int
parities (a, b) = gathered a .|. gathered b `shiftL` 5
  where
    gathered lanes = ((lanes .&. 0x1001001001001) * 0x1002004008010) `shiftR` 48 .&. 31
{-# INLINE parities #-}

-- | Which subsets of buttons switch what: rows in echelon form, each with lights as its lowest ten bits, of which no later row has the
-- first, and above them the buttons that switch these; and all subsets that switch nothing.
data Affine = Affine !(U.Vector Int) ![Int]

affine :: U.Vector Int -> Affine
affine = U.ifoldl' with (Affine U.empty [0])
  where
    with (Affine echelon idle) place switched
      | left .&. 1023 == 0 = Affine echelon (idle <> map (xor (left `shiftR` 10)) idle)
      | otherwise = Affine (U.snoc echelon left) idle
      where
        left = reduced echelon (switched .|. 1 `shiftL` (10 + place))

-- | Lights after all rows have switched what they can, with the buttons for that; without a branch.
reduced :: U.Vector Int -> Int -> Int
reduced echelon switched = U.foldl' (\left row -> left `xor` (row .&. negate (left `unsafeShiftR` countTrailingZeros row .&. 1))) switched echelon
{-# INLINE reduced #-}

-- | All subsets of buttons that switch just these lights.
solutions :: Affine -> Int -> [Int]
solutions (Affine echelon idle) switched = [subset `xor` left `shiftR` 10 | left .&. 1023 == 0, subset <- idle]
  where
    !left = reduced echelon switched
{-# INLINE solutions #-}
