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
-- The variables are the pixel's neighbours:
--
-- > a b c
-- > d e f
-- > g h i
--
-- An image's rows are words, so each operation concerns 64 pixels. There are 65536 polynomials
-- in f, g, h and i, and each is a sum of four of 64, which are made once for each word. The
-- other five pixels are Horner's.
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
import Control.Monad (when)
import Control.Monad.ST (ST)
import Data.Bits (Bits (..))
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import Data.Maybe (fromMaybe)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

-- | The rule as it was written, and the image.
data Trench = Trench !Text !Image
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Trench -> Either NoAnswer Int
part1 = lit 2

part2 :: Trench -> Either NoAnswer Int
part2 = lit 50

-- | The number of light pixels after an even number of steps.
lit :: Int -> Trench -> Either NoAnswer Int
lit steps (Trench rule start) = case (B.head rule, B.last rule) of
  ('#', '#') -> Left (NoAnswer "infinitely many pixels are light")
  ('#', _) -> Right (after [(bit 512 - 1) `xor` values rule, values (B.reverse rule)])
  _ -> Right (after [values rule])
  where
    after = light . List.foldl' (flip enhanced) start . take steps . cycle . map polynomial
    values line = foldr (\word more -> shiftL more 64 .|. toInteger (packed line word)) 0 [0 .. 7]

-- | A function's coefficients, from the number of its variables and its values. What it is
-- with the first variable 1 is in the higher half of the bits, and so are the terms with that
-- variable. For each variable all that is without it is added to what is with it.
coefficients :: Int -> Integer -> Integer
coefficients variables values = List.foldl' add values (map bit [0 .. variables - 1])
  where
    add known width = known `xor` ((known .&. without width) `shiftL` width)
    -- As many ones and as many zeros in turns.
    without width = (bit (bit variables) - 1) `div` (bit width + 1)

-- | A polynomial in nine variables as 32 in the last four: of each, the places of four sums
-- of four terms in a table of 64.
type Polynomial = U.Vector Word64

-- | The polynomial of a function with these 512 values. Its value for zeros must be 0.
polynomial :: Integer -> Polynomial
polynomial values = U.generate 128 (\at -> fromIntegral (16 * (at .&. 3)) + four at)
  where
    four at = (U.unsafeIndex chunks (at `shiftR` 4) `unsafeShiftR` (4 * at .&. 63)) .&. 15
    chunks = U.generate 8 (\at -> fromInteger (terms `shiftR` (64 * at)))
    terms = coefficients 9 values

-- | Rows of bits, each in whole words, with two rows of zeros above and below.
data Image = Image {width :: !Int, height :: !Int, bits :: !(U.Vector Word64)}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | How many words a row of some width takes. There is room for what a step adds.
across :: Int -> Int
across width = (width + 65) `shiftR` 6

-- | The image of lines that are equally long.
image :: Text -> Image
image text = Image {width, height, bits}
  where
    width = fromMaybe (B.length text) (B.elemIndex '\n' text)
    height = (B.length text + 1) `quot` (width + 1)
    bits = U.generate ((height + 4) * across width) $ \at ->
      let (row, word) = at `quotRem` across width in packed (line (row - 2)) word
    line row
      | row < 0 || row >= height = ""
      | otherwise = B.take width (B.drop (row * (width + 1)) text)

-- | The pixels in a word of a line, the first one in the lowest bit. Light ones are odd bytes;
-- dark ones aren't, nor is what is read behind the last.
packed :: Text -> Int -> Word64
packed line word = List.foldl' add 0 [0 .. 63]
  where
    add ones at = ones .|. ((fromIntegral (byteAt line (64 * word + at)) .&. 1) `unsafeShiftL` at)

-- | The number of ones.
light :: Image -> Int
light = U.foldl' (\count word -> count + popCount word) 0 . bits

