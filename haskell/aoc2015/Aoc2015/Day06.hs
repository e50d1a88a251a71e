-- | Probably a Fire Hazard: what instructions do to a light is an affine map over a semiring, and such maps are a monoid.
--
-- On and off are the numbers modulo 2, where x becomes a * x + b: to turn on or off forgets x, to toggle adds 1. Brightness has
-- the larger of two for a sum and the sum for a product: x becomes max(a + x, b). While a sweep goes through the columns, the
-- product of a stretch of instructions in force in a row stands at the root of a segment tree over time.
module Aoc2015.Day06 (parse, part1, part2, Instruction, What (..), Semiring (..), Parity (..), Tropical (..), Affine (..), switch, dim, total) where

import Control.DeepSeq (force)
import Control.Monad (when)
import Control.Monad.ST (ST, runST)
import Data.Bits (shiftR, xor, (.&.))
import Data.Char (isAsciiLower)
import Data.Coerce (Coercible, coerce)
import Data.List (sortOn)
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex, unsafeRead, unsafeWrite)

data What = On | Off | Toggle
  deriving stock (Eq, Show, Enum, Bounded)

-- | What is to be done, the first column and row, and those after the last.
type Instruction = (Int, Int, Int, Int, Int)

class (Coercible s Int) => Semiring s where
  one, zero :: s
  plus, times :: s -> s -> s

-- | Numbers modulo 2.
newtype Parity = Parity Int deriving stock (Eq, Show)

instance Semiring Parity where
  one = Parity 1
  zero = Parity 0
  plus (Parity a) (Parity b) = Parity (a `xor` b)
  times (Parity a) (Parity b) = Parity (a .&. b)

-- | The larger of two numbers, and their sum. Brightness is never below 0, which is as good as no number at all; in the maps
-- below, b is never below 0 or a.
newtype Tropical = Tropical Int deriving stock (Eq, Show)

instance Semiring Tropical where
  one = Tropical 0
  zero = Tropical 0
  plus (Tropical a) (Tropical b) = Tropical (max a b)
  times (Tropical a) (Tropical b) = Tropical (a + b)

-- | @Affine a b@ makes @a x + b@ of x.
data Affine s = Affine !s !s
  deriving stock (Eq, Show)

