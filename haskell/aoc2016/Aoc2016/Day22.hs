-- | Grid Computing: a state is a dart.
--
-- As nothing moves but data into the empty node, all that matters is where the wanted data are and where, beside them, the
-- empty node is. That is an edge with a direction, which a <https://en.wikipedia.org/wiki/Combinatorial_map combinatorial map>
-- calls a dart. The map has two permutations of darts: moving the data reverses a dart, and bringing the empty node to the next side
-- rotates it about the data. The search is in what the two generate.
module Aoc2016.Day22 (parse, part1, part2, Grid (..), Node (..), Dart, reversed, rotated, movable) where

import Control.DeepSeq (NFData)
import Control.Monad (foldM, guard)
import Control.Monad.ST (runST)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import Data.Maybe (maybeToList)
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Size, and what is used of it.
data Node = Node !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The height, and the nodes column by column.
data Grid = Grid !Int [Node]
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Grid
parse text = whole (traverse headed ["root@ebhq-gridcenter# df -h", "Filesystem              Size  Used  Avail  Use%"] *> onward wrong (0, 0, 0, 1) node) text >>= complete
  where
    headed line = lineOf ("expected " <> B.unpack line) (tag line)
    node (x, y, height, number) = do
      column <- tag "/dev/grid/node-x" *> natural 99999
      row <- tag "-y" *> natural 99999
      size <- terabytes
      used <- terabytes
      free <- terabytes
      _ <- tag " " *> spaces *> natural 100 <* tag "%"
      let isSecond = (column, row) == (1, 0) && y > 0 && height == 0
          height' = if isSecond then y else height
          next = if row + 1 == height' then (column + 1, 0) else (column, row + 1)
      valid . pure $ guard ((isSecond || (column, row) == (x, y)) && size == used + free && number <= (4000 :: Int))
      pure ((Node size used, height', snd next), (fst next, snd next, height', number + 1))
    terabytes = tag " " *> spaces *> natural 9999 <* tag "T"
    complete found
      | (_, height, 0) <- last found, height > 0 = Right (Grid height [each | (each, _, _) <- found])
      | otherwise = Left (InvalidInput (length found + 2) wrong)
    wrong = "expected /dev/grid/node-x0-y0 92T 70T 22T 76%, at most 9999T that are used or available, one column after the other, two or more, all as long as the first, and at most 4000 nodes"

-- | All pairs that fit, without those of a node with itself.
part1 :: Grid -> Int
part1 (Grid _ nodes) = sum (map fitting needs) - length (filter (\(Node size used) -> 0 < used && 2 * used <= size) nodes)
  where
    needs = [used | Node _ used <- nodes, used > 0]
    fitting used = maybe 0 snd (IntMap.lookupGE used asMuch)
    -- In how many nodes as much or more is available.
    asMuch = IntMap.fromDistinctAscList (zip (IntMap.keys free) (scanr1 (+) (IntMap.elems free)))
    free = IntMap.fromListWith (+) [(size - used, 1) | Node size used <- nodes]

-- | Twice two times a place, and a direction: the data's place and the side on which the empty node is.
type Dart = Int

part2 :: Grid -> Either NoAnswer Int
part2 grid@(Grid height nodes) = do
  (empty, isOpen) <- maybe (Left (NoAnswer "data can be moved that do not go into one empty node")) Right (movable grid)
  let room@(Room stride open) = roomOf height isOpen
      place at = let (x, y) = at `quotRem` height in (x + 1) * stride + y + 1
      first = place (length nodes - height)
      starts = [(moves, dart) | dart <- [4 * first .. 4 * first + 3], testBit open (tip stride dart), moves <- maybeToList (walk room first (place empty) (tip stride dart))]
      isHome dart = dart `quot` 4 == place 0
      found = if testBit open first && first /= place empty then cheapest (4 * place (length nodes)) (steps room) isHome starts else Nothing
  maybe (Left (NoAnswer "no moves bring the data to node-x0-y0")) Right found

-- | How many places a column has with its border, and a bit for each place that is open.
data Room = Room !Int !Integer

