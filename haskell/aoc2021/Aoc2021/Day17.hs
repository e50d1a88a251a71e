-- | Trick Shot: shots are counted by the Euler characteristic of their steps inside the target.
--
-- A path has one point more than it has edges. So to count paths is to count points less edges,
-- and the paths need not be known one by one. Here a point is a step at which a shot is inside the
-- target, and an edge joins two steps in a row. At step @t@ these shots are a rectangle of
-- velocities, as x allows a range of horizontal speeds and y one of vertical speeds, whatever the
-- other does:
--
-- > points at t = |X t| |Y t|        edges behind t = |X t ∩ X (t + 1)| |Y t ∩ Y (t + 1)|
--
-- Soon nobody who is inside moves in x, and then @X t@ stays as it is. As the characteristic is
-- additive, all later steps are known from the paths that vertical speeds have at any time, and
-- their number from those on one side of the highest point, which is a symmetry of the flight.
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
    Velocities (..),
    size,
    horizontal,
    vertical,
    euler,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (unsafeShiftR)
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

-- | All numbers from the first to the second.
data Range = Range !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | What is in both.
instance Semigroup Range where
  Range a b <> Range c d = Range (max a c) (min b d)

size :: Range -> Int
size (Range a b) = max 0 (b - a + 1)

-- | A rectangle: horizontal speeds, and vertical ones.
data Velocities = Velocities {-# UNPACK #-} !Range {-# UNPACK #-} !Range

-- | What is in both.
instance Semigroup Velocities where
  Velocities x y <> Velocities x' y' = Velocities (x <> x') (y <> y')

-- | Its xs and its ys.
data Target = Target {-# UNPACK #-} !Range {-# UNPACK #-} !Range
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

half :: Int -> Int
half n = unsafeShiftR n 1

-- | The sum of the numbers up to that one.
triangle :: Int -> Int
triangle n = half (n * (n + 1))

-- | The last number whose triangle is not larger than that.
untriangle :: Int -> Int
untriangle sum' = half (root - 1)
  where
    -- Exact below 2^52.
    root = truncate (sqrt (fromIntegral (8 * sum' + 1)) :: Double) :: Int

-- | The vertical speeds with which a shot is in that range after so many steps, one or more.
vertical :: Range -> Int -> Range
vertical (Range low high) t = Range (fastest (low - 1) + 1) (fastest high)
  where
    fastest y = (y + triangle (t - 1)) `div` t

-- | The horizontal ones. Whoever isn't faster than @t@ is at rest by then.
horizontal :: Range -> Int -> Range
horizontal (Range low high) t = Range (fastest (low - 1) + 1) (fastest high)
  where
    fastest x = if x < 0 then -1 - toward (-1 - x) else toward x
    toward x
      | x >= triangle t = (x + triangle (t - 1)) `quot` t
      | otherwise = untriangle x

-- | After how many steps is whoever is inside at rest, and with which horizontal speeds?
rest :: Target -> Either NoAnswer (Int, Range)
rest (Target xs@(Range left right) (Range bottom top))
  | bottom <= 0 && top >= 0 && size resting > 0 =
    Left (NoAnswer "a shot can fly as high as one likes and fall through the target")
  | otherwise = Right (moving, resting)
  where
    moving = untriangle (max (abs left) (abs right))
    resting = horizontal xs (moving + 1)

-- | Points less edges: how often is something left, of all that is inside at each of so many steps?
euler :: Semigroup a => (a -> Int) -> (Int -> a) -> Int -> Int
euler measure inside final = go 1 (inside 1) 0
  where
    go !t !now !count
      | t > final = count
      | otherwise = go (t + 1) next (count + measure now - measure (now <> next))
      where
        next = inside (t + 1)
{-# INLINE euler #-}

-- | How many paths do all vertical speeds have, if the launch's height isn't inside?
--
-- A shot upward falls from the launch's height as one that is shot downward does, only later; and
-- it falls to any height as it rises from there. So one way is enough, on which nobody has two paths.
paths :: Range -> Int
paths ys@(Range bottom top)
  | top < 0 = 2 * euler size (\t -> vertical ys t <> Range minBound (-1)) (untriangle (-bottom))
  | otherwise = 2 * euler size (\t -> vertical ys t <> Range t maxBound) (untriangle top) - turning
  where
    -- Where the highest point is inside, both ways are one path.
    turning = untriangle top - untriangle (bottom - 1)

-- | How many shots come in twice, without leaving the range of x?
bridges :: Target -> Int -> Range -> Int
bridges (Target xs ys@(Range _ top)) moving resting
  | top <= 0 = 0
  | otherwise = List.foldl' (+) 0 (map bridge [1 .. untriangle top])
  where
    -- Those for whom this is the last step before they fly over the top. They come back as many
    -- steps before the return to the launch's height as this is after the launch.
    bridge up = List.foldl' back atRest [first .. min fastest (late - 1)]
      where
        atRest = size (x <> resting) * size (Range late fastest)
        x = horizontal xs up
        Range slowest fastest = vertical ys up
        Range _ staying = vertical ys (up + 1)
        first = slowest `max` (up + 1) `max` (staying + 1)
        late = first `max` half (moving + up + 1)
        back count v = count + size (x <> horizontal xs (2 * v + 1 - up))

part1 :: Target -> Either NoAnswer Int
part1 target@(Target xs ys@(Range bottom top)) = triangle . highest <$> rest target
  where
    highest (moving, resting)
      | size resting > 0 && steps > moving = speed
      | otherwise = List.foldl' higher 0 [1 .. moving]
    -- At rest it is only the time that counts: up to the target's top and back, or from the
    -- launch's height down to its bottom in one step.
    (speed, steps) = if top < 0 then (-1 - bottom, -2 * bottom) else (top, 2 * top)
    higher best t
      | size (horizontal xs t) > 0 && size y > 0 = max best fastest
      | otherwise = best
      where
        y@(Range _ fastest) = vertical ys t

part2 :: Target -> Either NoAnswer Int
part2 target@(Target xs ys) = shots <$> rest target
  where
    shots (moving, resting) = euler others inside moving + later - bridges target moving resting
      where
        -- Those who rest in the end are taken off here, for there they are counted whenever.
        others (Velocities x y) = (size x - size resting) * size y
        inside t = Velocities (horizontal xs t) (vertical ys t)
        later = if size resting > 0 then size resting * paths ys else 0

limit :: Int
limit = 1000000

parse :: Text -> Either InvalidInput Target
parse text =
  number "target area: x=" 0 $ \left afterLeft ->
    number ".." afterLeft $ \right afterRight ->
      number ", y=" afterRight $ \bottom afterBottom ->
        number ".." afterBottom $ \top end ->
          if
              | byteAt text end /= 10 -> wrong 1 area
              | any ((> limit) . abs) [left, right, bottom, top] ->
                wrong 1 "expected numbers from -1000000 to 1000000"
              | left > right || bottom > top ->
                wrong 1 "expected the smaller number of a range first"
              | end < B.length text -> wrong 2 "expected a single line"
              | otherwise -> Right (Target (Range left right) (Range bottom top))
  where
    wrong at = Left . InvalidInput at
    area = "expected a target area as x=1..2, y=-2..-1"

    number before at found
      | before `B.isPrefixOf` B.drop at text =
        integerAt limit text (at + B.length before) (wrong 1 area) found
      | otherwise = wrong 1 area
