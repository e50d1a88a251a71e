-- | Reactor Reboot: the steps are a program, and it is evaluated partially.
--
-- The steps tell of each cube whether it ends on or off: the latest decides whose cuboid the cube
-- is in. So they are a program with one input, made of nothing but @if@s:
--
-- > if c is in the last step's box then 1 else if c is in the one before … else 0
--
-- and the answer is this program's integral. Nobody runs it on every cube. It is run on a whole
-- region instead, as far as that goes: of an unknown cube in the region some tests fail for sure,
-- and vanish; one that holds for sure is the end of the program. What is left is the program
-- 'specialise'd to the region, smaller the smaller the region is, and equal to the whole one there.
-- Four rules integrate it:
--
-- * A constant: times the volume.
-- * An @if@ splits its region into the box, where the answer is known, and what is left when the
--   box is carved out: at most six regions, each with its own specialised rest ('carve').
-- * A region may be cut in two anywhere ('halves'). With many tests that is better than to carve.
-- * If each test looks at one coordinate only, the cubes where the first n of them fail are a
--   product of three sets, so their number is a product of three lengths ('separate').
--
-- The last rule keeps the cutting from going on and on: where a region meets no edge of
-- a box, only faces, it need not be cut any more.
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
    isSlab,
    separate,
    few,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import qualified Data.List as List
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

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
  | otherwise = case halves region program of
    Just (low, high) -> on low program + on high program
    Nothing -> separate region program

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

-- | Two regions to cut this one into, amid the faces of the boxes, in the direction that has most.
-- None if all boxes are slabs. Every so many boxes will do to find the place.
halves :: Box -> Program -> Maybe (Box, Box)
halves region@(Box a b c d e f) program
  | all (isSlab region) (boxes program) = Nothing
  | nx >= ny && nx >= nz = let x = middle nx xs in Just (Box a x c d e f, Box x b c d e f)
  | ny >= nz = let y = middle ny ys in Just (Box a b c y e f, Box a b y d e f)
  | otherwise = let z = middle nz zs in Just (Box a b c d e z, Box a b c d z f)
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

-- | Is the box bounded in one direction at most, within the region?
isSlab :: Box -> Box -> Bool
isSlab region box = length (filter id (zipWith (/=) (ranges region) (ranges box))) < 2

-- | In x, y and z.
ranges :: Box -> [(Int, Int)]
ranges (Box a b c d e f) = [(a, b), (c, d), (e, f)]

-- | The integral of a program of slabs.
separate :: Box -> Program -> Int
separate region = go 0 (map (\(low, high) -> Gaps (high - low) (IntMap.singleton low high)) whole)
  where
    whole = ranges region
    go !total free = \case
      Always state -> total + state * size free
      If box state other -> go (total + state * (size free - size free')) free' other
        where
          free' = List.zipWith3 narrow whole (ranges box) free
    narrow full part gaps = if part == full then gaps else gaps `without` part
    size = product . map (\(Gaps long _) -> long)

-- | The numbers that no test has caught: how many, and from where to before where.
data Gaps = Gaps !Int !(IntMap.IntMap Int)

without :: Gaps -> (Int, Int) -> Gaps
without (Gaps long gaps) (low, high) = case IntMap.lookupLT high gaps of
  Just (start, stop)
    | stop > low ->
      let left = if start < low then IntMap.insert start low else IntMap.delete start
          right = if high < stop then IntMap.insert high stop else id
       in Gaps (long - (min stop high - max start low)) (right (left gaps)) `without` (low, high)
  _ -> Gaps long gaps

limit :: Int
limit = 1000000

-- | The last step is the first test.
parse :: Text -> Either InvalidInput Program
parse text = go (Always 0) 0
  where
    go !earlier !line =
      switch $ \state place ->
        range " x=" place $ \x x' y0 ->
          range ",y=" y0 $ \y y' z0 ->
            range ",z=" z0 $ \z z' end ->
              let program = If (Box x x' y y' z z') state earlier
               in if
                      | byteAt text end /= 10 -> wrong
                      | end < B.length text -> go program (end + 1)
                      | otherwise -> Right program
      where
        switch found
          | at line "on" = found 1 (line + 2)
          | at line "off" = found 0 (line + 3)
          | otherwise = wrong
        range name place found
          | at place name = integerAt limit text (place + 3) wrong $ \low dots ->
            if at dots ".."
              then integerAt limit text (dots + 2) wrong $ \high end ->
                if -limit <= low && low <= high && high <= limit
                  then found low (high + 1) end
                  else wrong
              else wrong
          | otherwise = wrong
        wrong =
          Left . InvalidInput (lineAt text line) $
            "expected on or off and a cuboid as x=-1..2,y=0..5,z=3..3"
    at place name = name `B.isPrefixOf` B.drop place text