-- | The next image, by the polynomial of a rule; it is a row and a column farther up and left.
-- So a new word comes from those of three rows at the same place, and the ones before.
enhanced :: Polynomial -> Image -> Image
enhanced terms Image {width, height, bits} = Image (width + 2) (height + 2) new
  where
    (stride, stride') = (across width, across (width + 2))
    new = U.create $ do
      after <- M.replicate ((height + 6) * stride') 0
      -- The polynomial is read from here, too: GHC would read all of an immutable vector first,
      -- and has too few registers for that.
      table <- U.thaw (U.replicate 64 0 U.++ terms)
      let row at = when (at < height + 2) $ do
            word (at * stride) ((at + 2) * stride') stride 0 0 0
            row (at + 1)
          word !from !to !left !c' !f' !i' = when (left > 0) $ do
            let c = U.unsafeIndex bits from
                f = U.unsafeIndex bits (from + stride)
                i = U.unsafeIndex bits (from + 2 * stride)
                !a = shifted 2 c c'
                !b = shifted 1 c c'
                !d = shifted 2 f f'
                !e = shifted 1 f f'
            tabulate table f (shifted 2 i i') (shifted 1 i i') i
            by a (by b (by c (by d (by e (sumOf table))))) 0 >>= M.unsafeWrite after to
            word (from + 1) (to + 1) (left - 1) c f i
      row 0
      pure after
    shifted step now before = (now `unsafeShiftL` step) .|. (before `unsafeShiftR` (64 - step))

-- | Horner's rule for one variable: a polynomial has two coefficients, which are polynomials
-- in the other variables. They are known by their places, from left to right.
--
-- The sum is in this order since GHC takes brackets out of sums, and adds from the right: what
-- has been waited for longest comes last.
by :: Word64 -> (Int -> ST s Word64) -> Int -> ST s Word64
by variable coefficient at = do
  without <- coefficient (2 * at)
  with <- coefficient (2 * at + 1)
  pure ((variable .&. with) `xor` without)
{-# INLINE by #-}

-- | A polynomial in the last four variables, from a table with all sums of four of its terms,
-- and behind them the places of those that it consists of.
sumOf :: M.MVector s Word64 -> Int -> ST s Word64
sumOf table at = do
  one <- part (4 * at)
  g <- part (4 * at + 1)
  f <- part (4 * at + 2)
  fg <- part (4 * at + 3)
  pure (one `xor` g `xor` f `xor` fg)
  where
    part place = M.unsafeRead table (64 + place) >>= M.unsafeRead table . fromIntegral
{-# INLINE sumOf #-}

-- | Writes all sums of four terms, each to the place whose bits tell which ones: of those
-- without f and g, then of those with g, with f and with both.
tabulate :: M.MVector s Word64 -> Word64 -> Word64 -> Word64 -> Word64 -> ST s ()
tabulate table f g h i = sums 0 (complement 0) >> sums 16 g >> sums 32 f >> sums 48 (f .&. g)
  where
    sums start x = eight start 0 >> eight (start + 8) (x .&. h .&. i)
      where
        eight at more = four at more >> four (at + 4) (more `xor` (x .&. h))
        four at more = two at more >> two (at + 2) (more `xor` (x .&. i))
        two at more = M.unsafeWrite table at more >> M.unsafeWrite table (at + 1) (more `xor` x)
    {-# INLINE sums #-}
{-# INLINE tabulate #-}

parse :: Text -> Either InvalidInput Trench
parse text = case numbered text of
  (_, rule) : others
    | B.length rule == 512 && pixels rule -> case others of
      [] -> Left (InvalidInput 1 blank)
      (_, "") : rows -> case rows of
        (_, row) : _
          | not (B.null row) ->
            Trench rule (image (B.drop 514 text)) <$ mapM_ (check (B.length row)) rows
        _ -> Left (InvalidInput (min 3 (length rows + 2)) expected)
      _ -> Left (InvalidInput 2 blank)
  _ -> Left (InvalidInput 1 "expected a rule of 512 pixels, each # or .")
  where
    pixels row = B.count '#' row + B.count '.' row == B.length row
    blank = "expected an empty line after the rule"
    expected = "expected a row of pixels, each # or ., as long as all rows"
    check width (number, row)
      | B.length row == width && pixels row = Right row
      | otherwise = Left (InvalidInput number expected)
