-- | The product of two decimal numbers as a Haskell user would write it: 'Integer', read by
-- bytestring's 'C.readInteger' and written by its 'integerDec' (sooner than 'read' and 'show',
-- which go through a list of characters).
--
-- This is no puzzle's solution, but a peer that one is measured against.
module Teaching.IntegerProduct (parse, answer) where

import Data.ByteString.Builder (Builder, integerDec)
import qualified Data.ByteString.Char8 as C
import Threefold.Contract hiding (answer)
import Threefold.Places (numbered)

-- | Two integers, a line each.
parse :: Text -> Either InvalidInput (Integer, Integer)
parse text = case numbered text of
  [one, two] -> (,) <$> integer one <*> integer two
  rest -> Left (InvalidInput (min 3 (length rest)) "expected two lines")
  where
    integer (number, line) = case C.readInteger line of
      Just (value, "") -> Right value
      _ -> Left (InvalidInput number "expected a decimal integer")

answer :: (Integer, Integer) -> Builder
answer = integerDec . uncurry (*)
