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
--
-- That is so few products that the compiler does them: everything here is inlined, and what is
-- made of known coefficients has known coefficients.
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
    x80,
    x256,
    size,
    grown,
  )
where

import Control.DeepSeq (NFData (..))
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (natural, separated)

-- | How many fish there are of each age from 0 to 8: the coefficients of x^0 to x^8.
data School = School !Int !Int !Int !Int !Int !Int !Int !Int !Int
  deriving stock (Eq, Show)

instance NFData School where
  rnf s = s `seq` ()

-- | A school of so many fish of age 0, 1, 2 and so on.
school :: [Int] -> School
school s = case take 9 (s <> repeat 0) of
  [a, b, c, d, e, f, g, h, i] -> School a b c d e f g h i
  _ -> mempty

ages :: School -> [Int]
ages (School a b c d e f g h i) = [a, b, c, d, e, f, g, h, i]

-- | A single fish of that age, from 0 to 8: a power of x.
aged :: Int -> School
aged age = school (replicate age 0 <> [1])

-- | Age by age.
zipped :: (Int -> Int -> Int) -> School -> School -> School
zipped (?) (School a b c d e f g h i) (School a' b' c' d' e' f' g' h' i') =
  School (a ? a') (b ? b') (c ? c') (d ? d') (e ? e') (f ? f') (g ? g') (h ? h') (i ? i')
{-# INLINE zipped #-}

-- | Addition: two schools in one sea.
plus :: School -> School -> School
plus = zipped (+)
{-# INLINE plus #-}

-- | Multiplication by x, where x^9 is x^2 + 1.
day :: School -> School
day (School a b c d e f g h i) = School i a (b + i) c d e f g h
{-# INLINE day #-}

-- | Multiplication by Horner's rule: each fish of s is a school t, as much older as it is.
instance Semigroup School where
  School a b c d e f g h i <> t = a ~> b ~> c ~> d ~> e ~> f ~> g ~> h ~> i ~> none
    where
      infixr 5 ~>
      n ~> older = zipped (*) (School n n n n n n n n n) t `plus` day older
      none = School 0 0 0 0 0 0 0 0 0
  {-# INLINE (<>) #-}

instance Monoid School where
  mempty = School 1 0 0 0 0 0 0 0 0

-- | What a newborn has become after so many days. (256 days need 34 bits.)
x8, x16, x32, x64, x80, x128, x256 :: School
x8 = School 0 0 0 0 0 0 0 0 1
x16 = x8 <> x8
x32 = x16 <> x16
x64 = x32 <> x32
x80 = x64 <> x16
x128 = x64 <> x64
x256 = x128 <> x128

-- | How many fish there are: the polynomial's value at 1.
size :: School -> Int
size (School a b c d e f g h i) = a + b + c + d + e + f + g + h + i
{-# INLINE size #-}

-- | The size of p * s. It is linear, so the product need not be written out: a fish of s that is so
-- many days old has become as many as p in so many days. No power here makes 2^34 fish of one, so
-- that an 'Int' has room for what 2^29 fish become.
grown :: School -> School -> Int
grown p s = size (zipped (*) s become)
  where
    become = School (size p) (size a) (size b) (size c) (size d) (size e) (size f) (size g) (size h)
    (a, b, c, d, e, f, g, h) = (day p, day a, day b, day c, day d, day e, day f, day g)
{-# INLINE grown #-}

part1 :: School -> Int
part1 = grown x80

part2 :: School -> Int
part2 = grown x256

parse :: Text -> Either InvalidInput School
parse = fmap tally . separated ',' "expected timers from 0 to 8, separated by commas" (natural 8)

-- | Timers count down from 8, ages up from 0.
tally :: U.Vector Int -> School
tally timers = school (U.toList (U.accumulate (+) (U.replicate 9 0) (U.map (\timer -> (8 - timer, 1)) timers)))
