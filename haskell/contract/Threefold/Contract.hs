{-# LANGUAGE ExistentialQuantification #-}
{-# LANGUAGE TypeFamilies #-}

-- | What every solution keeps to.
--
-- A solution is a module with three functions, which 'twoParts' turns into a 'Solution':
--
-- > parse :: Text -> Either InvalidInput input
-- > part1 :: Answer a => input -> a
-- > part2 :: Answer b => input -> b
module Threefold.Contract
  ( Text,
    InvalidInput (..),
    NoAnswer (..),
    Answer (..),
    Solution (..),
    onePart,
    twoParts,
    Puzzles,
    Loaded,
    load,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad (when)
import Data.ByteString (ByteString)
import Data.ByteString.Builder (Builder, stringUtf8)
import Data.ByteString.Builder.Extra (safeStrategy, smallChunkSize, toLazyByteStringWith)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Internal as I
import qualified Data.ByteString.Lazy as L
import Data.Word (Word8)
import Foreign.StablePtr (StablePtr, newStablePtr)
import Foreign.Storable (pokeByteOff)
import GHC.Generics (Generic)

-- | An input in normal form: UTF-8, lines parted by @\\n@, none at the end.
type Text = ByteString

-- | The text is no valid input. The line (from 1) is the first that no valid input could
-- have there, or the last line where the text ends too soon.
data InvalidInput = InvalidInput {line :: !Int, message :: !String}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The input is valid, yet the question asked of it has no answer.
newtype NoAnswer = NoAnswer String
  deriving stock (Eq, Show)
  deriving newtype (NFData)

-- | What a part may return: anything that can be written out, or the reason why there is
-- nothing.
class Answer a where
  answer :: a -> Either NoAnswer ByteString

instance Answer Int where
  answer = Right . decimal

instance Answer Integer where
  answer number
    | toInteger small == number = Right (decimal small)
    | otherwise = Right (B.pack (show number))
    where
      small = fromInteger number

instance Answer ByteString where
  answer = Right

instance Answer Builder where
  answer = Right . L.toStrict . toLazyByteStringWith (safeStrategy 128 smallChunkSize) L.empty

-- | A number written out; 'show' makes a list of characters first.
decimal :: Int -> ByteString
decimal number
  | number < 0 = B.pack (show number)
  -- unsafe: all of the bytes are written, from the last place to the first
  | otherwise = I.unsafeCreate digits (\bytes -> write bytes (digits - 1) number)
  where
    digits = length (takeWhile (> 0) (iterate (`quot` 10) number)) `max` 1
    write bytes place rest = do
      pokeByteOff bytes place (fromIntegral (48 + rest `rem` 10) :: Word8)
      when (place > 0) (write bytes (place - 1) (rest `quot` 10))

instance (a ~ Char) => Answer [a] where
  answer = answer . stringUtf8

instance (Answer a) => Answer (Either NoAnswer a) where
  answer = (>>= answer)

-- | A whole puzzle: how to parse a text, and what its parts make of that. No second part
-- where a puzzle has one.
data Solution
  = forall input.
    (NFData input) =>
    Solution
      (Text -> Either InvalidInput input)
      (input -> Either NoAnswer ByteString)
      (Maybe (input -> Either NoAnswer ByteString))

onePart ::
  (NFData input, Answer a) =>
  (Text -> Either InvalidInput input) ->
  (input -> a) ->
  Solution
onePart parse part1 = Solution parse (answer . part1) Nothing

twoParts ::
  (NFData input, Answer a, Answer b) =>
  (Text -> Either InvalidInput input) ->
  (input -> a) ->
  (input -> b) ->
  Solution
twoParts parse part1 part2 = Solution parse (answer . part1) (Just (answer . part2))

-- | A folder's puzzles, by name.
type Puzzles = [(String, Solution)]

-- | They, as the program knows them that has loaded the folder's library.
type Loaded = StablePtr Puzzles

-- | What a folder's library exports. It is called once: nothing but what it returns keeps the
-- library's constants from the garbage collector, for that of a library which is loaded after
-- the runtime has started asks no @foreign export@.
load :: Puzzles -> IO Loaded
load = newStablePtr
