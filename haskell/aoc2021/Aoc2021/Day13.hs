-- | Transparent Origami: folds are a monoid of zigzags, and a zigzag is where it turns.
--
-- To fold along k is to apply x ↦ min x (2k - x) to one of a dot's numbers. Folds in turn make a function that is x for
-- the least numbers and has slope 1 or -1 everywhere, so the places where it turns tell it. Zigzags compose by one rule:
--
-- > turns (f, then g)  =  turns f, and all x with f x in turns g
--
-- as where f turns it comes back the way that it went, and g makes the same of both ways.
module Aoc2021.Day13 (parse, part1, part2, Zigzag, turns, fold, at, wave) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Control.Monad.ST (runST)
import Data.Bits (setBit, shiftR, testBit, (.&.))
import qualified Data.ByteString as W (unfoldrN)
import Data.ByteString.Internal (c2w)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (lineAt)
import Threefold.Reading (Reader, blank, block, natural, onward, tag, valid, whole)

-- | Where a function turns that is x for the least numbers and has slope 1 or -1; in order.
newtype Zigzag = Zigzag {turns :: [Int]}
  deriving stock (Eq, Show)

-- | Between two numbers, it is x times the slope plus an offset; slope, offset, numbers.
data Piece = Piece !Int !Int !Int !Int

pieces :: Zigzag -> [Piece]
pieces (Zigzag places) = go 1 0 minBound places
  where
    go s c from = \case
      [] -> [Piece s c from maxBound]
      to : others -> Piece s c from to : go (-s) (c + 2 * s * to) to others

-- | The first, then the second.
instance Semigroup Zigzag where
  f <> Zigzag g = Zigzag (drop 1 (concatMap from (pieces f)))
    where
      from (Piece s c a b) = a : [x | y <- if s > 0 then g else reverse g, let x = s * (y - c), a < x, x < b]

instance Monoid Zigzag where
  mempty = Zigzag []

-- | What paper does that is folded along a line.
fold :: Int -> Zigzag
fold line' = Zigzag [line']

-- | What becomes of a number.
at :: Zigzag -> Int -> Int
at f x = head [s * x + c | Piece s c _ b <- pieces f, x <= b]

-- | What becomes of the numbers from 0 to the last one.
wave :: Int -> Zigzag -> U.Vector Int
wave end f = U.concat (map piece (pieces f))
  where
    piece (Piece s c a b) = U.map (\x -> s * x + c) (U.enumFromN from (min b end - from + 1))
      where
        from = max 0 (a + 1)

data Axis = X | Y
  deriving stock (Eq, Generic)
  deriving anyclass (NFData)

-- | The dots' xs and ys, and the folds.
data Paper = Paper !(U.Vector Int) !(U.Vector Int) ![(Axis, Int)]
  deriving stock (Generic)
  deriving anyclass (NFData)

along :: Axis -> [(Axis, Int)] -> [Int]
along axis folds = [line' | (axis', line') <- folds, axis' == axis]

-- | The dots' xs and ys after these folds: one look at a wave for each.
folded :: [(Axis, Int)] -> Paper -> (U.Vector Int, U.Vector Int)
folded folds (Paper xs ys _) = (after X xs, after Y ys)
  where
    after axis numbers = let ruler = wave (U.maximum numbers) (foldMap fold (along axis folds)) in U.map (ruler U.!) numbers

part1 :: Paper -> Int
part1 paper@(Paper _ _ folds) = distinct (U.zipWith (\x y -> y * width + x) xs ys)
  where
    (xs, ys) = folded (take 1 folds) paper
    width = U.maximum xs + 1

-- | How many different numbers are there, from 0 on?
distinct :: U.Vector Int -> Int
distinct numbers = runST $ do
  seen <- M.replicate (U.maximum numbers `shiftR` 6 + 1) (0 :: Word64)
  let add !total number = do
        before <- M.read seen (number `shiftR` 6)
        M.write seen (number `shiftR` 6) (before `setBit` (number .&. 63))
        pure (if before `testBit` (number .&. 63) then total else total + 1)
  U.foldM' add 0 numbers

part2 :: Paper -> Text
part2 paper@(Paper _ _ folds) = fst (W.unfoldrN (long * height - 1) (\place -> Just (picture U.! place, place + 1)) 0)
  where
    picture = blank' `U.update` U.map (,c2w '\n') ends `U.update` U.map (,c2w '#') dots
    blank' = U.replicate (long * height) (c2w '.')
    ends = U.generate height (\y -> y * long + width)
    dots = U.map (\(x, y) -> y * long + x) (U.filter (\(x, y) -> inside width x && inside height y) (uncurry U.zip after))
    after = folded folds paper
    -- A dot that was on a line is not.
    inside side number = 0 <= number && number < side
    (width, height) = (last (along X folds), last (along Y folds))
    long = width + 1

limit :: Int
limit = 9999

parse :: Text -> Either InvalidInput Paper
parse text = do
  paper@(Paper _ _ folds) <- whole form text
  if all (\axis -> any ((== axis) . fst) folds) [X, Y]
    then Right paper
    else Left (InvalidInput (lineAt text maxBound) "expected folds along x and along y")
  where
    form = do
      (xs, ys) <- U.unzip <$> block "expected a dot as x,y, none above 9999" dot
      blank "expected an empty line after the dots"
      Paper xs ys <$> onward middle (sides xs, sides ys) foldLine
    dot = (,) <$> natural limit <* tag "," <*> natural limit
    middle = "expected a fold in the middle, as fold along x=5 or fold along y=5"

-- | The least and the largest length that a side may have: what the dots need, until the first fold tells.
type Sides = (Int, Int)

sides :: U.Vector Int -> Sides
sides numbers = (U.maximum numbers + 1, 2 * limit + 1)

-- | A fold in the middle, and which sides the paper has after it.
foldLine :: (Sides, Sides) -> Reader ((Axis, Int), (Sides, Sides))
foldLine (across, down) = valid (tag "fold along " *> (x <|> y))
  where
    x = middle X across (,down) <$ tag "x=" <*> natural limit
    y = middle Y down (across,) <$ tag "y=" <*> natural limit
    middle axis (least, most) after line'
      | least <= 2 * line' + 1 && 2 * line' + 1 <= most = Just ((axis, line'), after (line', line'))
      | otherwise = Nothing
