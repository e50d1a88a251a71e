-- | A differential equation: a function is the stream of its derivatives, and the equation defines that stream by itself.
--
-- Such streams are a ring (Hurwitz series): the derivative is the tail, and the product is Leibniz' rule. In it @p' = g p@, @p = 1@ at first, is a
-- program: @p = 1 : g * p@. Laziness solves it, as each element needs earlier ones only. The elements may be of any ring. With numbers, g's
-- derivatives at x, the stream is what part 1 asks for; with polynomials, g's derivatives everywhere, it is all
-- Hermite polynomials, or their kin. Evaluation maps one to the other, and the program, being polymorphic, cannot help but commute with it.
module Teaching.GaussianOde (parse, part1, part2, Question (..), Series, solution, leibniz, Formula (..), at, slopes) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Control.Monad (guard)
import Data.Ratio (denominator, numerator, (%))
import GHC.Generics (Generic)
import Teaching.RealRoots (points)
import Threefold.Contract
import Threefold.Reading

-- | g, how often p is differentiated, and a place.
data Question = Question {g :: !Formula, times :: !Int, x :: !Rational}
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Question
parse = whole $ do
  found <- lineOf "expected 1 to 11 coefficients from -9 to 9, the first of them not 0" . valid $ do
    found <- integer 9 `sepBy` ' '
    pure (Formula (reverse (map toInteger found)) <$ guard (length found <= 11 && take 1 found /= [0]))
  lineOf "expected k and x as 3 -1/2; k is at most 60, and so is k times the degree" . valid $ do
    count <- natural 60 <* tag " "
    above <- integer most
    below <- (tag "/" *> natural most) <|> pure 1
    pure (Question found count (toInteger above % toInteger below) <$ guard (below > 0 && count * degree found <= 60))
  where
    most = 999999999999999999
    degree (Formula coefficients) = length coefficients - 1

part1 :: Question -> String
part1 (Question formula count place) = fraction (solution (map (at place) (slopes formula)) !! count)
  where
    fraction value = show (numerator value) <> if denominator value == 1 then "" else "/" <> show (denominator value)

part2 :: Question -> Int
part2 (Question formula count _) = points (reverse coefficients)
  where
    Formula coefficients = solution (slopes formula) !! count

-- | A function's value at a place, and those of its derivatives; where it ends, zeros follow.
type Series a = [a]

-- | The function that is 1 and whose derivative is itself times this one.
solution :: (Num a) => Series a -> Series a
solution rate = p
  where
    p = 1 : leibniz rate p

-- | A product: each derivative is a sum over the derivatives of both, with binomial coefficients.
leibniz :: (Num a) => Series a -> Series a -> Series a
leibniz one other = zipWith term binomials (drop 1 (scanl (flip (:)) [] other))
  where
    term row = sum . zipWith3 (\count a b -> fromInteger count * a * b) row one
    binomials = iterate (\row -> zipWith (+) (0 : row) (row <> [0])) [1]

-- | A polynomial: coefficients, the constant first, and the last is not 0.
newtype Formula = Formula [Integer]
  deriving stock (Eq, Show)
  deriving newtype (NFData)

instance Num Formula where
  Formula as + Formula bs = Formula (trimmed (plus as bs))
  Formula as * Formula bs = Formula (trimmed (foldr (\a sums -> plus (map (a *) bs) (0 : sums)) [] as))
  fromInteger a = Formula (trimmed [a])
  negate (Formula as) = Formula (map negate as)
  abs = error "a polynomial has no size"
  signum = error "a polynomial has no sign"

plus :: [Integer] -> [Integer] -> [Integer]
plus (a : as) (b : bs) = a + b : plus as bs
plus as bs = as <> bs

trimmed :: [Integer] -> [Integer]
trimmed = foldr (\a as -> if a == 0 && null as then [] else a : as) []

at :: Rational -> Formula -> Rational
at place (Formula as) = foldr (\a sums -> fromInteger a + place * sums) 0 as

-- | A polynomial and all its derivatives but 0.
slopes :: Formula -> Series Formula
slopes = takeWhile (/= 0) . iterate (\(Formula as) -> Formula (drop 1 (zipWith (*) [0 ..] as)))
