{-# LANGUAGE ExistentialQuantification #-}

-- | Internet Protocol Version 7: folds that are put together before they run.
--
-- A fold is a state, a step, and what is made of the state at the end. Two folds are one that keeps both states, so they are
-- applicative: a question is built of smaller ones, and an address is read once for all of them.
module Aoc2016.Day07 (parse, part1, part2, Fold (..), fold, anywhere, the, Window (..), windows) where

import qualified Data.ByteString.Char8 as B
import qualified Data.IntSet as IntSet
import qualified Data.Vector as V
import Data.Word (Word8)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | A state that begins somewhere, a step, and what is found at the end.
data Fold a b = forall s. Fold (s -> a -> s) !s (s -> b)

data Both s t = Both !s !t

instance Functor (Fold a) where
  fmap f (Fold step start end) = Fold step start (f . end)
  {-# INLINE fmap #-}

instance Applicative (Fold a) where
  pure found = Fold const () (const found)
  {-# INLINE pure #-}
  Fold step start end <*> Fold step' start' end' = Fold both (Both start start') (\(Both s t) -> end s (end' t))
    where
      both (Both s t) a = Both (step s a) (step' t a)
  {-# INLINE (<*>) #-}

-- | Is there one?
anywhere :: (a -> Bool) -> Fold a Bool
anywhere is = Fold (\found a -> found || is a) False id
{-# INLINE anywhere #-}

-- | The set of what some are worth.
the :: (a -> Maybe Int) -> Fold a IntSet.IntSet
the worth = Fold (\known a -> maybe known (`IntSet.insert` known) (worth a)) IntSet.empty id
{-# INLINE the #-}

-- | What a fold finds in a list.
fold :: Fold a b -> [a] -> b
fold (Fold step start end) = end . go start
  where
    go !s [] = s
    go !s (a : as) = go (step s a) as

-- | Four signs in a row, and whether the first is in brackets.
data Window = Window !Bool !Word8 !Word8 !Word8 !Word8
  deriving stock (Eq, Show)

-- | What a fold finds in the windows of an address, the last of which end in line ends.
windows :: Fold Window b -> Text -> b
windows (Fold step start end) address = go 0 False (byteAt address 0) (byteAt address 1) (byteAt address 2) start
  where
    go !at !inside !a !b !c !s
      | at == B.length address = end s
      | otherwise = go (at + 1) inside' b c d (step s (Window inside' a b c d))
      where
        d = byteAt address (at + 3)
        inside' = if a < 97 then not inside else inside
        {-# INLINE inside' #-}
{-# INLINE windows #-}

parse :: Text -> Either InvalidInput (V.Vector Text)
parse = linesOf "expected small letters with some of them in brackets, as ab[cd]ef" (valid (address <$> word (const True)))
  where
    address letters = if B.foldl' after 'o' letters == 'O' then Just letters else Nothing
    -- Outside or inside; capitals where there has been a letter.
    after :: Char -> Char -> Char
    after state sign = case state of
      'o' | isLetter sign -> 'O'
      'i' | isLetter sign -> 'I'
      'O' | isLetter sign -> 'O'
      'I' | isLetter sign -> 'I'
      'O' | sign == '[' -> 'i'
      'I' | sign == ']' -> 'o'
      _ -> '!'
    isLetter sign = 'a' <= sign && sign <= 'z'

part1 :: V.Vector Text -> Int
part1 = V.length . V.filter (windows tls)

part2 :: V.Vector Text -> Int
part2 = V.length . V.filter (windows ssl)

tls :: Fold Window Bool
tls = (&&) <$> anywhere (abba False) <*> (not <$> anywhere (abba True))
  where
    abba side (Window inside a b c d) = a == d && b == c && a /= b && inside == side
{-# INLINE tls #-}

ssl :: Fold Window Bool
ssl = meet <$> the (aba False) <*> the (fmap reversed . aba True)
  where
    aba side (Window inside a b c _)
      | a == c && a /= b && b >= 97 && inside == side = Just (256 * fromIntegral a + fromIntegral b)
      | otherwise = Nothing
    reversed pair = let (a, b) = pair `quotRem` 256 in 256 * b + a
    meet these those = not (IntSet.disjoint these those)
{-# INLINE ssl #-}
