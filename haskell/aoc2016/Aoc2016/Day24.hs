-- | Air Duct Spelunking: routes are words, and what may follow is a residual language.
--
-- A route is a word over the points, and the routes that are asked for are a language: each point once, and perhaps 0 at the
-- end. What may follow a beginning is its [derivative](https://en.wikipedia.org/wiki/Brzozowski_derivative). Beginnings with the same derivative
-- need not be told apart ([Myhill and Nerode](https://en.wikipedia.org/wiki/Myhill%E2%80%93Nerode_theorem)), so the cheapest word after a letter is known by the
-- letter and the language, in a table that refers to itself. The parts differ in their languages alone.
module Aoc2016.Day24 (parse, part1, part2, Language (..), derivative, isDone, cheapest) where

import Control.DeepSeq (NFData)
import Control.Monad (foldM)
import Data.Bits (bit, clearBit, shiftR, testBit, (.&.))
import qualified Data.ByteString.Char8 as B
import qualified Data.IntMap.Strict as IntMap
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, numbered)
import Threefold.Search (memo)
import Threefold.Unsafe (unsafeRead, unsafeWrite)

-- | How far it is from a cell to the one below it; for each cell, row after row, each with an end, 0 for a wall or
-- 'unknown'; and the places of points, 0 first.
data Maze = Maze !Int !(U.Vector Int) ![Int]
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Maze
parse text = foldM row IntMap.empty (numbered text) >>= complete
  where
    width = B.length (B.takeWhile (/= '\n') text)
    height = 1 + B.count '\n' text
    row known (number, cells)
      | B.length cells == width && width <= 1800 && number <= 450 && walled && B.all isCell cells && IntMap.size known' == IntMap.size known + length points = Right known'
      | otherwise = Left (InvalidInput number "expected a row as long as the first, at most 1800, of walls # and cells . or 0 to 7, each number once, and walls around, in at most 450 rows")
      where
        walled = if number == 1 || number == height then B.all (== '#') cells && width > 0 else B.take 1 cells == B.pack "#" && B.drop (width - 1) cells == B.pack "#"
        points = [(fromEnum (B.index cells column), (width + 1) * (number - 1) + column) | column <- B.findIndices isPoint cells]
        known' = foldl' (\known (point, place) -> IntMap.insert point place known) known points
    isPoint cell = '0' <= cell && cell <= '7'
    isCell cell = cell == '#' || cell == '.' || isPoint cell
    complete points
      | IntMap.member (fromEnum '0') points = Right (Maze (width + 1) (U.generate (B.length text) (\place -> if byteAt text place > 35 then unknown else 0)) (IntMap.elems points))
      | otherwise = Left (InvalidInput height "expected a 0")

-- | Words in which each letter of a set is once, in any order, and which then may have to end with 0.
data Language = Language !Int !Bool
  deriving stock (Eq, Show)

part1 :: Maze -> Either NoAnswer Int
part1 = route False

part2 :: Maze -> Either NoAnswer Int
part2 = route True

-- | The shortest route from 0 through all points, and perhaps back.
route :: Bool -> Maze -> Either NoAnswer Int
route back maze@(Maze _ _ places)
  | U.elem unknown far = Left (NoAnswer "a point cannot be reached")
  | otherwise = Right (cheapest count (\from to -> far U.! (count * from + to)) 0 (Language (bit count - 2) back))
  where
    count = length places
    far = U.fromList (concat [[steps U.! to | to <- places] | from <- places, let steps = distances maze from])

-- | What may follow a letter in the words of a language, if any begins with it.
derivative :: Int -> Language -> Maybe Language
derivative letter (Language set back)
  | testBit set letter = Just (Language (clearBit set letter) back)
  | letter == 0 && set == 0 && back = Just (Language 0 False)
  | otherwise = Nothing

-- | Is the empty word one of the language?
isDone :: Language -> Bool
isDone = (== Language 0 False)

-- | The least sum of costs, from one letter to the next, of the words of a language after a letter, of so many.
cheapest :: Int -> (Int -> Int -> Int) -> Int -> Language -> Int
cheapest count cost letter (Language set back) = memo ((0, 0, False), (count - 1, bit count - 1, True)) after (letter, set, back)
  where
    after known (from, set', back')
      | isDone language = 0
      | otherwise = minimum [cost from to + known (to, rest, end) | to <- [0 .. count - 1], Just (Language rest end) <- [derivative to language]]
      where
        language = Language set' back'

unknown :: Int
unknown = maxBound

-- | How far all cells are from one, breadth first.
distances :: Maze -> Int -> U.Vector Int
distances (Maze row cells _) start = U.create $ do
  far <- U.thaw cells
  queue <- M.new (U.length cells + 1)
  let go !at !end
        | at == end = pure far
        | otherwise = do
          -- unsafe: at < end, and end is at most the number of cells, as each comes once
          place <- unsafeRead queue at
          -- unsafe: what is in the queue is a cell
          steps <- unsafeRead far place
          foldM (visit (steps + 1)) end [place - row, place - 1, place + 1, place + row] >>= go (at + 1)
      visit !steps !end place = do
        -- unsafe: a free cell has all its neighbours, as walls are around
        known <- unsafeRead far place
        -- Without a branch, which would be mispredicted: -1 if what is known is more, so unknown, and else 0.
        let new = (steps - known) `shiftR` 63
        -- unsafe: the same place
        unsafeWrite far place (known + (steps - known) .&. new)
        -- unsafe: a cell is kept once, so there is room, and for one more after all
        unsafeWrite queue end place
        pure (end - new)
  M.write far start 0
  M.write queue 0 start
  go 0 (1 :: Int)
