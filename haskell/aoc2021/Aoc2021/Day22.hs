-- | Reactor Reboot: the steps are a program, and it is evaluated partially.
--
-- The steps are a program with a cube as its input, made of nothing but @if@s:
--
-- > if c is in the last step's box then 1 else if c is in the one before … else 0
--
-- and the answer is its integral. It is run on a whole region instead of a cube, as far as that goes: that
-- is <https://en.wikipedia.org/wiki/Partial_evaluation partial evaluation>. What is left is specialised to
-- the region, and integrated by three rules: a constant, an @if@ ('carve') and two 'halves'.
module Aoc2021.Day22
  ( parse,
    part1,
    part2,

    -- * Programs
    Box (..),
    volume,
    contains,
    Program (..),
    run,
    specialise,

    -- * Integrals
    integral,
    carve,
    halves,
    few,
  )
where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (unsafeShiftR, (.&.), (.|.))
import qualified Data.List as List
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (integer, linesOf, tag, valid)

-- | From each first number to before the second, in x, y and z.
data Box = Box !Int !Int !Int !Int !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | What decides whether a cube is on, which is 1, or off, which is 0.
data Program = Always !Int | If {-# UNPACK #-} !Box !Int !Program
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

volume :: Box -> Int
volume (Box a b c d e f) = (b - a) * (d - c) * (f - e)

contains :: Box -> (Int, Int, Int) -> Bool
contains (Box a b c d e f) (x, y, z) = a <= x && x < b && c <= y && y < d && e <= z && z < f

-- | What becomes of a cube?
run :: Program -> (Int, Int, Int) -> Int
run (Always state) _ = state
run (If box state other) cube
  | box `contains` cube = state
  | otherwise = run other cube

part1 :: Program -> Int
part1 = on (Box (-50) 51 (-50) 51 (-50) 51)

part2 :: Program -> Int
part2 = on (Box first beyond first beyond first beyond)
  where
    (first, beyond) = (negate limit, limit + 1)

-- | How many cubes of the region end on?
on :: Box -> Program -> Int
on region = integral region . specialise region

-- | The same program, for cubes of the box alone: all its boxes are within that one, and none is
-- all of it.
specialise :: Box -> Program -> Program
specialise (Box a b c d e f) = go
  where
    go (Always state) = Always state
    go (If (Box a' b' c' d' e' f') state other)
      | (x - x') .&. (y - y') .&. (z - z') >= 0 = go other
      | (x - a) .|. (b - x') .|. (y - c) .|. (d - y') .|. (z - e) .|. (f - z') == 0 = Always state
      | otherwise = If (Box x x' y y' z z') state (go other)
      where
        !x = larger a a'
        !x' = smaller b b'
        !y = larger c c'
        !y' = smaller d d'
        !z = larger e e'
        !z' = smaller f f'

-- | The larger and the smaller of two numbers, by the sign of their difference: to guess which
-- it is, as a branch does, goes wrong too often.
larger, smaller :: Int -> Int -> Int
larger a b = let d = a - b in a - (d .&. unsafeShiftR d 63)
smaller a b = let d = a - b in b + (d .&. unsafeShiftR d 63)
{-# INLINE larger #-}
{-# INLINE smaller #-}

boxes :: Program -> [Box]
boxes (Always _) = []
boxes (If box _ other) = box : boxes other

-- | How many cubes of a region end on, by a program specialised to it?
integral :: Box -> Program -> Int
integral region program
  | null (drop few (boxes program)) = carve region program
  | otherwise = let (low, high) = halves region program in on low program + on high program

-- | As many tests are better carved out than cut.
few :: Int
few = 40

-- | The volume of what is in both.
common :: Box -> Box -> Int
common (Box a b c d e f) (Box a' b' c' d' e' f')
  | x <= 0 || y <= 0 || z <= 0 = 0
  | otherwise = x * y * z
  where
    x = smaller b b' - larger a a'
    y = smaller d d' - larger c c'
    z = smaller f f' - larger e e'

-- | The same, test by test; the last two at once, for that is how most regions end.
carve :: Box -> Program -> Int
carve region (Always state) = state * volume region
carve region (If box state (Always other)) =
  state * volume box + other * (volume region - volume box)
carve region (If box state (If box' state' (Always other))) =
  state * volume box
    + state' * (volume box' - both)
    + other * (volume region - volume box - volume box' + both)
  where
    both = common box box'
carve (Box a b c d e f) (If box@(Box a' b' c' d' e' f') state other) =
  state * volume box
    + rest (Box a a' c d e f)
    + rest (Box b' b c d e f)
    + rest (Box a' b' c c' e f)
    + rest (Box a' b' d' d e f)
    + rest (Box a' b' c' d' e e')
    + rest (Box a' b' c' d' f' f)
  where
    rest region
      | volume region == 0 = 0
      | otherwise = carve region (specialise region other)

-- | Two regions to cut this one into, amid the faces of the boxes, in the direction that has most. Every
-- so many boxes will do to find the place.
halves :: Box -> Program -> (Box, Box)
halves (Box a b c d e f) program
  | nx >= ny && nx >= nz = let x = middle nx xs in (Box a x c d e f, Box x b c d e f)
  | ny >= nz = let y = middle ny ys in (Box a b c y e f, Box a b y d e f)
  | otherwise = let z = middle nz zs in (Box a b c d e z, Box a b c d z f)
  where
    some = every (length (boxes program) `quot` 16 + 1) (boxes program)
    xs = filter (\x -> a < x && x < b) (concat [[p, q] | Box p q _ _ _ _ <- some])
    ys = filter (\y -> c < y && y < d) (concat [[p, q] | Box _ _ p q _ _ <- some])
    zs = filter (\z -> e < z && z < f) (concat [[p, q] | Box _ _ _ _ p q <- some])
    (nx, ny, nz) = (length xs, length ys, length zs)
    middle n faces = List.sort faces !! (n `quot` 2)

-- | The first, and so many further on the next.
every :: Int -> [a] -> [a]
every n list = case list of
  [] -> []
  x : _ -> x : every n (drop n list)

-- | The last step is the first test.
parse :: Text -> Either InvalidInput Program
parse = fmap (V.foldl' (\earlier (box, state) -> If box state earlier) (Always 0)) . linesOf wrong step
  where
    wrong = "expected on or off and a cuboid as x=-1..2,y=0..5,z=3..3"
    step = flip (,) <$> (1 <$ tag "on" <|> 0 <$ tag "off") <*> cuboid
    cuboid = (\(a, b) (c, d) (e, f) -> Box a b c d e f) <$> range " x=" <*> range ",y=" <*> range ",z="
    range name = valid (within <$> (tag name *> integer limit) <*> (tag ".." *> integer limit))
    within low high = if low <= high then Just (low, high + 1) else Nothing

limit :: Int
limit = 1000000