-- | First the one, then the other.
instance (Semiring s) => Semigroup (Affine s) where
  Affine a b <> Affine c d = Affine (c `times` a) ((c `times` b) `plus` d)
  {-# INLINE (<>) #-}

instance (Semiring s) => Monoid (Affine s) where
  mempty = Affine one zero

switch :: What -> Affine Parity
switch what = case what of
  On -> Affine (Parity 0) (Parity 1)
  Off -> Affine (Parity 0) (Parity 0)
  Toggle -> Affine (Parity 1) (Parity 1)

dim :: What -> Affine Tropical
dim what = case what of
  On -> Affine (Tropical 1) (Tropical 1)
  Off -> Affine (Tropical (-1)) (Tropical 0)
  Toggle -> Affine (Tropical 2) (Tropical 2)

parse :: Text -> Either InvalidInput (U.Vector Instruction)
parse = linesUpTo 30000 wrong instruction
  where
    instruction = valid (ordered <$> valid (named <$> word (\sign -> isAsciiLower sign || sign == ' ')) <*> place <* tag "," <*> place <* tag " through " <*> place <* tag "," <*> place)
    named what = lookup what [("turn on ", On), ("turn off ", Off), ("toggle ", Toggle)]
    place = natural 999
    ordered done left top right bottom
      | left <= right && top <= bottom = Just (fromEnum done, left, top, right + 1, bottom + 1)
      | otherwise = Nothing
    wrong = "expected turn on, turn off or toggle 1,2 through 3,4, corners in order, to 999, at most 30000 lines"

part1 :: U.Vector Instruction -> Int
part1 = total stretch switch

part2 :: U.Vector Instruction -> Int
part2 = total stretch dim

-- | The sum over all lights of what instructions, at most so many in a stretch, make of darkness. Rows and columns are as good as
-- the next ones, up to where some rectangle begins or ends.
total :: forall a. (Semiring a) => Int -> (What -> Affine a) -> U.Vector Instruction -> Int
total most meaning instructions = runST $ do
  tree <- M.replicate (2 * size * band) nothing
  lights <- M.new (U.length widths * band)
  let worthOf top = do
        M.set lights 0
        last <$> mapM (sweep join light tree lights widths (U.take band (U.drop top heights)) top) changes
  sum <$> mapM worthOf [0, band .. U.length heights - 1]
  where
    size = until (>= min most (U.length instructions)) (* 2) 1
    borders first' last' = Set.fromList (concat [[first' instruction, last' instruction] | instruction <- U.toList instructions])
    (across, down) = (borders (\(_, left, _, _, _) -> left) (\(_, _, _, right, _) -> right), borders (\(_, _, top, _, _) -> top) (\(_, _, _, _, bottom) -> bottom))
    between places = let found = U.fromList (Set.toAscList places) in U.zipWith (-) (U.drop 1 found) found
    !widths = between across
    !heights = between down
    -- Strict, or they would be made again for each band.
    !changes = force [changed (U.take most (U.drop from instructions)) | from <- [0, most .. U.length instructions - 1]]
    changed some = U.fromList (sortOn (\(column, _, _, _, _) -> column) (concat (zipWith change [size ..] (U.toList some))))
    change leaf (what, left, top, right, bottom) =
      let place column = (Set.findIndex column across,Set.findIndex top down,Set.findIndex bottom down,leaf,)
       in [place left (packed (meaning (toEnum what))), place right nothing]
    nothing = packed (mempty :: Affine a)
    join early late = packed (unpacked early <> unpacked late :: Affine a)
    light pair x = let Affine a b = unpacked pair in coerce ((a `times` coerce x) `plus` b :: a)
{-# INLINE total #-}

-- | Instructions come in stretches of so many, or their tree would be too large for the fast caches.
stretch :: Int
stretch = 512

-- | An affine map as two numbers, which fit into an unboxed vector.
type Pair = (Int, Int)

packed :: (Semiring a) => Affine a -> Pair
packed (Affine a b) = (coerce a, coerce b)
{-# INLINE packed #-}

unpacked :: (Semiring a) => Pair -> Affine a
unpacked (a, b) = Affine (coerce a) (coerce b)
{-# INLINE unpacked #-}

-- | So many rows are swept together, each with a tree of its own; a node's maps stand next to each other.
band :: Int
band = 16

-- | What a stretch of instructions makes of the lights of a band, column by column. At a column some leaves
-- change: the column, the first row for which that is so and the one after the last, the leaf, and what it becomes. At the end the tree is as it was.
sweep :: (Pair -> Pair -> Pair) -> (Pair -> Int -> Int) -> M.MVector s Pair -> M.MVector s Int -> U.Vector Int -> U.Vector Int -> Int -> U.Vector (Int, Int, Int, Int, Pair) -> ST s Int
sweep join light tree lights widths heights top changes = go 0 0 0
  where
    go !index !column !lit
      | index < U.length changes && column' == column = when (from < to) change >> go (index + 1) column lit
      | column < U.length widths = shine column 0 0 >>= \bright -> go index (column + 1) (lit + bright * widths U.! column)
      | otherwise = pure lit
      where
        -- unsafe: index is below the length, as was asked
        (column', first', last', leaf, after) = unsafeIndex changes index
        from = max 0 (first' - top)
        to = min (U.length heights) (last' - top)
        -- unsafe: leaf is below 2 * size, and row is below the length, which is at most a band
        change = upTo from to (\row -> unsafeWrite tree (leaf * band + row) after) >> up (leaf `shiftR` 1)
        up node = when (node > 0) (upTo from to (product' node) >> up (node `shiftR` 1))
    product' node row = do
      -- unsafe: node is below size, and so it has two children, each with a map for each row of a band
      early <- unsafeRead tree (2 * node * band + row)
      -- unsafe: the same
      late <- unsafeRead tree ((2 * node + 1) * band + row)
      -- unsafe: the same
      unsafeWrite tree (node * band + row) (join early late)
    shine !column !row !sum'
      | row == U.length heights = pure sum'
      | otherwise = do
        -- unsafe: the root is 1, and row is below the length, which is at most a band
        what <- unsafeRead tree (band + row)
        -- unsafe: column is below columns, each of which has a light for each row of a band
        lit <- light what <$> unsafeRead lights (column * band + row)
        -- unsafe: the same
        unsafeWrite lights (column * band + row) lit
        shine column (row + 1) (sum' + lit * heights U.! row)
{-# INLINE sweep #-}

-- | Something for each number from the first to the one before the last.
upTo :: Int -> Int -> (Int -> ST s ()) -> ST s ()
upTo from to act = let go number = when (number < to) (act number >> go (number + 1)) in go from
{-# INLINE upTo #-}
