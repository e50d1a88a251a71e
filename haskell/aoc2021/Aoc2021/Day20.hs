-- | Trench Map: the rule is a polynomial over the field of two elements, and Horner's rule
-- evaluates it for 64 pixels at once.
--
-- A pixel of the next image is a Boolean function of nine. In the field of two elements, where
-- plus is "exclusive or" and times is "and", every such function is a polynomial with no
-- variable squared, as Zhegalkin found. For if it is @f0@ and @f1@ for one variable's values,
--
-- > f = f0 + x (f0 + f1)
--
-- which, repeated, is both how its coefficients are found and how it is evaluated.
--
-- An image is a string of bits, row after row, so each operation on words concerns 64 pixels,
-- and the nine variables are the string shifted nine ways. The polynomials in the three pixels
-- of the lowest row are 256, and each is a sum of two of 16, which are made once for each
-- word. The other six pixels are Horner's.
--
-- Beyond the image all bits are 0. If the void becomes light, the image is kept in negative.
module Aoc2021.Day20
  ( parse,
    part1,
    part2,

    -- * Polynomials
    Polynomial,
    polynomial,
    coefficients,

    -- * Images
    Image,
    image,
    light,
    enhanced,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (forM_, when)
import Control.Monad.ST (ST)
import Data.Bits (bit, complement, popCount, shiftL, shiftR, unsafeShiftL, unsafeShiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | The rule's 512 pixels and the rows of the image, as they were written.
data Trench = Trench !Text ![Text]
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Trench -> Either NoAnswer Int
part1 = lit 2

part2 :: Trench -> Either NoAnswer Int
part2 = lit 50

-- | The number of light pixels after an even number of steps.
lit :: Int -> Trench -> Either NoAnswer Int
lit steps (Trench rule rows) = case (B.head rule, B.last rule) of
  ('#', '#') -> Left (NoAnswer "infinitely many pixels are light")
  ('#', _) -> Right (after [(bit 512 - 1) `xor` values, integer (B.reverse rule)])
  _ -> Right (after [values])
  where
    values = integer rule
    after = light . List.foldl' (flip enhanced) (image steps rows) . take steps . cycle . map polynomial
    integer = B.foldr' (\pixel more -> 2 * more + (if pixel == '#' then 1 else 0)) 0

-- | A function's coefficients, from the number of its variables and its values. What it is
-- with the first variable 1 is in the higher half of the bits, and so are the terms with that
-- variable. For each variable all that is without it is added to what is with it.
coefficients :: Int -> Integer -> Integer
coefficients variables values = List.foldl' add values (map bit [0 .. variables - 1])
  where
    add known width = known `xor` ((known .&. without width) `shiftL` width)
    -- As many ones and as many zeros in turns.
    without width = (bit (bit variables) - 1) `div` (bit width + 1)

-- | A polynomial in nine variables as 64 in the last three: of each, the numbers of two sums
-- of four terms, in a table of 32.
type Polynomial = U.Vector Int

-- | The polynomial of a function with these 512 values. Its value for zeros must be 0.
polynomial :: Integer -> Polynomial
polynomial values = U.fromList (zipWith (+) (cycle [0, 16]) fours)
  where
    fours = [fromInteger ((coefficients 9 values `shiftR` place) .&. 15) | place <- [0, 4 .. 508]]

-- | Rows of bits, one after the other, with zeros around: how far apart rows are, how many there
-- are, and words, of which those of the first rows begin where told.
data Image = Image {stride :: !Int, height :: !Int, start :: !Int, bits :: !(U.Vector Word64)}
  deriving stock (Eq, Show)

-- | An image with room for some steps. A row has room for what it will be, so that none
-- spills into the next.
image :: Int -> [Text] -> Image
image steps rows = Image {stride, height, start, bits}
  where
    stride = maximum (map B.length rows) + 2 * steps
    height = length rows
    start = (2 * stride) `shiftR` 6 + 2
    size = start + ((height + 2 * steps) * stride) `shiftR` 6 + 4
    bits = U.create $ do
      new <- M.replicate size 0
      forM_ (zip [64 * start, 64 * start + stride ..] rows) $ \(at, row) ->
        forM_ [0 .. B.length row - 1] $ \column ->
          when (B.index row column == '#') $
            M.modify new (.|. bit ((at + column) .&. 63)) ((at + column) `shiftR` 6)
      pure new

-- | The number of ones.
light :: Image -> Int
light = U.foldl' (\count word -> count + popCount word) 0 . bits

-- | The next image, by the polynomial of a rule; it is a row and a column farther up and left.
enhanced :: Polynomial -> Image -> Image
enhanced terms old@Image {stride, height, start, bits} = old {height = height + 2, bits = new}
  where
    new = U.create $ do
      after <- M.replicate (U.length bits) 0
      sums <- M.replicate 32 0
      forM_ [start .. start + ((height + 2) * stride) `shiftR` 6] $ \at ->
        next sums (64 * at) >>= M.unsafeWrite after at
      pure after
    next :: M.MVector s Word64 -> Int -> ST s Word64
    next sums at = do
      let Three a b c = three (at - 2 * stride - 2)
          Three d e f = three (at - stride - 2)
          Three g h i = three (at - 2)
          lowest place = do
            without <- M.unsafeRead sums (U.unsafeIndex terms (2 * place))
            with <- M.unsafeRead sums (U.unsafeIndex terms (2 * place + 1))
            pure (without `xor` with)
          middle place = horner d e f (\more -> lowest (8 * place + more))
      sumsOf sums 0 (complement 0) i h (h .&. i)
      sumsOf sums 16 g (g .&. i) (g .&. h) (g .&. h .&. i)
      horner a b c middle
    -- The pixels from some place on, and those one and two places farther on.
    three place = Three left (farther 1) (farther 2)
      where
        farther step = (left `unsafeShiftR` step) .|. (more `unsafeShiftL` (64 - step))
        left = word (place `unsafeShiftR` 6)
        more = word (place `unsafeShiftR` 6 + 1)
        word at = low at .|. (U.unsafeIndex bits (at + 1) `unsafeShiftL` 1 `unsafeShiftL` (63 - shift))
        low at = U.unsafeIndex bits at `unsafeShiftR` shift
        shift = place .&. 63

-- | Neighbours in a row.
data Three = Three !Word64 !Word64 !Word64

-- | The value of a polynomial in three variables, from those of its eight coefficients, by
-- Horner's rule.
horner :: Word64 -> Word64 -> Word64 -> (Int -> ST s Word64) -> ST s Word64
horner x y z coefficient = do
  one <- coefficient 0
  z1 <- coefficient 1
  y1 <- coefficient 2
  yz <- coefficient 3
  x1 <- coefficient 4
  xz <- coefficient 5
  xy <- coefficient 6
  xyz <- coefficient 7
  pure (add x (add y (add z one z1) (add z y1 yz)) (add y (add z x1 xz) (add z xy xyz)))
  where
    add variable without with = without `xor` (variable .&. with)
{-# INLINE horner #-}

-- | Writes all sums of four terms, each to the place whose bits tell which ones.
sumsOf :: M.MVector s Word64 -> Int -> Word64 -> Word64 -> Word64 -> Word64 -> ST s ()
sumsOf sums start a b c d = eight start 0 >> eight (start + 8) d
  where
    eight at more = four at more >> four (at + 4) (more `xor` c)
    four at more = two at more >> two (at + 2) (more `xor` b)
    two at more = M.unsafeWrite sums at more >> M.unsafeWrite sums (at + 1) (more `xor` a)
{-# INLINE sumsOf #-}

parse :: Text -> Either InvalidInput Trench
parse text = case numbered text of
  (_, rule) : others
    | B.length rule == 512 && B.all pixel rule -> case others of
      [] -> Left (InvalidInput 1 blank)
      (_, "") : rows -> case rows of
        (_, row) : _ | not (B.null row) -> Trench rule <$> traverse (check (B.length row)) rows
        _ -> Left (InvalidInput (min 3 (length rows + 2)) expected)
      _ -> Left (InvalidInput 2 blank)
  _ -> Left (InvalidInput 1 "expected a rule of 512 pixels, each # or .")
  where
    pixel char = char == '#' || char == '.'
    blank = "expected an empty line after the rule"
    expected = "expected a row of pixels, each # or ., as long as all rows"
    check width (number, row)
      | B.length row == width && B.all pixel row = Right row
      | otherwise = Left (InvalidInput number expected)
