-- | Explosives in Cyberspace: one fold of a tree, and two algebras for it.
--
-- A packed text is a tree, whose nodes are letters and markers that hold trees. The recursion is written once, as a
-- catamorphism. An algebra says what to do with a node whose branches have been dealt with, and each part is one.
module Aoc2016.Day09 (parse, part1, part2, Piece (..), Packed (..), fold) where

import Control.DeepSeq (NFData (..))
import Control.Monad (guard)
import qualified Data.ByteString.Char8 as B
import Data.List (foldl')
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | A number of letters; or how many signs are repeated how often, and what has become of these.
data Piece branch = Letters !Int | Marker !Int !Int branch
  deriving stock (Eq, Show, Functor)

newtype Packed = Packed [Piece Packed]
  deriving stock (Eq, Show)

instance NFData Packed where
  rnf = fold (foldl' (\() -> \case Letters _ -> (); Marker _ _ inside -> inside) ())

-- | What an algebra makes of a text, from the leaves up.
fold :: ([Piece a] -> a) -> Packed -> a
fold algebra (Packed pieces) = algebra (map (fmap (fold algebra)) pieces)
{-# INLINE fold #-}

-- | Copied as it stands, what a marker repeats is as long as it says.
part1 :: Packed -> Int
part1 = fold (total (\signs times _ -> times * signs))

-- | Unpacked, it is as long as it has become.
part2 :: Packed -> Int
part2 = fold (total (\_ times inside -> times * inside))

-- | An algebra of lengths, by that of a marker.
total :: (Int -> Int -> Int -> Int) -> [Piece Int] -> Int
total marker = foldl' (\before piece -> before + long piece) 0
  where
    long (Letters count) = count
    long (Marker signs times inside) = marker signs times inside
{-# INLINE total #-}

parse :: Text -> Either InvalidInput Packed
parse = whole (lineOf wrong (valid (packed <$> word (const True))))
  where
    wrong = "expected up to 2000000 capital letters and markers as (7x2), to 99999 and 30, each for letters and markers that are whole, at most eight deep"

packed :: Text -> Maybe Packed
packed text = guard (B.length text <= 2000000) *> pieces 8 0 (B.length text)
  where
    -- Between two places, with markers so deep.
    pieces :: Int -> Int -> Int -> Maybe Packed
    pieces deep from to
      | from == to = Just (Packed [])
      | letters > from = Letters (letters - from) `before` pieces deep letters to
      | otherwise = do
        (signs, middle) <- number 99999 40 from
        (times, close) <- number 30 120 middle
        let after = close + 1 + signs
        guard (byteAt text close == 41 && deep > 0 && after <= to)
        inside <- pieces (deep - 1) (close + 1) after
        Marker signs times inside `before` pieces deep after to
      where
        letters = lettersTo to from
    before piece = fmap (\(Packed rest) -> Packed (piece : rest))
    lettersTo !to !at
      | at < to && byteAt text at - 65 < 26 = lettersTo to (at + 1)
      | otherwise = at
    -- A number from 1 on, after a sign, and the place after it.
    number most sign from = guard (byteAt text from == sign) *> digits (from + 1) 0
      where
        digits !at !value
          | digit < 10 = digits (at + 1) (10 * value + fromIntegral digit)
          | at - from <= 19 && 1 <= value && value <= most = Just (value, at)
          | otherwise = Nothing
          where
            digit = byteAt text at - 48
