-- | Sonar Sweep: a window is a polynomial in the shift operator.
--
-- Let \(S\) turn a signal \(a_0, a_1, \dots\) into \(a_1, a_2, \dots\). Then a sum of \(k\)
-- neighbours is \(1 + S + \dots + S^{k-1}\), applied to the readings, and a change is
-- \(S - 1\). Operators of this kind multiply as polynomials do, so that the change of a sum
-- is
--
-- \[ (S - 1)(1 + S + \dots + S^{k-1}) = S^k - 1 \]
--
-- before any reading is looked at: multiplication finds by itself that all but two terms
-- cancel. What is left is applied to the whole signal, a vector operation a term.
module Aoc2021.Day01
  ( parse,
    part1,
    part2,
    Operator,
    operator,
    terms,
    degree,
    shift,
    window,
    change,
    act,
    increases,
  )
where

import qualified Data.IntMap.Strict as IntMap
import qualified Data.Vector.Unboxed as U
import Threefold.Contract
import Threefold.Reading (linesOf, natural)

type Signal = U.Vector Int

-- | A polynomial in the shift, as its coefficients other than 0.
newtype Operator = Operator (IntMap.IntMap Int)
  deriving stock (Eq, Show)

operator :: [(Int, Int)] -> Operator
operator = Operator . IntMap.filter (/= 0) . IntMap.fromListWith (+)

-- | Powers and their coefficients, lowest power first.
terms :: Operator -> [(Int, Int)]
terms (Operator p) = IntMap.toAscList p

-- | How many readings beyond its own an operator looks at.
degree :: Operator -> Int
degree (Operator p) = maybe 0 fst (IntMap.lookupMax p)

instance Num Operator where
  p + q = operator (terms p <> terms q)
  p * q = operator [(i + j, a * b) | (i, a) <- terms p, (j, b) <- terms q]
  negate (Operator p) = Operator (negate <$> p)
  fromInteger c = operator [(0, fromInteger c)]

  -- Nothing here asks for a size; these keep the class's one law of them.
  abs = id
  signum = const 1

shift :: Operator
shift = operator [(1, 1)]

-- | The sum of so many neighbours, from one on.
window :: Int -> Operator
window k = sum [shift ^ i | i <- [0 .. k - 1]]

change :: Operator
change = shift - 1

-- | The operator at every place where all readings that it looks at exist.
act :: Operator -> Signal -> Signal
act = acting id

-- | The same for whoever folds the result, which is then never written down.
acting :: (Signal -> result) -> Operator -> Signal -> result
acting use p signal = case terms p of
  [] -> use zeros
  term : others -> use (term `onto` sumOf others)
  where
    (i, a) `onto` sums = U.zipWith (\x y -> a * x + y) (U.drop i signal) sums
    sumOf [] = zeros
    sumOf [(i, 1)] = U.drop i signal
    sumOf (term : others) = term `onto` sumOf others
    zeros = U.map (const 0) signal
{-# INLINE acting #-}

-- | How often does a sum of so many neighbours increase?
increases :: Int -> Signal -> Int
increases k = acting (U.foldl' (\count x -> count + fromEnum (x > 0)) 0) (change * window k)

part1 :: Signal -> Int
part1 = increases 1

part2 :: Signal -> Int
part2 = increases 3

parse :: Text -> Either InvalidInput Signal
parse = linesOf ("expected a number from 0 to " <> show deepest) (natural deepest)

deepest :: Int
deepest = 1000000
