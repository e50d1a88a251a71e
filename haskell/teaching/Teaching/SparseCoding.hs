-- | Sparse coding: the answer to all penalties at once is a path, and ties on it are broken by infinitesimals.
--
-- With a large penalty all coefficients are 0. As it falls, they are linear functions of it between events: one leaves 0, or
-- comes back to it (the homotopy of Osborne, Presnell and Turlach, 2000). So the path is an unfold of sweeps, made as far as the penalty in
-- question. Where two events happen at once, a wrong choice may run in circles. So the k-th product with the signal is changed by
-- ε^k, for an ε smaller than any fraction: then no two events are alike. Numbers with such parts are lists in the order of a dictionary, and
-- a lazy list costs nothing where its first element decides.
module Teaching.SparseCoding (parse, part1, part2, Question (..), Piece (..), path, real, coded, along, coefficients, value) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Control.Monad (foldM, guard, replicateM)
import qualified Data.IntMap.Strict as M
import Data.List (unfoldr)
import Data.Maybe (isNothing)
import Data.Ratio (denominator, numerator, (%))
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Teaching.Sweep (Tableau (Tableau, entries), sweep, sweepBack, tableau)
import Threefold.Contract
import Threefold.Reading

data Question = Question {penalty :: !Rational, signal :: ![Integer], atoms :: ![[Integer]]}
  deriving stock (Generic, Show)
  deriving anyclass (NFData)

-- | From one event to the next: the products, swept where a coefficient is not 0, and those coefficients' signs.
data Piece = Piece {table :: !Tableau, signs :: !(M.IntMap Integer)}

-- | A number with infinitesimal parts, each infinitely smaller than the one before; all divided by one that is above 0.
data Number = Number [Integer] !Integer

instance Eq Number where
  a == b = compare a b == EQ

instance Ord Number where
  compare (Number as p) (Number bs q) = compare (map (q *) as) (map (p *) bs)

over :: [Integer] -> Integer -> Number
over as p = if p < 0 then Number (map negate as) (negate p) else Number as p

-- | What is left without infinitesimals.
real :: Number -> Rational
real (Number as p) = head as % p

parse :: Text -> Either InvalidInput Question
parse = whole $ do
  (count, most) <- lineOf "expected 1 to 100 atoms and a penalty above 0, as 5 3/2" . valid $ do
    count <- natural 100 <* tag " "
    above <- natural 999999999999999999
    below <- (tag "/" *> natural 999999999999999999) <|> pure 1
    pure ((count, toInteger above % toInteger below) <$ guard (count > 0 && above > 0 && below > 0))
  found <- vector "expected 1 to 20 numbers" (<= 20)
  blank "expected an empty line"
  Question most found <$> replicateM count (vector ("expected " <> show (length found) <> " numbers") (== length found))
  where
    vector wanted fits = lineOf (wanted <> " from -999 to 999, with a space between two") (valid (fitting fits <$> sepBy (integer 999) ' '))
    fitting fits found = map toInteger found <$ guard (fits (length found))

part1 :: Question -> Either NoAnswer String
part1 question = map letter . coefficients question <$> coded question
  where
    letter found = case compare found 0 of LT -> '-'; EQ -> '0'; GT -> '+'

part2 :: Question -> Either NoAnswer String
part2 question = written . coefficients question <$> coded question
  where
    written found = fraction (sum found) <> " " <> fraction (value question found)
    fraction found = show (numerator found) <> if denominator found == 1 then "" else "/" <> show (denominator found)

-- | What is to be least.
value :: Question -> [Rational] -> Rational
value (Question most found dictionary) as = sum (map (^ (2 :: Int)) rest) / 2 + most * sum (map abs as)
  where
    rest = foldl (zipWith (-)) (map fromInteger found) [map ((a *) . fromInteger) row | (a, row) <- zip as dictionary, a /= 0]

coefficients :: Question -> Piece -> [Rational]
coefficients question piece = [if M.member at (signs piece) then along piece at (penalty question) else 0 | at <- places piece]

-- | The path's piece at the penalty, if there it is the only one.
coded :: Question -> Either NoAnswer Piece
coded question
  | isNothing (foldM (flip sweep) (table piece) tight) = Left (NoAnswer "the active atoms depend on each other")
  | otherwise = Right piece
  where
    piece = snd (last (takeWhile (above . fst) (path question)))
    above = maybe True (> Number (numerator (penalty question) : repeat 0) (denominator (penalty question)))
    tight = [at | at <- places piece, M.notMember at (signs piece), abs (along piece at (penalty question)) == penalty question]

products :: Question -> Tableau
products (Question _ found dictionary) = tableau [[sum (zipWith (*) a b) | b <- all'] | a <- all']
  where
    all' = dictionary <> [found]

-- | All pieces, each with the penalty at which it begins; the first one has no such.
path :: Question -> [(Maybe Number, Piece)]
path question = start : unfoldr (fmap (\found -> (found, found)) . next) start
  where
    start = (Nothing, Piece (products question) M.empty)

-- | What happens next, as the penalty falls from a number: the largest at which a coefficient is 0, or at which an atom's product with the
-- residual gets to be the penalty, or minus that.
next :: (Maybe Number, Piece) -> Maybe (Maybe Number, Piece)
next (from, piece) = case [found | found@(at, _, _) <- concatMap events (places piece), maybe True (at <) from] of
  [] -> Nothing
  found -> let (at, atom, sign) = maximum found in (,) (Just at) <$> turned atom sign piece
  where
    events at
      | M.member at (signs piece) = [(fixed piece at `over` negate slope, at, 0) | slope /= 0]
      | otherwise = [(fixed piece at `over` (sign * below - slope), at, sign) | sign <- [1, -1], sign * below /= slope]
      where
        slope = moving piece at
    Tableau below _ = table piece

-- | An atom becomes active, with a sign, or idle, with 0.
turned :: Int -> Integer -> Piece -> Maybe Piece
turned atom 0 (Piece it found) = (`Piece` M.delete atom found) <$> sweepBack atom it
turned atom sign (Piece it found) = (`Piece` M.insert atom sign found) <$> sweep atom it

places :: Piece -> [Int]
places piece = [0 .. V.length (entries (table piece)) - 2]

-- | At a penalty, an active atom's coefficient, or an idle one's product with the residual.
along :: Piece -> Int -> Rational -> Rational
along piece at most = (fromInteger (head (fixed piece at)) + most * fromInteger (moving piece at)) / fromInteger below
  where
    Tableau below _ = table piece

-- | The part of that which does not depend on the penalty, with its infinitesimals, times the table's denominator.
fixed :: Piece -> Int -> [Integer]
fixed (Piece (Tableau p rows') found) at = V.last row : [part other | other <- [0 .. V.length row - 2]]
  where
    row = rows' V.! at
    part other
      | M.member other found = negate (row V.! other)
      | other == at = p
      | otherwise = 0

-- | How the other part depends on it, times the same.
moving :: Piece -> Int -> Integer
moving piece at = M.foldlWithKey' (\total other sign -> total + sign * row V.! other) 0 (signs piece)
  where
    row = entries (table piece) V.! at
