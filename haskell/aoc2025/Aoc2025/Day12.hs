-- | Christmas Tree Farm: verdicts are a monoid, in which the first judge who knows decides.
--
-- A judge says yes, no, or nothing. Two judges are one again, who asks the second only if the first says nothing; so what is
-- expensive comes last, and laziness leaves it out. The last one reads a region unit by unit, as a nondeterministic automaton
-- reads a word: its state is what is taken and what is left to lie there, and the set of its possible states is the state of
-- a deterministic one.
module Aoc2025.Day12 (parse, part1, Farm (..), Region (..), Shape, judges, reading, count, together, turned, flipped) where

import Control.DeepSeq (NFData)
import Data.Bits (bit, popCount, setBit, shiftL, shiftR, testBit, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.List (foldl', sort)
import Data.Monoid (First (..))
import qualified Data.Set as Set
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Rows and columns of its units.
type Shape = [(Int, Int)]

-- | How many presents of each kind there are, ten bits a kind, is one number.
data Region = Region {width, height, presents :: !Int}
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

data Farm = Farm [Shape] (V.Vector Region)
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Farm
parse = whole (Farm <$> traverse shape [0 .. 5] <*> block wrongRegion region)
  where
    shape number = do
      lineOf (wrongNumber number) (tag (B.pack (show number <> ":")))
      one <- row (const True)
      two <- row (const True)
      three <- row (\three -> sum (map (B.count '#') [one, two, three]) >= 5)
      blank "expected an empty line after a shape"
      pure [(y, x) | (y, units) <- zip [0 ..] [one, two, three], x <- B.elemIndices '#' units]
    row enough = lineOf wrongShape (valid (units enough <$> word (`elem` ['#', '.'])))
    units enough row' = if B.length row' == 3 && B.elem '#' row' && enough row' then Just row' else Nothing
    region = Region <$> side <* tag "x" <*> side <* tag ":" <*> (six <$> number <*> number <*> number <*> number <*> number <*> number)
    six a b c d e f = together [a, b, c, d, e, f]
    number = tag " " *> natural 999
    {-# INLINE number #-}
    side = valid (positive <$> natural 99)
    positive length' = if length' > 0 then Just length' else Nothing
    wrongNumber number = "expected shape " <> show (number :: Int) <> ", as " <> show number <> ": and three rows below"
    wrongShape = "expected three rows of three # or ., one # at least in each, five in all"
    wrongRegion = "expected a region as 12x5: 1 0 1 0 3 2, sides from 1 to 99, six numbers up to 999"

part1 :: Farm -> Either NoAnswer Int
part1 (Farm shapes regions) = length . filter id <$> traverse verdict (zip [31 ..] (V.toList regions))
  where
    verdict (line, region) = maybe (Left (tooLarge line)) Right (getFirst (foldMap (First .) judges' region))
    judges' = judges shapes
    tooLarge line = NoAnswer ("the region on line " <> show (line :: Int) <> " is too large to be searched")

-- | Who may know whether all presents of a region fit, the quickest first.
judges :: [Shape] -> [Region -> Maybe Bool]
judges shapes = [tooMany (U.fromList (map length shapes)), squareForEach, reading shapes]

tooMany :: U.Vector Int -> Region -> Maybe Bool
tooMany sizes (Region width height presents)
  | weight (sizes U.!) presents > width * height = Just False
  | otherwise = Nothing

squareForEach :: Region -> Maybe Bool
squareForEach (Region width height presents)
  | weight (const 1) presents <= (width `quot` 3) * (height `quot` 3) = Just True
  | otherwise = Nothing

-- | The last judge knows all about narrow regions of few units.
reading :: [Shape] -> Region -> Maybe Bool
reading shapes (Region width height presents)
  | narrow <= 5 && units <= 60 = Just (any ((== 0) . snd) (foldl' read' (Set.singleton (0, presents)) [0 .. units - 1]))
  | otherwise = Nothing
  where
    (narrow, units) = (min width height, width * height)
    read' states unit = Set.fromList (concatMap (filter enough . after unit) (Set.toList states))
    after unit (taken, left)
      | testBit taken unit = [(taken, left)]
      | otherwise = (setBit taken unit, left) : [(taken .|. place, left - 1 `shiftL` (10 * kind)) | (kind, place) <- places V.! unit, count left kind > 0, taken .&. place == 0]
    enough (taken, left) = weight (sizes U.!) left <= units - popCount taken
    sizes = U.fromList (map length shapes)
    places = V.generate units $ \unit -> [(kind, place `shiftL` unit) | (kind, place) <- lying V.! (unit `rem` narrow), place < bit (units - unit)]
    lying = V.generate narrow $ \column -> [(kind, place) | (kind, shape) <- zip [0 ..] shapes, Just place <- map (from column) (ways shape)]
    from :: Int -> Shape -> Maybe Int
    from column way
      | all (\(_, x) -> x >= 0 && x < narrow) there = Just (sum [bit (y * narrow + x - column) | (y, x) <- there])
      | otherwise = Nothing
      where
        there = [(y, x - snd (head way) + column) | (y, x) <- way]

together :: [Int] -> Int
together = foldr (\number others -> number .|. others `shiftL` 10) 0

count :: Int -> Int -> Int
count numbers kind = numbers `shiftR` (10 * kind) .&. 1023

-- | What all presents weigh, if a kind has a weight.
weight :: (Int -> Int) -> Int -> Int
weight of' numbers = sum (map (\kind -> of' kind * count numbers kind) [0 .. 5])
{-# INLINE weight #-}

-- | The ways of a present to lie, each from its first row on, its first unit first.
ways :: Shape -> [Shape]
ways shape = Set.toList (Set.fromList (map moved (take 4 (iterate turned shape) <> take 4 (iterate turned (flipped shape)))))
  where
    moved way = [(y - fst (minimum way), x) | (y, x) <- sort way]

turned, flipped :: Shape -> Shape
turned = map (\(y, x) -> (x, 2 - y))
flipped = map (fmap (2 -))
