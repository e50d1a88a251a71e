-- | No Such Thing as Too Much: one generating function, whose second variable is 1 or infinitely small.
--
-- A container is a factor 1 + y x^size: y counts containers, and x litres. Part 1 puts 1 for y
-- and, by Kronecker's substitution, a large power of two for x: the product is one long integer whose
-- digits are the counts. For part 2, y is an infinitesimal. Of a sum of its powers only the lowest
-- counts, the leading term, and leading terms are a semiring.
module Aoc2015.Day17 (parse, part1, part2, amount, ways, Term (..), plus, raised, fewest) where

import Data.Bits (bit, shiftL, shiftR, (.&.))
import Data.List (foldl')
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading

-- | The litres that are to be held.
amount :: Int
amount = 150

parse :: Text -> Either InvalidInput (U.Vector Int)
parse = linesUpTo 2000 wrong (valid ((\size -> if size > 0 then Just size else Nothing) <$> natural 999))
  where
    wrong = "expected a container of 1 to 999 litres, on at most 2000 lines"

-- | In how many ways is the amount held? What is above the amount is dropped on the way.
ways :: [Int] -> Integer
ways containers = foldl' fill 1 containers `shiftR` (amount * bits)
  where
    bits = length containers + 1
    fill held size = (held + held `shiftL` (size * bits)) .&. (bit ((amount + 1) * bits) - 1)

-- | Nothing, or the leading term of a polynomial in y: its power, and what it is multiplied by.
data Term = Zero | Term !Int !Integer
  deriving stock (Eq, Show)

plus :: Term -> Term -> Term
plus Zero other = other
plus one Zero = one
plus one@(Term power times) other@(Term power' times') = case compare power power' of
  LT -> one
  GT -> other
  EQ -> Term power (times + times')

-- | A term times y.
raised :: Term -> Term
raised Zero = Zero
raised (Term power times) = Term (power + 1) times

-- | The least number of containers that hold the amount, and in how many ways that many do.
fewest :: [Int] -> Term
fewest = V.last . foldl' fill (V.generate (amount + 1) (\litres -> if litres == 0 then Term 0 1 else Zero))
  where
    fill held size = forced (V.imap (\litres term -> if litres < size then term else plus term (raised (held V.! (litres - size)))) held)
    forced terms = V.foldr seq terms terms

part1 :: U.Vector Int -> Integer
part1 = ways . filter (<= amount) . U.toList

part2 :: U.Vector Int -> Either NoAnswer Integer
part2 containers = case fewest (filter (<= amount) (U.toList containers)) of
  Zero -> Left (NoAnswer "no containers hold 150 litres together")
  Term _ found -> Right found
