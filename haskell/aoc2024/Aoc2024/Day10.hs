-- | Hoof It: a place's trails are a polynomial, and both questions are ways to forget some of it.
--
-- Write a trail that ends i places along one diagonal and j along the other as xⁱyʲ, and the trails of a place as the sum. A peak has 1,
-- and a place has its neighbours' polynomials, a step higher, times 1, x, y and xy. The rating is the polynomial's value for x = y = 1; the
-- score is its number of terms. Both are known of a sum and a product from what is known of the parts: they are
-- [homomorphisms of semirings](https://en.wikipedia.org/wiki/Semiring). So nobody needs the polynomial: the same walk goes through numbers, or through sets of
-- exponents, which are bits.
module Aoc2024.Day10 (parse, part1, part2, Hills, Trails (..), climbed, numbers, terms) where

import Control.DeepSeq (NFData)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (grid)
import Threefold.Unsafe (unsafeIndex)

-- | How long a row is with its border, the number of each place in the order of all from height 9 down to 0, and the places of each height.
-- The border's number is -1.
data Hills = Hills !Int !(U.Vector Int) ![U.Vector Int]
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Hills
parse text = do
  (width, height) <- grid 600 "expected a row of digits, as long as the first, at most 600 rows and columns" (\byte -> byte - 48 < 10) text
  let long = width + 1
      heights = U.generate (B.length text) (byteAt text)
      levels = [U.map (+ long) (U.elemIndices digit heights) | digit <- [57, 56 .. 48]]
      nowhere = U.replicate (long * (height + 2) + 1) (-1)
  pure (Hills long (U.update_ nowhere (U.concat levels) (U.enumFromN 0 (U.length nowhere))) levels)

-- | A semiring's part in this: 0, 1, and for what is known above, on the left, on the right and below the sum of it times x, 1, xy and y.
data Trails a = Trails {none :: a, one :: a, sum' :: a -> a -> a -> a -> a}

-- | Values for x = y = 1.
numbers :: Trails Int
numbers = Trails 0 1 (\a b c d -> a + b + c + d)

-- | Which terms there are: xⁱyʲ is bit i + 10 j of a number whose halves have 50 bits, as neither exponent is above 9.
terms :: Trails (Word64, Word64)
terms = Trails (0, 0) (1, 0) sumOfTerms

type Terms = (Word64, Word64)

sumOfTerms :: Terms -> Terms -> Terms -> Terms -> Terms
sumOfTerms above left right below = left `or'` timesX above `or'` timesY (below `or'` timesX right)
  where
    or' (a, b) (c, d) = (a .|. c, b .|. d)
    timesX (a, b) = (a `shiftL` 1, b `shiftL` 1)
    timesY (a, b) = (a `shiftL` 10 .&. (bit 50 - 1), b `shiftL` 10 .|. a `shiftR` 40)
{-# INLINE sumOfTerms #-}

-- | What is known of each trailhead, if peaks have 1.
climbed :: (G.Vector v a) => Trails a -> Hills -> v a
climbed trails (Hills long order levels) = foldl' lower (G.replicate (starts !! 1) (one trails)) (zip starts (drop 1 levels))
  where
    starts = scanl (+) 0 (map U.length levels)
    -- unsafe: there are as many places as that
    lower higher (start, places) = G.generate (U.length places) (onward . unsafeIndex places)
      where
        onward place = sum' trails (at (place - long)) (at (place - 1)) (at (place + 1)) (at (place + long))
        at place
          | (fromIntegral number :: Word) < fromIntegral (G.length higher) = unsafeIndex higher number -- unsafe: the number is below the length
          | otherwise = none trails
          where
            number = unsafeIndex order place - start -- unsafe: places of the hills have a border around them
{-# INLINE climbed #-}

part1 :: Hills -> Int
part1 hills = U.foldl' (\score (a, b) -> score + popCount a + popCount b) 0 (climbed terms hills)

part2 :: Hills -> Int
part2 hills = U.sum (climbed numbers hills)
