-- | Gradients of traces: the derivative of a product is the sum of its one-hole contexts.
--
-- What is a product with a gap? What comes before, and what comes after: a zipper, the derivative of the type of lists (McBride, 2001), and
-- Leibniz' rule says the same of values. A trace makes the product a ring, so what comes after the gap goes on with what comes before it: one
-- matrix, by which the change of the factor is multiplied. 'contexts' knows nothing of matrices: it is two scans in any monoid.
module Teaching.Frechet1 (parse, part1, part2, Function (..), Factor (..), contexts, Product (..), fromRows, traces, gradient) where

import Control.Applicative (many, some, (<|>))
import Control.DeepSeq (NFData)
import Control.Monad (replicateM)
import qualified Data.ByteString.Char8 as B
import Data.List (foldl', transpose)
import qualified Data.Map as M
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Storable as S
import GHC.Generics (Generic)
import Teaching.Mersenne
import Threefold.Contract
import Threefold.Reading hiding (rows)

type Matrix a = [[a]]

data Factor = Factor {name :: !Char, transposed :: !Bool}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | Matrices by name, and terms: signs, and factors whose product's trace it is.
data Function = Function {matrices :: !(M.Map Char (Matrix Int)), terms :: ![(Int, [Factor])]}
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Function
parse = whole $ do
  (constants, count) <- lineOf "expected constants 0 to 23 and terms 1 to 20, as constants 2 terms 1" (valid (sizes <$ tag "constants " <*> natural 23 <* tag " terms " <*> natural 20))
  found <- M.fromList <$> traverse matrix (take constants ['A' ..] <> "X")
  blank "expected an empty line"
  Function found <$> replicateM count (lineOf "expected + or - and up to 100 factors that fit together, as + A X B X'" (term found))
  where
    sizes constants count = if count > 0 then Just (constants, count) else Nothing
    wrong name = "expected a matrix, " <> [name] <> " = 1 2; 3 4, with up to 20 rows and columns of numbers from -999 to 999"
    matrix name = (name,) <$> lineOf (wrong name) (tag (B.pack (name : " = ")) *> valid (rectangle <$> ((:) <$> row <*> many (tag "; " *> row))))
    row = sepBy (integer 999) ' '
    rectangle found = if all ((== length (head found)) . length) found && max (length found) (length (head found)) <= 20 then Just found else Nothing
    term found = valid (fit found <$> ((1 <$ tag "+") <|> (-1 <$ tag "-")) <*> some (tag " " *> factor))
    factor = Factor <$> char (`elem` ['A' .. 'X']) <*> (True <$ tag "'" <|> pure False)
    fit found sign factors = if length factors <= 100 && fits found factors then Just (sign, factors) else Nothing

-- | Are all matrices there, with as many columns as the next has rows, and the last as the first?
fits :: M.Map Char (Matrix Int) -> [Factor] -> Bool
fits found factors = all ((`M.member` found) . name) factors && and (zipWith follows factors (tail factors <> take 1 factors))
  where
    follows one two = length (head (turned one)) == length (turned two)
    turned one = (if transposed one then transpose else id) (found M.! name one)

part1 :: Function -> Int
part1 function = nearest (traces (chosen function) (terms function))

part2 :: Function -> Text
part2 function = B.intercalate "\n" (map (B.unwords . map (B.pack . show . nearest)) (gradient x (chosen function) (terms function)))
  where
    x = matrices function M.! 'X'

-- | A factor's matrix of remainders.
chosen :: Function -> Factor -> Product S.Vector Residue
chosen function = \factor -> found M.! (name factor, transposed factor)
  where
    found = M.fromList [((letter, turned), fromRows (turn turned (map (map residue) rows))) | (letter, rows) <- M.toList (matrices function), turned <- [False, True]]
    turn turned = if turned then transpose else id

-- | The number nearest to 0 with a remainder.
nearest :: Residue -> Int
nearest (Residue found) = if found > prime `quot` 2 then found - prime else found

-- | Products of matrices, also of none: how long a row is, and entries row by row, in a vector of some kind.
data Product v a = One | Product !Int !(v a)
  deriving stock (Eq, Show)

instance (Num a, G.Vector v a) => Semigroup (Product v a) where
  One <> right = right
  left <> One = left
  Product inner left <> Product width right = Product width (G.generate (G.length left `quot` inner * width) entry)
    where
      entry at = let (row, column) = at `quotRem` width in dot (row * inner) column 0
      dot !one !other !total
        | other >= G.length right = total
        | otherwise = dot (one + 1) (other + width) (total + left G.! one * right G.! other)
  {-# SPECIALIZE instance Semigroup (Product S.Vector Residue) #-}

instance (Num a, G.Vector v a) => Monoid (Product v a) where
  mempty = One

fromRows :: (G.Vector v a) => Matrix a -> Product v a
fromRows rows = Product (length (head rows)) (G.fromList (concat rows))

-- | For each place what is before it and what is after it.
contexts :: (Monoid m) => [m] -> [(m, m)]
contexts found = zip (scanl (<>) mempty found) (tail (scanr (<>) mempty found))

traces :: (Num a, G.Vector v a) => (Factor -> Product v a) -> [(Int, [Factor])] -> a
traces chosen' found = sum [signed sign (sum [entries G.! (at * (width + 1)) | at <- [0 .. width - 1]]) | (sign, factors) <- found, Product width entries <- [foldMap chosen' factors]]

-- | How fast a function grows with each entry of X; for its shape, some X.
gradient :: (Num a, G.Vector v a) => Matrix b -> (Factor -> Product v a) -> [(Int, [Factor])] -> Matrix a
gradient x chosen' found = foldl' (zipWith (zipWith (+))) (map (map (const 0)) x) changes
  where
    changes =
      [ map (map (signed sign)) (if transposed factor then rows else transpose rows)
        | (sign, factors) <- found,
          (factor, (before, after)) <- zip factors (contexts (map chosen' factors)),
          name factor == 'X',
          let rows = rowsOf (after <> before)
      ]
    rowsOf One = [[if row == column then 1 else 0 | (column, _) <- zip [0 :: Int ..] x] | (row, _) <- zip [0 ..] x]
    rowsOf (Product width entries) = [G.toList (G.slice from width entries) | from <- [0, width .. G.length entries - 1]]

signed :: (Num a) => Int -> a -> a
signed sign found = if sign < 0 then negate found else found
