-- The powers of x are the same for every input: without this they would be kept from the first
-- call for the next.
{-# OPTIONS_GHC -fno-full-laziness #-}

-- | Lanternfish: a school is a polynomial, and a day multiplies it by x.
--
-- Write a fish of age a as the power x^a. A newborn is 1 (its timer stands at 8), a day makes
-- x^a into x^(a+1), and the life of the fish is one equation:
--
-- > x^9 = x^2 + 1
--
-- after nine days there is a fish of age 2 (its timer at 6) and a newborn. So schools are the
-- polynomials with natural coefficients in which that equation holds: a commutative semiring,
-- each element of which is written with nine coefficients in one way only. After n days a
-- school s is s * x^n, and since multiplication is associative, x^n comes by squaring: some
-- log n products instead of n days. (The matrix of a day has powers too, but a product of
-- matrices is nine times the work of a product here.)
module Aoc2021.Day06
  ( parse,
    part1,
    part2,

    -- * The semiring of schools
    School,
    school,
    ages,
    aged,
    plus,
    day,
    afterDays,
    size,
    grown,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad.ST (runST)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Short as S
import Data.Semigroup (mtimesDefault)
import qualified Data.Vector.Unboxed as V
import qualified Data.Vector.Unboxed.Mutable as M
import Threefold.Contract

-- | How many fish there are of each age from 0 to 8: the coefficients of x^0 to x^8.
newtype School = School (V.Vector Int)
  deriving stock (Eq, Show)
  deriving newtype (NFData)

-- | A school of so many fish of age 0, 1, 2 and so on.
school :: [Int] -> School
school = School . V.fromListN 9 . take 9 . (<> repeat 0)

ages :: School -> [Int]
ages (School s) = V.toList s

-- | A single fish of that age, from 0 to 8: a power of x.
aged :: Int -> School
aged age = School (V.generate 9 (fromEnum . (== age)))

-- | Addition: two schools in one sea.
plus :: School -> School -> School
plus (School s) (School t) = School (V.zipWith (+) s t)

-- | Multiplication by x, where x^9 is x^2 + 1.
day :: School -> School
day (School s) = School (older s)

older :: V.Vector Int -> V.Vector Int
older s = V.generate 9 $ \age -> case age of
  0 -> s `V.unsafeIndex` 8
  2 -> s `V.unsafeIndex` 1 + s `V.unsafeIndex` 8
  _ -> s `V.unsafeIndex` (age - 1)
{-# INLINE older #-}

-- | Multiplication by Horner's rule: each fish of s is a school t, as much older as it is.
instance Semigroup School where
  School s <> School t = School (V.foldr' horner (V.replicate 9 0) s)
    where
      horner fish rest = V.zipWith (\each grown' -> fish * each + grown') t (older rest)

instance Monoid School where
  mempty = aged 0

-- | What a newborn has become after so many days: x^n. As far as x^8 a power is a fish that is
-- just older; from there it is squared. (Exact up to some 470 days; 256 days need 34 bits.)
afterDays :: Int -> School
afterDays n = iterate day (mtimesDefault eights (aged 8)) !! days
  where
    (eights, days) = n `divMod` 8

-- | How many fish there are: the polynomial's value at 1.
size :: School -> Int
size (School s) = V.sum s

-- | How many fish a school has become after so many days. Its own counts know no bound, hence
-- the Integers; the size is linear, so that s * x^n need not be written out.
grown :: Int -> School -> Integer
grown days s = sum (zipWith each (ages s) (iterate day (afterDays days)))
  where
    each fish become = toInteger fish * toInteger (size become)

parse :: Text -> Either InvalidInput School
parse text = case counted line of
  Nothing -> Left (InvalidInput 1 "expected timers from 0 to 8, parted by commas")
  Just _ | B.length line < B.length text -> Left (InvalidInput 2 "expected no second line")
  Just s -> Right s
  where
    line = maybe text (`B.take` text) (B.elemIndex '\n' text)

-- | The school of a line, if every other byte is a timer and the rest are commas. (A short
-- string is an array on the heap: to index it is cheaper by far.)
counted :: Text -> Maybe School
counted text = runST $ do
  counts <- M.replicate 9 0
  let go at
        | at >= size' = pure True
        | timer <= 8 && (at + 1 == size' || S.index line (at + 1) == 44) =
          M.unsafeModify counts (+ 1) (8 - fromIntegral timer) *> go (at + 2)
        | otherwise = pure False
        where
          timer = S.index line at - 48
  fine <- if odd size' then go 0 else pure False
  if fine then Just . School <$> V.unsafeFreeze counts else pure Nothing
  where
    line = S.toShort text
    size' = S.length line

part1 :: School -> Integer
part1 = grown 80

part2 :: School -> Integer
part2 = grown 256
