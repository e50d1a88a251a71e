-- | Counting along the staircase is counting all tables; halves are the same polynomial.
module Laws.WhichTest (laws) where

import Data.Ratio ((%))
import qualified Data.Vector as V
import Teaching.Exact (Enclosure (..))
import Teaching.WhichTest
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/which-test"
    [ testProperty "the staircase has the ways of all tables" . forAll table $ \one@(Table _ n _ m) ->
        counterexample (show one) (map fst (tails one) === [sum (map snd (filter (more one) (ways n m k))) | k <- [0 .. n + m]]),
      testProperty "Fisher's p is a sum over all tables" . forAll table $ \one@(Table a n b m) ->
        let all' = ways n m (a + b)
            seen = head [way | ((x, _), way) <- all', x == a]
         in fisher one === sum (filter (<= seen) (map snd all')) % sum (map snd all'),
      testProperty "groups may change places" . forAll table $ \one@(Table a n b m) ->
        let other = Table b m a n in counterexample (show one) (fisher one === fisher other .&&. last (take 9 (barnard one)) === last (take 9 (barnard other))),
      testProperty "enclosures hold the values of the polynomial" . forAll table $ \one@(Table a n b m) ->
        let upper = map fst (tails one)
            terms = zip [0 :: Int ..] (zipWith (+) upper (reverse upper))
            value p = if a * m == b * n then 1 else sum [fromInteger c * p ^ k * (1 - p) ^ (n + m - k) | (k, c) <- terms]
         in and [value (i % 32) <= high | Enclosure _ high <- take 8 (barnard one), i <- [0 .. 32]],
      testProperty "halves meet in the middle, and are one polynomial" $ \(NonEmpty coefficients) ->
        let points = V.fromList (map (`shifted` length coefficients) coefficients)
            (left, right) = halves (`quot` 2) points
         in (V.head left, V.last left, V.last right) === (V.head points, V.head right, V.last points)
              .&&. halves (`quot` 2) (V.reverse points) === (V.reverse right, V.reverse left)
    ]
  where
    table = do
      (n, m) <- (,) <$> choose (1, 9) <*> choose (1, 9)
      Table <$> choose (0, n) <*> pure n <*> choose (0, m) <*> pure m
    shifted value places = (value :: Integer) * 2 ^ places
    choices n k = product [n - k + 1 .. n] `quot` product [1 .. k] :: Integer
    ways n m k = [((x, k - x), choices (toInteger n) (toInteger x) * choices (toInteger m) (toInteger (k - x))) | x <- [max 0 (k - m) .. min n k]]
    -- The first group's share is larger, and by a statistic at least as large: its square, times n m / (n + m).
    more (Table a n b m) ((x, y), _) = excess x y > 0 && statistic x y >= statistic a b
      where
        excess i j = toInteger (i * m - j * n)
        statistic i j
          | i + j `elem` [0, n + m] = 0
          | otherwise = excess i j ^ (2 :: Int) % toInteger ((i + j) * (n + m - i - j))
