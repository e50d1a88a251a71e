-- | Warehouse Woes: the robot is the hole of a zipper of rows, and a push is a fold of the rows ahead that may fail.
--
-- A [zipper](https://en.wikipedia.org/wiki/Zipper_(data_structure)) is a list seen from one of its places: the rows above, the nearest first, that of the robot, and those below. To go down is to push
-- into those below; to go up is to go down in the zipper turned over. A row that is pushed asks the next one whether it has room for the boxes that were hit: if not, there is 'Nothing', and no row has changed.
-- Rows are bits, so that all boxes of a row ask together.
module Aoc2024.Day15 (parse, part1, part2, Cells (..), Row (..), Zipper (..), toRight, toLeft, push, slide, goDown, goUp) where

import Control.Applicative (empty)
import Control.DeepSeq (NFData)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import qualified Data.Vector as V
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Bits (ones)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | Rows from the top, and moves.
data Warehouse = Warehouse ![Text] !Text
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Warehouse
parse = whole $ do
  rows <- fittingBlock wrongRow fit (word (\sign -> sign == '#' || sign == '.' || sign == 'O' || sign == '@'))
  lineOf "expected an empty line, after a row of walls, and with one @ above" (if isClosed (V.last rows) && robots rows == 1 then pure () else empty)
  Warehouse (V.toList rows) . B.concat . V.toList <$> fittingBlock wrongMoves ((<= 40000) . V.sum . V.map B.length) (word (\move -> move == '<' || move == '>' || move == '^' || move == 'v'))
  where
    isClosed = B.all (== '#')
    robots = V.sum . V.map (B.count '@')
    fit rows = V.null rows || width >= 3 && max width (V.length rows) <= 64 && isClosed (V.head rows) && V.all isWalled rows && robots rows <= 1
      where
        width = B.length (V.head rows)
        isWalled row = B.length row == width && B.head row == '#' && B.last row == '#'
    wrongRow = "expected a row of #, . and O as long as the first, at most 64, with walls around and one @, in at most 64 rows"
    wrongMoves = "expected moves <, >, ^ and v, at most 40000 in all lines"

-- | Columns 0 to 63, and 64 to 127.
data Cells = Cells !Word64 !Word64
  deriving stock (Eq, Show)

instance Semigroup Cells where
  Cells a b <> Cells a' b' = Cells (a .|. a') (b .|. b')

instance Monoid Cells where
  mempty = Cells 0 0

common, less :: Cells -> Cells -> Cells
common (Cells a b) (Cells a' b') = Cells (a .&. a') (b .&. b')
less (Cells a b) (Cells a' b') = Cells (a .&. complement a') (b .&. complement b')

-- | All a column further.
toRight, toLeft :: Cells -> Cells
toRight (Cells a b) = Cells (a `shiftL` 1) (b `shiftL` 1 .|. a `shiftR` 63)
toLeft (Cells a b) = Cells (a `shiftR` 1 .|. b `shiftL` 63) (b `shiftR` 1)

-- | Walls, and each box's column, the left one where boxes are wide.
data Row = Row {walls :: {-# UNPACK #-} !Cells, boxes :: {-# UNPACK #-} !Cells}
  deriving stock (Eq, Show)

-- | Are boxes wide? The rows above, the nearest first, the robot's, the rows below, and the robot's column.
data Zipper = Zipper !Bool ![Row] !Row ![Row] !Cells
  deriving stock (Eq, Show)

-- | Which boxes are in these columns? Nothing if there is a wall.
hit :: Bool -> Cells -> Row -> Maybe Cells
hit wide cells row
  | common cells (walls row) /= mempty = Nothing
  | otherwise = Just (common (boxes row) (if wide then cells <> toLeft cells else cells))
{-# INLINE hit #-}

-- | The columns of boxes.
taken :: Bool -> Cells -> Cells
taken wide found = if wide then found <> toRight found else found
{-# INLINE taken #-}

-- | The rows ahead, the nearest first, after something has come into these columns of the first.
push :: Bool -> Cells -> [Row] -> Maybe [Row]
push wide cells ahead@(row : rows) = do
  found <- hit wide cells row
  if found == mempty
    then Just ahead
    else do
      pushed <- push wide (taken wide found) rows
      Just (row {boxes = boxes row `less` found} : put found pushed)
  where
    put found (next : rest) = next {boxes = boxes next <> found} : rest
    put _ [] = []
push _ _ [] = Nothing

-- | The same within a row, in a direction.
slide :: Bool -> (Cells -> Cells) -> Cells -> Row -> Maybe Row
slide wide to cells row = do
  found <- hit wide cells row
  if found == mempty
    then Just row
    else do
      pushed <- slide wide to (to (taken wide found)) row {boxes = boxes row `less` found}
      Just pushed {boxes = boxes pushed <> to found}

-- | A move that fails changes nothing.
goDown, goUp :: Zipper -> Zipper
goDown zipper@(Zipper wide above here below robot) = case push wide robot below of
  Just (next : rest) -> Zipper wide (here : above) next rest robot
  _ -> zipper
goUp = turned . goDown . turned

-- | Upside down.
turned :: Zipper -> Zipper
turned (Zipper wide above here below robot) = Zipper wide below here above robot

goAside :: (Cells -> Cells) -> Zipper -> Zipper
goAside to zipper@(Zipper wide above here below robot) = case slide wide to (to robot) here of
  Just row -> Zipper wide above row below (to robot)
  Nothing -> zipper
{-# INLINE goAside #-}

part1 :: Warehouse -> Int
part1 = coordinates False

part2 :: Warehouse -> Int
part2 = coordinates True

-- | The sum of all boxes' coordinates after the moves.
coordinates :: Bool -> Warehouse -> Int
coordinates wide (Warehouse rows moves) = sum (zipWith sumOf [0 ..] (reverse above <> (here : below)))
  where
    Zipper _ above here below _ = foldl' go start (map (byteAt moves) [0 .. B.length moves - 1])
    go zipper = \case
      60 -> goAside toLeft zipper
      62 -> goAside toRight zipper
      94 -> goUp zipper
      _ -> goDown zipper
    start = case break (B.elem '@') rows of
      (before, robots : after) -> Zipper wide (reverse (map row before)) (row robots) (map row after) (columns '@' robots)
      _ -> Zipper wide [] (Row mempty mempty) [] mempty
    row signs = Row (taken wide (columns '#' signs)) (columns 'O' signs)
    columns sign = foldMap column . B.elemIndices sign
    column x = let place = if wide then 2 * x else x in if place < 64 then Cells (bit place) 0 else Cells 0 (bit (place - 64))
    sumOf y (Row _ (Cells low high)) = sum [100 * y + x | x <- ones low <> map (+ 64) (ones high)]
