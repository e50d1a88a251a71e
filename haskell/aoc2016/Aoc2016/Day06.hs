-- | Signals and Noise: part 2 is part 1 in the opposite order.
--
-- A column's histogram says how often each letter is there. The message has the greatest letter of each, by
-- count; and the least one is the greatest in the dual order, which is what 'Down' makes of an order.
module Aoc2016.Day06 (parse, part1, part2, Histograms (..), greatest) where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import Data.Ord (Down (..))
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | For each column how often each of the 26 letters is there.
newtype Histograms = Histograms (U.Vector Int)
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | Those of more rows.
instance Semigroup Histograms where
  Histograms some <> Histograms more = Histograms (U.zipWith (+) some more)

parse :: Text -> Either InvalidInput Histograms
parse text
  | B.length (B.takeWhile (/= '\n') text) > 16 = Left (InvalidInput 1 wrong)
  | otherwise = uncurry counted <$> grid 60000 wrong (\byte -> 97 <= byte && byte <= 122) text
  where
    counted width height = Histograms (U.accumulate (+) (U.replicate (26 * width) 0) (U.map (,1) places))
      where
        places = U.concatMap (\row -> U.generate width (place (row * (width + 1)))) (U.generate height id)
        place start column = 26 * column + fromIntegral (byteAt text (start + column)) - 97
    wrong = "expected at most 60000 rows of 1 to 16 small letters, all of the same length"

part1 :: Histograms -> Text
part1 = greatest id

part2 :: Histograms -> Text
part2 = greatest Down

-- | The first of the letters that have the greatest count in each column, in some order of counts.
greatest :: (Ord count) => (Int -> count) -> Histograms -> Text
greatest order (Histograms counts) = B.pack (map letter [0, 26 .. U.length counts - 26])
  where
    letter column = toEnum (97 - snd (maximum (ranks (U.slice column 26 counts))))
    ranks column = [(order count, negate place) | (place, count) <- zip [0 ..] (U.toList column), count > 0]
{-# INLINE greatest #-}
