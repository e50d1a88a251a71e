-- | How many real roots a polynomial has: a continued fraction makes quadratic forms, and their sum counts roots.
--
-- Hermite's quadratic form of a polynomial p has the number of different roots as its rank, and that of the real ones as its signature. It
-- is the form of a rational function, p' / p, and Euclid's algorithm takes such a form apart: where p / q = quotient - r / q, that of q / p
-- is that of 1 / quotient and, at a right angle to it, that of r / q (Frobenius). Up to a change of basis a form is two numbers (Sylvester's law of
-- inertia), so forms are a monoid, and the count is a fold over the continued fraction. Its last divisor has each root once less
-- than p: a sum over all such divisors, with alternating signs, leaves one for each root of odd multiplicity.
module Teaching.RealRoots (Polynomial, points, changes, multiple, derivative, Form (..), signature, euclid) where

import Data.List (foldl')

-- | Coefficients, the leading one, which is not 0, first; none for 0.
type Polynomial = [Integer]

-- | How many real roots there are, each counted once.
points :: Polynomial -> Int
points = sum . take 1 . multiple

-- | How many real roots are of odd multiplicity.
changes :: Polynomial -> Int
changes = foldr (-) 0 . multiple

-- | How many real roots come at least once, at least twice, and so on.
multiple :: Polynomial -> [Int]
multiple p
  | length p <= 1 = []
  | otherwise = let (form, common) = euclid p (derivative p) in signature form : multiple common

derivative :: Polynomial -> Polynomial
derivative p = zipWith (*) p [toInteger (length p) - 1, toInteger (length p) - 2 .. 1]

-- | A quadratic form, but for the choice of a basis: of how many squares it is the sum, and of how many negative ones.
data Form = Form {positive :: !Int, negative :: !Int}
  deriving stock (Eq, Show)

instance Semigroup Form where
  Form a b <> Form c d = Form (a + c) (b + d)

instance Monoid Form where
  mempty = Form 0 0

signature :: Form -> Int
signature (Form a b) = a - b

-- | The form of q / p, where p is not 0, and a greatest common divisor.
euclid :: Polynomial -> Polynomial -> (Form, Polynomial)
euclid p q = (foldMap (uncurry quotient) steps, fst (last steps))
  where
    steps = walk p q
    walk a b = (a, b) : if null b then [] else walk b (remainder a b)

-- | The form of one over the quotient of a division. Of an even degree it is a sum of planes with a square and a negative one.
quotient :: Polynomial -> Polynomial -> Form
quotient _ [] = mempty
quotient p q
  | even degree = Form half half
  | (head p > 0) == (head q > 0) = Form (half + 1) half
  | otherwise = Form half (half + 1)
  where
    degree = length p - length q
    half = degree `quot` 2

-- | What is left of a division, with the other sign: of all positive multiples that in the smallest whole numbers.
remainder :: Polynomial -> Polynomial -> Polynomial
remainder p q = primitive (iterate step p !! (length p - length q + 1))
  where
    step rest = drop 1 (less (map (abs (head q) *) rest) (map (signum (head q) * head rest *) q))
    less (a : as) (b : bs) = a - b : less as bs
    less as _ = as
    primitive rest = let found = dropWhile (== 0) rest in map (`quot` negate (foldl' gcd 0 found)) found
