-- | Keypad Conundrum: a robot is a map of tables by tropical polynomials, and more robots iterate it.
--
-- A table says what it takes to go from one button to another and press it. A robot may be sent one of some words: each costs the sum of its
-- presses, and the least counts. Sum and minimum are the product and the sum of the
-- [tropical semiring](https://en.wikipedia.org/wiki/Tropical_semiring), so an entry of a robot's table is a polynomial, whose variables are the
-- entries of the table before, whose monomials are words. The keypad is nothing but these polynomials.
module Aoc2024.Day21 (parse, part1, part2, Table, Polynomial, arrows, door, evaluated, hand, robots) where

import Control.DeepSeq (NFData)
import Control.Monad (guard)
import qualified Data.ByteString.Char8 as B
import Data.Char (isDigit)
import Data.List (elemIndex, sort)
import Data.Maybe (mapMaybe)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | What each button costs after each, in the order of their signs.
type Table = V.Vector Int

-- | Words from which one is to be chosen: which entries of a table each needs.
type Polynomial = [[Int]]

data Code = Code {digits :: !Text, number :: !Int}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Code)
parse = whole $ blockUpTo 10000 wrong (valid (code <$> word isDigit) <* tag "A")
  where
    wrong = "expected a door code as 280A, 1 to 18 digits and an A, in 10000 lines at most"
    code found = Code found (maybe 0 fst (B.readInt found)) <$ guard (B.length found <= 18)

-- | For two buttons of a keypad all shortest words that lead from one to the other, never over the gap, and press it.
keypad :: [String] -> V.Vector Polynomial
keypad picture = V.fromList [map (monomial . ('A' :)) (ways from to) | from <- buttons, to <- buttons]
  where
    buttons = map snd (sort [(sign, (x, y)) | (y, row) <- zip [0 :: Int ..] picture, (x, sign) <- zip [0 :: Int ..] row, sign /= ' '])
    ways (x, y) (x', y')
      | (x, y) `notElem` buttons = []
      | (x, y) == (x', y') = ["A"]
      | otherwise =
        [ arrow : rest
          | (arrow, isNearer, next) <- [('<', x' < x, (x - 1, y)), ('>', x' > x, (x + 1, y)), ('^', y' < y, (x, y - 1)), ('v', y' > y, (x, y + 1))],
            isNearer,
            rest <- ways next (x', y')
        ]
    monomial signs = mapMaybe entry (zip signs (drop 1 signs))
    entry (from, to) = (\a b -> 5 * a + b) <$> elemIndex from "<>A^v" <*> elemIndex to "<>A^v"

arrows, door :: V.Vector Polynomial
arrows = keypad [" ^A", "<v>"]
door = keypad ["789", "456", "123", " 0A"]

-- | What polynomials are, if a table says what their variables are.
evaluated :: V.Vector Polynomial -> Table -> Table
evaluated polynomials table = V.map (minimum . map (sum . map (table V.!))) polynomials

-- | My finger is at each button at once.
hand :: Table
hand = V.replicate 25 1

-- | The table after no robot, one, two, and so on.
robots :: [Table]
robots = iterate (evaluated arrows) hand

-- | The tables of the door, which are made when they are first needed and then kept.
near, far :: U.Vector Int
near = V.convert (evaluated door (robots !! 2))
far = V.convert (evaluated door (robots !! 25))

complexity :: U.Vector Int -> V.Vector Code -> Integer
complexity table = V.sum . V.map (\code -> toInteger (number code) * toInteger @Int (presses (digits code)))
  where
    presses = go 0 10 0
    go !at !from !total text
      | at == B.length text = total + table U.! (11 * from + 10)
      | otherwise = let to = fromIntegral (byteAt text at) - 48 in go (at + 1) to (total + table U.! (11 * from + to)) text

part1 :: V.Vector Code -> Integer
part1 = complexity near

part2 :: V.Vector Code -> Integer
part2 = complexity far
