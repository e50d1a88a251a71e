-- | Sweeping: one step that turns a symmetric matrix into its inverse, a variable at a time.
--
-- With @x = A y@, to sweep a place is to solve its equation for y and to put that into the others, so that x and y change sides there. A minus keeps the
-- matrix symmetric. Sweeps commute, and each can be undone. All of them make @-1 / A@ (Goodnight,
-- /A tutorial on the SWEEP operator/, 1979). Entries have one denominator, a minor, and are minors themselves: no division leaves a rest.
module Teaching.Sweep (Tableau (..), tableau, entry, sweep, sweepBack, scaled) where

import Control.DeepSeq (NFData)
import Data.Ratio ((%))
import qualified Data.Vector as V
import GHC.Generics (Generic)

-- | A symmetric matrix times a denominator, which is not 0.
data Tableau = Tableau {denominator :: !Integer, entries :: !(V.Vector (V.Vector Integer))}
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | A sum, on a common denominator.
instance Semigroup Tableau where
  Tableau p a <> Tableau q b = Tableau (p * q) (V.zipWith (V.zipWith (\x y -> q * x + p * y)) a b)

instance Eq Tableau where
  Tableau p a == Tableau q b = V.map (V.map (q *)) a == V.map (V.map (p *)) b

instance Show Tableau where
  show (Tableau p a) = show (V.toList (V.map V.toList a)) <> " / " <> show p

-- | From whole numbers.
tableau :: [[Integer]] -> Tableau
tableau = Tableau 1 . V.fromList . map V.fromList

entry :: Tableau -> Int -> Int -> Rational
entry (Tableau p a) row column = (a V.! row V.! column) % p

scaled :: Integer -> Tableau -> Tableau
scaled factor it = it {entries = V.map (V.map (factor *)) (entries it)}

-- | Nothing if there is a 0 where it would divide.
sweep :: Int -> Tableau -> Maybe Tableau
sweep = step (-1)

-- | What 'sweep' has done at that place is undone, whatever was swept since.
sweepBack :: Int -> Tableau -> Maybe Tableau
sweepBack = step 1

step :: Integer -> Int -> Tableau -> Maybe Tableau
step sign pivot (Tableau p a)
  | scale == 0 = Nothing
  | otherwise = Just (Tableau scale (V.imap row a))
  where
    across = a V.! pivot
    scale = negate sign * across V.! pivot
    row at values
      | at == pivot = across V.// [(pivot, sign * p)]
      | otherwise = V.izipWith (\place value other -> if place == pivot then value else (value * scale + own * other) `quot` p) values across
      where
        own = sign * values V.! pivot
