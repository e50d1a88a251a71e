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
parse = whole (lineOf wrong (valid (packed (8 :: Int) <$> valid (short <$> word (const True)))))
  where
    short line' = line' <$ guard (B.length line' <= 2000000)
    wrong = "expected up to 2000000 capital letters and markers as (7x2), to 99999 and 30, each for letters and markers that are whole, at most eight deep"
    -- A text with markers so deep.
    packed deep = fmap Packed . pieces
      where
        pieces text
          | B.null text = Just []
          | not (B.null letters) = (Letters (B.length letters) :) <$> pieces rest
          | otherwise = do
            (signs, text') <- number 99999 '(' rest
            (times, text'') <- number 30 'x' text'
            inside <- B.stripPrefix ")" text''
            guard (deep > 0 && signs <= B.length inside)
            repeated <- packed (deep - 1) (B.take signs inside)
            (Marker signs times repeated :) <$> pieces (B.drop signs inside)
          where
            (letters, rest) = B.span (\c -> 'A' <= c && c <= 'Z') text
    -- A number from 1 on, after a sign.
    number most before text = do
      (digits, rest) <- B.span (\c -> '0' <= c && c <= '9') . snd <$> (B.uncons text >>= \found -> found <$ guard (fst found == before))
      let value = B.foldl' (\high digit -> 10 * high + fromEnum digit - 48) 0 digits
      guard (B.length digits <= 18 && 1 <= value && value <= most)
      Just (value, rest)
