-- | Factory: presses are found digit by digit, as an equation is lifted from one power of 2 to the next.
--
-- Counters are a linear map of the numbers of presses. Modulo 2 these are the buttons that are pressed an odd number of times, and what
-- they have to bring about is part 1's question: an affine space over the field of two elements. Press those once; what is left is even, and its
-- half is the same equation for the remaining digits. That is Hensel's lifting. Each digit has several solutions, so
-- what is kept is a tropical vector: to each remainder that is possible, the fewest presses so far.
module Aoc2025.Day10 (parse, part1, part2, Machine (..), Counters (..), Affine, affine, solutions, lifted, parities) where

import Control.DeepSeq (NFData)
import Data.Bits (popCount, shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.List (foldl', nub)
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Numbers below 2048, twelve bits each, of five lights and of five more.
data Counters = Counters !Int !Int
  deriving stock (Eq, Ord, Generic, Show)
  deriving anyclass (NFData)

data Machine = Machine {lights :: !Int, buttons :: [Counters], counters :: !Counters}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Machine)
parse = linesOf "expected a machine as [.#] (0) (0,1) {3,5}: at most 10 lights, 13 buttons and counters to 2000" (valid machine)
  where
    machine = checked <$> (tag "[" *> word (`elem` ['.', '#']) <* tag "] ") <*> button `sepBy` ' ' <*> (tag " {" *> numbers 2000 <* tag "}")
    button = tag "(" *> numbers 9 <* tag ")"
    numbers most = natural most `sepBy` ','
    checked on wired goals
      | count > 10 || length goals /= count || length wired > 13 || any wrong wired = Nothing
      | otherwise = Just (Machine (sum [1 `shiftL` place | place <- B.elemIndices '#' on]) (map (packed . marked) wired) (packed goals))
      where
        count = B.length on
        wrong button' = maximum button' >= count || length button' /= length (nub button')
        marked button' = [if place `elem` button' then 1 else 0 | place <- [0 .. count - 1]]

packed :: [Int] -> Counters
packed numbers = Counters (lanes first) (lanes others)
  where
    (first, others) = splitAt 5 numbers
    lanes = foldr (\number more -> number + more `shiftL` 12) 0

part1 :: V.Vector Machine -> Either NoAnswer Int
part1 = total "lights" (\machine -> fewest (map popCount (solutions (affine (buttons machine)) (lights machine))))

part2 :: V.Vector Machine -> Either NoAnswer Int
part2 = total "counters" (\machine -> lifted (buttons machine) (counters machine))

total :: String -> (Machine -> Maybe Int) -> V.Vector Machine -> Either NoAnswer Int
total what presses machines = V.sum <$> V.imapM counted machines
  where
    counted line = maybe (Left (NoAnswer ("the " <> what <> " of the machine on line " <> show (line + 1) <> " can't be reached"))) Right . presses

fewest :: [Int] -> Maybe Int
fewest [] = Nothing
fewest some = Just (minimum some)

-- | How few presses bring counters about? In each step a binary digit of the numbers of presses is found.
lifted :: [Counters] -> Counters -> Maybe Int
lifted pressed goal = fewest [presses | (_, lefts) <- digits, Just presses <- [Map.lookup none lefts]]
  where
    digits = takeWhile (not . Map.null . snd) (iterate digit (1, Map.singleton goal 0))
    digit (weight, lefts) = (2 * weight, Map.fromListWith min (concatMap (onward weight) (Map.toList lefts)))
    onward weight (left, presses)
      | left == none = []
      | otherwise = [(half', presses + weight * popCount subset) | subset <- solutions space (parities left), Just half' <- [half left (effect subset)]]
    space = affine pressed
    none = Counters 0 0
    effect subset = (firsts V.! (subset .&. 127)) `plus` (others V.! (subset `shiftR` 7))
    (firsts, others) = let (some, more) = splitAt 7 pressed in (effects some, effects more)
    effects = foldl' (\sums button -> sums <> V.map (plus button) sums) (V.singleton none)

plus :: Counters -> Counters -> Counters
plus (Counters a b) (Counters a' b') = Counters (a + a') (b + b')

-- | Half of the difference, where it is even, if no lane goes below zero: the highest bit of each is borrowed from otherwise.
half :: Counters -> Counters -> Maybe Counters
half (Counters a b) (Counters a' b')
  | x .&. y .&. highest == highest = Just (Counters ((x - highest) `shiftR` 1) ((y - highest) `shiftR` 1))
  | otherwise = Nothing
  where
    (x, y) = ((a .|. highest) - a', (b .|. highest) - b')
    highest = 0x800800800800800

-- | The lights whose counters are odd.
parities :: Counters -> Int
parities (Counters a b) = gathered a .|. gathered b `shiftL` 5
  where
    gathered lanes = foldl' (\bits lane -> bits .|. (lanes `shiftR` (11 * lane) .&. 1 `shiftL` lane)) 0 [0 .. 4]

-- | Which subsets of buttons switch what: vectors in echelon form, each by its lowest light, with the buttons that make it; and all
-- subsets that switch nothing.
data Affine = Affine [(Int, Int, Int)] [Int]

affine :: [Counters] -> Affine
affine pressed = foldl' with (Affine [] [0]) (zip (iterate (* 2) 1) (map parities pressed))
  where
    with (Affine echelon idle) (subset, switched) = case reduced echelon (switched, subset) of
      (0, cycle') -> Affine echelon (idle <> map (xor cycle') idle)
      (left, made) -> Affine (echelon <> [(left .&. negate left, left, made)]) idle

reduced :: [(Int, Int, Int)] -> (Int, Int) -> (Int, Int)
reduced echelon start = foldl' clear start echelon
  where
    clear (left, subset) (lowest, vector, made)
      | left .&. lowest /= 0 = (left `xor` vector, subset `xor` made)
      | otherwise = (left, subset)

-- | All subsets of buttons that switch just these lights.
solutions :: Affine -> Int -> [Int]
solutions (Affine echelon idle) switched = case reduced echelon (switched, 0) of
  (0, subset) -> map (xor subset) idle
  _ -> []
