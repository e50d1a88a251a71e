-- | Trench Map: the rule is a polynomial over the field of two elements, evaluated for 64 pixels at once.
--
-- In that field plus is "exclusive or" and times is "and". Every Boolean function is a
-- <https://en.wikipedia.org/wiki/Zhegalkin_polynomial polynomial> there: with f0 and f1 for one variable's values,
--
-- > f = f0 + x (f0 + f1)
--
-- finds its coefficients, and is Horner's rule for evaluating it. A pixel's neighbours are the variables, words of a row.
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
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Bits (window)
import Threefold.Contract
import Threefold.Reading (Reader, blank, lineOf, onward, valid, whole, word)
import Threefold.Unsafe (unsafeRead, unsafeWrite)

-- | The rule as it was written, and the image.
data Trench = Trench !Text !Image
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

part1 :: Trench -> Either NoAnswer Int
part1 = lit 2

part2 :: Trench -> Either NoAnswer Int
part2 = lit 50

-- | The number of light pixels after an even number of steps. If the void flashes, images are kept in negative after odd
-- ones, so that it is always dark.
lit :: Int -> Trench -> Either NoAnswer Int
lit steps (Trench rule start) = case (B.head rule, B.last rule) of
  ('#', '#') -> Left (NoAnswer "infinitely many pixels are light")
  ('#', _) -> Right (after [(bit 512 - 1) `xor` values rule, values (B.reverse rule)])
  _ -> Right (after [values rule])
  where
    after = light . List.foldl' (flip enhanced) start . take steps . cycle . map polynomial
    values = B.foldr' (\pixel others -> 2 * others + if pixel == '#' then 1 else 0) 0

-- | A function's coefficients, from the number of its variables and its values. What it is with the first variable 1 is
-- in the higher half of the bits, and so are the terms with that variable. For each variable all that is without it is
-- added to what is with it.
coefficients :: Int -> Integer -> Integer
coefficients variables values = List.foldl' add values (map bit [0 .. variables - 1])
  where
    add known width = known `xor` ((known .&. without width) `shiftL` width)
    -- As many ones and as many zeros in turns.
    without width = (bit (bit variables) - 1) `div` (bit width + 1)

-- | A polynomial in a to e: each coefficient is one in f to i, a sum of four, and of each of these the place in a table.
type Polynomial = U.Vector Word64

-- | The polynomial of a function with these 512 values.
polynomial :: Integer -> Polynomial
polynomial values = U.generate 128 (\at -> 16 * fromIntegral (at .&. 3) + fromInteger (known `shiftR` (4 * at) .&. 15))
  where
    known = coefficients 9 values

-- | Horner's rule for one variable: a polynomial has two coefficients, which are polynomials in the other variables. They
-- are known by their places, from left to right.
by :: Word64 -> (Int -> ST s Word64) -> Int -> ST s Word64
by variable coefficient at = do
  without <- coefficient (2 * at)
  with <- coefficient (2 * at + 1)
  pure ((variable .&. with) `xor` without)
{-# INLINE by #-}

-- | A coefficient: the sum of four from the table.
sumOf :: M.MVector s Word64 -> Int -> ST s Word64
sumOf table at = do
  one <- part (4 * at)
  g <- part (4 * at + 1)
  f <- part (4 * at + 2)
  fg <- part (4 * at + 3)
  pure (one `xor` g `xor` f `xor` fg)
  where
    -- unsafe: there are 128 places, each of one of 64
    part place = unsafeRead table (64 + place) >>= unsafeRead table . fromIntegral
{-# INLINE sumOf #-}

-- | Writes all polynomials in h and i, and all multiples of these by g, by f and by both. The bits of a place say which
-- terms one has, of 1, i, h and h i.
tabulate :: M.MVector s Word64 -> Word64 -> Word64 -> Word64 -> Word64 -> ST s ()
tabulate table f g h i = times 0 (complement 0) >> times 16 g >> times 32 f >> times 48 (f .&. g)
  where
    times start x = eight start 0 >> eight (start + 8) (x .&. h .&. i)
      where
        eight at terms = four at terms >> four (at + 4) (terms `xor` (x .&. h))
        four at terms = two at terms >> two (at + 2) (terms `xor` (x .&. i))
        -- unsafe: a place below 64
        two at terms = unsafeWrite table at terms >> unsafeWrite table (at + 1) (terms `xor` x)
    {-# INLINE times #-}
{-# INLINE tabulate #-}

-- | Rows of bits, each in whole words with room for two pixels more, and two rows of zeros above and below.
data Image = Image {width :: !Int, height :: !Int, bits :: !(U.Vector Word64)}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | How many words a row of some width takes.
across :: Int -> Int
across width = (width + 65) `shiftR` 6

-- | The image of rows that are equally long.
image :: [Text] -> Image
image rows = Image width (length rows) (U.concat ([margin] <> map row rows <> [margin]))
  where
    width = B.length (head rows)
    margin = U.replicate (2 * across width) 0
    row pixels = U.generate (across width) (\at -> packed (B.take 64 (B.drop (64 * at) pixels)))
    packed = B.foldr' (\pixel others -> 2 * others + if pixel == '#' then 1 else 0) 0

light :: Image -> Int
light = U.foldl' (\count word' -> count + popCount word') 0 . bits

-- | The next image, by the polynomial of a rule; it is a row and a column farther up and left. So a new word comes from
-- those of three rows at the same place, and the ones before.
enhanced :: Polynomial -> Image -> Image
enhanced rule Image {width, height, bits} = Image (width + 2) (height + 2) $
  U.create $ do
    new <- M.replicate ((height + 6) * across (width + 2)) 0
    table <- U.thaw (U.replicate 64 0 <> rule)
    -- GHC would read all of an immutable vector before it begins.
    let row at = when (at < height + 2) $ do
          along (at * stride) ((at + 2) * across (width + 2)) stride
          row (at + 1)
        along !from !to !left = when (left > 0) $ do
          let !(!a, !b, !c) = pixels from
              !(!d, !e, !f) = pixels (from + stride)
              !(!g, !h, !i) = pixels (from + 2 * stride)
          tabulate table f g h i
          by a (by b (by c (by d (by e (sumOf table))))) 0 >>= M.write new to
          along (from + 1) (to + 1) (left - 1)
    row 0
    pure new
  where
    stride = across width
    -- The word before is one of zeros, or has two bits of them at the end of the row before.
    pixels at = (window before here 62, window before here 63, here)
      where
        here = bits U.! at
        before = bits U.! max 0 (at - 1)
    {-# INLINE pixels #-}

parse :: Text -> Either InvalidInput Trench
parse = whole $ do
  rule <- lineOf "expected a rule of 512 pixels, each # or ." (pixels 512 512)
  blank "expected an empty line after the rule"
  Trench rule . image <$> onward "expected 1 to 1000 rows of 1 to 1000 pixels, each # or ., equally long" (1000, 1, 1000) row
  where
    row :: (Int, Int, Int) -> Reader (Text, (Int, Int, Int))
    row (left, least, most) = (\line -> (line, (left - 1, B.length line, B.length line))) <$> pixels least (if left > 0 then most else 0)
    pixels least most = valid (fits least most <$> word (\byte -> byte == '#' || byte == '.'))
    fits least most line = if least <= B.length line && B.length line <= most then Just line else Nothing