roomOf :: Int -> [Bool] -> Room
roomOf height isOpen = Room stride (foldr (\column later -> column .|. later `shiftL` stride) 0 (0 : columns isOpen))
  where
    stride = height + 1
    columns [] = []
    columns rows = let (column, others) = splitAt height rows in foldr (\open later -> (later .|. (if open then 1 else 0)) `shiftL` 1) 0 column : columns others

-- | What it costs at least to get to a goal from any of some starts, each with its cost, by nodes from 0 on below a number.
cheapest :: Int -> (Int -> [(Int, Int)]) -> (Int -> Bool) -> [(Int, Int)] -> Maybe Int
cheapest count after isGoal starts = runST $ do
  least <- M.replicate count maxBound
  let add queue (cost, node) = do
        known <- M.read least node
        if cost >= known then pure queue else IntMap.insertWith (<>) cost [node] queue <$ M.write least node cost
      go queue = case IntMap.minViewWithKey queue of
        Nothing -> pure Nothing
        Just ((cost, nodes), later) -> settle cost nodes later
      settle _ [] queue = go queue
      settle cost (node : nodes) queue
        | isGoal node = pure (Just cost)
        | otherwise = do
          known <- M.read least node
          if known < cost then settle cost nodes queue else foldM add queue [(cost + more, next) | (more, next) <- after node] >>= settle cost nodes
  foldM add IntMap.empty starts >>= go

-- | The empty node, and which nodes' data go into it. Nothing if anything else can ever be moved.
movable :: Grid -> Maybe (Int, [Bool])
movable (Grid _ nodes) = do
  [(empty, Node room _)] <- Just [each | each@(_, Node _ 0) <- zip [0 ..] nodes]
  let isSmall (Node _ used) = used <= room
      sizes = [size | node@(Node size _) <- nodes, isSmall node]
      needs = [used | node@(Node _ used) <- nodes, isSmall node, used > 0]
      stays node@(Node size used) = isSmall node || used > maximum sizes && size - used < minimum needs
  guard (not (null needs) && maximum needs <= minimum sizes && maximum sizes < 2 * minimum needs && all stays nodes)
  Just (empty, map isSmall nodes)

-- | Where a dart leads to, in columns of so many places.
tip :: Int -> Dart -> Int
tip stride dart = case dart `quotRem` 4 of
  (place, 0) -> place + 1
  (place, 1) -> place + stride
  (place, 2) -> place - 1
  (place, _) -> place - stride

-- | The same edge, the other way.
reversed :: Int -> Dart -> Dart
reversed stride dart = 4 * tip stride dart + (dart + 2) `rem` 4

-- | So many sides on, about the same place.
rotated :: Int -> Dart -> Dart
rotated turns dart = dart - dart `rem` 4 + (dart + turns) `rem` 4

-- | What is moved, and to which darts.
steps :: Room -> Dart -> [(Int, Dart)]
steps room@(Room stride open) dart = (1, reversed stride dart) : [(moves, rotated turns dart) | turns <- [1, 2, 3], moves <- turned turns]
  where
    data' = dart `quot` 4
    isOpen = testBit open
    side turns = tip stride (rotated turns dart)
    corner turns turns' = side turns + side turns' - data'
    turned turns
      | not (isOpen (side turns)) = []
      | turns /= 2, isOpen (corner 0 turns) = [2]
      -- by two corners, which are two rotations
      | turns == 2, or [isOpen (side middle) && isOpen (corner 0 middle) && isOpen (corner middle 2) | middle <- [1, 3]] = []
      | otherwise = maybeToList (walk room data' (side 0) (side turns))

-- | How many moves bring the empty node from one place to another, if the data are to stay? What can be reached from both is
-- dilated by turns, until they meet, or one grows no more.
walk :: Room -> Int -> Int -> Int -> Maybe Int
walk (Room stride open) data' start end = go 0 (bit start) (bit end)
  where
    go moves one other
      | one .&. other /= 0 = Just moves
      | after == one = Nothing
      | otherwise = go (moves + 1 :: Int) other after
      where
        after = clearBit open data' .&. (one .|. one `shiftL` 1 .|. one `shiftR` 1 .|. one `shiftL` stride .|. one `shiftR` stride)
