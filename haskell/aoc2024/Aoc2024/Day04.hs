-- | Ceres Search: a pattern's places are an intersection of sets that are moved, and patterns come in four turns.
--
-- Where a letter stands is a set of places. A pattern's letter at some distance fits at the places of that set, moved back by the
-- distance, so a pattern fits where all of these sets meet: morphology's hit-or-miss transform. A set is one long number.
module Aoc2024.Day04 (parse, part1, part2, Letters (..), Pattern, lettersOf, straight, diagonal, cross, turns, places) where

import Control.DeepSeq (NFData)
import Data.Bits (bit, popCount, shift, shiftR, testBit, xor, (.&.))
import qualified Data.ByteString.Internal as I
import Data.Char (ord)
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Bits (integerOf)
import Threefold.Contract
import Threefold.Reading

-- | How far apart a place and the one below it are, and where each letter stands.
data Letters = Letters {row :: !Int, xs, ms, as, ss :: !Integer}
  deriving stock (Eq, Generic, Show)
  deriving anyclass (NFData)

-- | Letters, each so many rows below a place and so many columns to the right of it.
type Pattern = [((Int, Int), Letters -> Integer)]

-- | The ends of lines hold no letter, so that no word goes on there.
parse :: Text -> Either InvalidInput Letters
parse text = (`lettersOf` text) . fst <$> grid 2000 wrong (testBit known . fromIntegral . subtract 64) text
  where
    known = sum [bit (ord letter - 64) | letter <- "XMAS"] :: Word64
    wrong = "expected a row of X, M, A and S as long as the first, at most 2000 rows and columns"

-- | Of rows of a width, with the ends of lines between them.
lettersOf :: Int -> Text -> Letters
lettersOf width text = Letters (width + 1) (set 'X') (set 'M') (set 'A') (set 'S')
  where
    set letter = integerOf (same (fromIntegral (I.c2w letter) * 0x0101010101010101)) text
    -- In bytes of ASCII: only 128 - 0 has the highest bit.
    same a b = (0x8080808080808080 - (a `xor` b)) `shiftR` 7

straight, diagonal, cross :: Pattern
straight = zip (zip [0 ..] (repeat 0)) [xs, ms, as, ss]
diagonal = zip (zip [0 ..] [0 ..]) [xs, ms, as, ss]
cross = [((-1, -1), ms), ((-1, 1), ms), ((0, 0), as), ((1, -1), ss), ((1, 1), ss)]

-- | A pattern, turned not at all, by a quarter, by a half and by three.
turns :: Pattern -> [Pattern]
turns = take 4 . iterate (map (\((down, right), letter) -> ((right, -down), letter)))

-- | Where does a pattern fit?
places :: Letters -> Pattern -> Integer
places letters = foldr1 (.&.) . map (\((down, right), letter) -> letter letters `shift` negate (down * row letters + right))

-- | How often do patterns fit, turned in any way?
count :: [Pattern] -> Letters -> Int
count patterns letters = sum (map (popCount . places letters) (concatMap turns patterns))

part1 :: Letters -> Int
part1 = count [straight, diagonal]

part2 :: Letters -> Int
part2 = count [cross]
