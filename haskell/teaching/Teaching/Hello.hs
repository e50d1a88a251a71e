-- | Hello: the first program.
--
-- The idea: a semigroup. Texts joined by a line break have an associative '<>' but no
-- identity, so a greeting of nobody has no meaning; and the type that 'parse' returns,
-- 'NonEmpty', says just that. What is left is 'sconcat' after 'fmap'.
module Teaching.Hello (parse, part1, part2, Lines (..), greeting) where

import qualified Data.ByteString.Builder as Builder
import qualified Data.ByteString.Char8 as B
import Data.Foldable (traverse_)
import Data.List.NonEmpty (NonEmpty (..))
import Data.Semigroup (sconcat)
import Threefold.Contract
import Threefold.Places (numbered)

-- | Lines of text, to be set one below another.
newtype Lines = Lines Builder.Builder

instance Semigroup Lines where
  Lines above <> Lines below = Lines (above <> "\n" <> below)

parse :: Text -> Either InvalidInput (NonEmpty Text)
parse text = do
  traverse_ (uncurry check) (numbered text)
  case B.split '\n' text of
    name : names -> Right (name :| names)
    [] -> Left (noName 1)
  where
    check number name
      | B.null name || B.any control name = Left (noName number)
      | otherwise = Right ()
    control char = char < ' ' || char == '\DEL'
    noName number = InvalidInput number "expected a name, without control characters"

part1 :: NonEmpty Text -> Builder.Builder
part1 _ = written (greeting "world")

part2 :: NonEmpty Text -> Builder.Builder
part2 = written . sconcat . fmap greeting

greeting :: Text -> Lines
greeting name = Lines ("Hello, " <> Builder.byteString name <> "!")

written :: Lines -> Builder.Builder
written (Lines text) = text
