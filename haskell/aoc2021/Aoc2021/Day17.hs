-- | Trick Shot: shots are counted by the Euler characteristic of the steps at which they are inside.
--
-- A path has one point more than it has edges. So to count paths is to count points less edges,
-- and the paths need not be known one by one. Here a point is a step at which a shot is inside the
-- target, and an edge joins two steps in a row. At step @t@ these shots are a rectangle of
-- velocities, as x allows a range of horizontal speeds and y one of vertical speeds, whatever the
-- other does:
--
-- > points at t = |X t| |Y t|        edges behind t = |X t ∩ X (t + 1)| |Y t ∩ Y (t + 1)|
--
-- One kind of shot has two paths: it flies through the target, over its top, and comes down into it
-- again, x being inside all the while. For these, one more edge is put across the gap, a bridge.
--
-- So the number of shots is that of points, less edges, less bridges, and no shot was looked at.
module Aoc2021.Day17
  ( parse,
    part1,
    part2,
    Target (..),
    Range (..),
    meet,
    size,
    horizontal,
    vertical,
  )
where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import qualified Data.List as List
import GHC.Generics (Generic)
import Threefold.Contract

-- | All numbers from the first to the second.
data Range = Range !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

meet :: Range -> Range -> Range
meet (Range a b) (Range c d) = Range (max a c) (min b d)

size :: Range -> Int
size (Range a b) = max 0 (b - a + 1)

-- | Its xs and its ys.
data Target = Target !Range !Range
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The sum of the numbers up to that one.
triangle :: Int -> Int
triangle n = n * (n + 1) `div` 2

-- | The last number whose triangle is not larger than that.
untriangle :: Int -> Int
untriangle sum' = (root - 1) `div` 2
  where
    -- Exact below 2^52.
    root = floor (sqrt (fromIntegral (8 * sum' + 1)) :: Double) :: Int

-- | The vertical speeds with which a shot is in that range after so many steps, one or more.
vertical :: Range -> Int -> Range
vertical (Range low high) t = Range (fastest (low - 1) + 1) (fastest high)
  where
    fastest y = (y + triangle (t - 1)) `div` t

-- | The horizontal ones. Whoever isn't faster than @t@ is at rest by then.
horizontal :: Range -> Int -> Range
horizontal (Range low high) t = Range (fastest (low - 1) + 1) (fastest high)
  where
    fastest x
      | x < 0 = -1 - fastest (-1 - x)
      | x >= triangle t = (x + triangle (t - 1)) `div` t
      | otherwise = untriangle x

-- | After that step no shot is inside any more, unless some can be at any time.
finalStep :: Target -> Either NoAnswer Int
finalStep (Target xs@(Range left right) (Range bottom top))
  | size (horizontal xs (moving + 1)) == 0 = Right moving
  | bottom > 0 = Right (2 * top)
  | top < 0 = Right (-2 * bottom)
  | otherwise = Left (NoAnswer "a shot can fly as high as one likes and fall through the target")
  where
    -- After that step whoever is inside is at rest.
    moving = untriangle (max (abs left) (abs right))

-- | A fold over all steps, with the ranges of x and y at a step and at the next one.
overSteps :: (a -> (Range, Range) -> (Range, Range) -> a) -> a -> Target -> Int -> a
overSteps f start (Target xs ys) final = go 1 (at 1) start
  where
    at t = (horizontal xs t, vertical ys t)
    go !t now !done
      | t > final = done
      | otherwise = let next = at (t + 1) in go (t + 1) next (f done now next)
{-# INLINE overSteps #-}

-- | How many shots hit the target, if after that step none can?
shots :: Target -> Int -> Int
shots target final = overSteps pointsLessEdges 0 target final - bridges target
  where
    pointsLessEdges !count (x, y) (x', y') = count + size x * size y - size (meet x x') * size (meet y y')

-- | How many shots come in twice, without leaving the range of x?
bridges :: Target -> Int
bridges (Target xs (Range bottom top)) = List.foldl' (+) 0 (map bridge [1 .. top])
  where
    bridge v
      | triangle v > top && up >= 1 && up * v - triangle (up - 1) >= bottom =
        size (meet (horizontal xs up) (horizontal xs (2 * v + 1 - up)))
      | otherwise = 0
      where
        up = lastBelow v
    -- The last step of the rise that isn't above the top: before the lower root of
    -- t (2 v + 1 - t) / 2 = top + 1.
    lastBelow v = 2 * v - (2 * v + 1 + root) `div` 2
      where
        root = floor (sqrt (fromIntegral ((2 * v + 1) * (2 * v + 1) - 8 * (top + 1))) :: Double)

part1 :: Target -> Either NoAnswer Int
part1 target = triangle . overSteps higher 0 target <$> finalStep target
  where
    higher !best (x, y@(Range _ fastest)) _
      | size x > 0 && size y > 0 = max best fastest
      | otherwise = best

part2 :: Target -> Either NoAnswer Int
part2 target = shots target <$> finalStep target

limit :: Int
limit = 1000000

parse :: Text -> Either InvalidInput Target
parse text = do
  words' <- maybe (wrong 1 "expected a target area as x=1..2, y=-2..-1") Right (area line')
  numbers <- traverse number words'
  case numbers of
    [left, right, bottom, top]
      | left > right || bottom > top -> wrong 1 "expected the smaller number of a range first"
      | not (B.null more) -> wrong 2 "expected a single line"
      | otherwise -> Right (Target (Range left right) (Range bottom top))
    _ -> wrong 1 "expected a target area as x=1..2, y=-2..-1"
  where
    (line', more) = B.break (== '\n') text
    wrong at = Left . InvalidInput at

    number :: Text -> Either InvalidInput Int
    number word = case B.readInt digits of
      _ | B.null digits -> Right 0
      Just (value, _) | B.length digits <= 7 && value <= limit -> Right (if B.null minus then value else negate value)
      _ -> wrong 1 "expected numbers from -1000000 to 1000000"
      where
        (minus, spelled) = sign word
        digits = B.dropWhile (== '0') spelled

-- | The four numbers of a target area, as they are written.
area :: Text -> Maybe [Text]
area line' = do
  (left, afterLeft) <- spelled =<< B.stripPrefix "target area: x=" line'
  (right, afterRight) <- spelled =<< B.stripPrefix ".." afterLeft
  (bottom, afterBottom) <- spelled =<< B.stripPrefix ", y=" afterRight
  (top, afterTop) <- spelled =<< B.stripPrefix ".." afterBottom
  if B.null afterTop then Just [left, right, bottom, top] else Nothing
  where
    spelled text =
      let (minus, more) = sign text
          (digits, rest) = B.span isDigit more
       in if B.null digits then Nothing else Just (minus <> digits, rest)

-- | A minus, if there is one, and the rest.
sign :: Text -> (Text, Text)
sign text = B.splitAt (if B.isPrefixOf "-" text then 1 else 0) text
