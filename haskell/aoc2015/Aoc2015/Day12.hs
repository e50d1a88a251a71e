-- | JSAbacusFramework.io: the recursion is written once, and the parts say what one level is worth.
--
-- 'Level' is a document of which the parts inside are of any type, a functor. A
-- [catamorphism](https://en.wikipedia.org/wiki/Catamorphism) works from the innermost values outwards, and an algebra tells it what a level makes of the
-- worths inside.
module Aoc2015.Day12 (parse, part1, part2, Level (..), Document (..), cata, total, worth, Worth (..)) where

import Control.Applicative (empty, (<|>))
import Control.DeepSeq (NFData (..))
import Data.List (foldl')
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | One level of a document; of an object, only the values.
data Level inside = Number !Int | Word !Text | Array [inside] | Object [inside]
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | As it would be derived; but inlined, so that what an algebra sums up is never a list.
instance Functor Level where
  fmap f level = case level of
    Number units -> Number units
    Word letters -> Word letters
    Array values -> Array (map f values)
    Object values -> Object (map f values)
  {-# INLINE fmap #-}

newtype Document = Document (Level Document)
  deriving newtype (NFData)

parse :: Text -> Either InvalidInput Document
parse = whole (lineOf wrong (value 100))
  where
    wrong = "expected JSON without spaces: arrays and objects at most 100 deep, words of small letters, whole numbers to 999999"

-- | A value that is at most so deep.
value :: Int -> Reader Document
value deep =
  Document <$> do
    char (const True) >>= \case
      '"' -> Word <$> (word isLetter <|> pure "") <* quote
      '[' -> Array <$> inside ']' (value (deep - 1))
      '{' -> Object <$> inside '}' (quote *> letters *> quote *> char (== ':') *> value (deep - 1))
      '-' -> char (const True) >>= fmap (Number . negate) . number
      figure -> Number <$> number figure
  where
    quote = char (== '"')
    letters = folding (\() sign -> if isLetter sign then Just () else Nothing) ()
    isLetter sign = 'a' <= sign && sign <= 'z'
    inside end item
      | deep == 0 = empty
      | otherwise = ([] <$ char (== end)) <|> items
      where
        items = (:) <$> item <*> (char (\sign -> sign == ',' || sign == end) >>= \sign -> if sign == end then pure [] else items)
    {-# INLINE inside #-}

-- | A number by its first digit; a zero has no other one after it.
number :: Char -> Reader Int
number first
  | first == '0' = pure 0
  | isDigit first = folding more (value' first)
  | otherwise = empty
  where
    more before figure = if isDigit figure && before < 100000 then Just (10 * before + value' figure) else Nothing
    isDigit figure = '0' <= figure && figure <= '9'
    value' figure = fromEnum figure - 48
{-# INLINE number #-}

-- | A document is folded by what a level makes of the results inside.
cata :: (Level a -> a) -> Document -> a
cata algebra = go
  where
    go (Document level) = algebra (go <$> level)
{-# INLINE cata #-}

part1 :: Document -> Int
part1 = cata total

part2 :: Document -> Int
part2 document = let Worth sum' _ = cata worth document in sum'

-- | The sum of all numbers.
total :: Level Int -> Int
total level = case level of
  Number units -> units
  Word _ -> 0
  Array values -> foldl' (+) 0 values
  Object values -> foldl' (+) 0 values
{-# INLINE total #-}

-- | What counts of a value, and is it the word red?
data Worth = Worth !Int !Bool
  deriving stock (Eq, Show)

-- | The sum without objects that have a red value.
worth :: Level Worth -> Worth
worth level = case level of
  Number units -> Worth units False
  Word letters -> Worth 0 (letters == "red")
  Array values -> let Worth units _ = together values in Worth units False
  Object values -> let Worth units red = together values in Worth (if red then 0 else units) False
  where
    together = foldl' (\(Worth a red) (Worth b red') -> Worth (a + b) (red || red')) (Worth 0 False)
{-# INLINE worth #-}
