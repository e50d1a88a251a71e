-- | Reading by forms: what a line looks like is said once, and a line that does not is refused
-- with one message.
--
-- > parse :: Text -> Either InvalidInput (U.Vector (Int, Int))
-- > parse = linesOf "expected two numbers as 1,2" ((,) <$> natural 9999 <* tag "," <*> natural 9999)
-- >
-- > parse :: Text -> Either InvalidInput ([Int], [Board])
-- > parse = whole ((,) <$> lineOf "expected calls" calls <* blank "expected an empty line" <*> blocks board)
-- >   where
-- >     calls = natural 99 `sepBy` ','
-- >     board = block "expected five numbers" (replicateM 5 (spaces *> natural 99))
--
-- A 'Reader' passes what it found and the place after it to a continuation, so that nothing is
-- built on the way. No form reads across the end of its line.
module Threefold.Reading
  ( Reader,

    -- * Within a line
    tag,
    natural,
    integer,
    char,
    word,
    folding,
    spaces,
    readSoFar,
    sepBy,
    items,
    valid,

    -- * Whole texts
    linesOf,
    linesUpTo,
    separated,
    grid,

    -- * Texts of several forms
    whole,
    lineOf,
    block,
    blockUpTo,
    fittingBlock,
    makingBlock,
    rows,
    blank,
    blocks,
    numberedBlocks,
    onward,
  )
where

import Control.Applicative (Alternative (..))
import Control.Monad.ST (runST)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Internal as I
import Data.Maybe (fromMaybe, isJust)
import qualified Data.Vector.Generic as G
import qualified Data.Vector.Generic.Mutable as M
import Data.Word (Word8)
import Threefold.Contract
import Threefold.Places (byteAt, lineAt)

-- | From a text and a place to the one continuation, with a message and a place, or to the other,
-- with a value and the place after it.
newtype Reader a = Reader (forall r. Text -> Int -> (String -> Int -> r) -> (a -> Int -> r) -> r)

run :: Reader a -> Text -> Int -> (String -> Int -> r) -> (a -> Int -> r) -> r
run (Reader reader) = reader
{-# INLINE run #-}

instance Functor Reader where
  fmap f reader = Reader $ \text at no yes -> run reader text at no (yes . f)
  {-# INLINE fmap #-}

instance Applicative Reader where
  pure value = Reader $ \_ at _ yes -> yes value at
  {-# INLINE pure #-}
  first <*> second = Reader $ \text at no yes ->
    run first text at no $ \f at' -> run second text at' no (yes . f)
  {-# INLINE (<*>) #-}

instance Monad Reader where
  reader >>= more = Reader $ \text at no yes ->
    run reader text at no $ \value at' -> run (more value) text at' no yes
  {-# INLINE (>>=) #-}

-- | The first that does not refuse, each tried from the same place.
instance Alternative Reader where
  empty = Reader $ \_ at no _ -> no "" at
  {-# INLINE empty #-}
  first <|> second = Reader $ \text at no yes ->
    run first text at (\_ _ -> run second text at no yes) yes
  {-# INLINE (<|>) #-}
  many item = Reader $ \text at _ yes ->
    let go found from = run item text from (\_ _ -> yes (reverse found) from) (\value to -> go (value : found) to) in go [] at
  {-# INLINE many #-}
  some item = valid ((\found -> if null found then Nothing else Just found) <$> many item)
  {-# INLINE some #-}

-- | Just these bytes.
tag :: Text -> Reader ()
tag bytes = Reader $ \text at no yes ->
  let go !k
        | k == B.length bytes = yes () (at + k)
        | byteAt text (at + k) == byteAt bytes k = go (k + 1)
        | otherwise = no "" at
   in go 0
{-# INLINE tag #-}

-- | A number from 0 to a limit, in 1 to 18 decimal digits.
natural :: Int -> Reader Int
natural most = Reader $ \text at no yes ->
  let go !place !value
        | digit <= 9 = go (place + 1) (10 * value + fromIntegral digit)
        | place > at && place - at <= 18 && value <= most = yes value place
        | otherwise = no "" at
        where
          digit = fromIntegral (byteAt text place) - 48 :: Word
   in go at 0
{-# INLINE natural #-}

-- | A number as far from 0 as the limit or less, after a minus if it is negative.
integer :: Int -> Reader Int
integer most = Reader $ \text at no yes ->
  let minus = byteAt text at == 45
   in run (natural most) text (if minus then at + 1 else at) no (yes . if minus then negate else id)
{-# INLINE integer #-}

-- | A byte that may be there; never the end of a line.
char :: (Char -> Bool) -> Reader Char
char may = Reader $ \text at no yes ->
  let found = I.w2c (byteAt text at) in if found /= '\n' && may found then yes found (at + 1) else no "" at
{-# INLINE char #-}

-- | One or more bytes, as many as may be there.
word :: (Char -> Bool) -> Reader Text
word may = Reader $ \text at no yes ->
  let end = run (folding (\() byte -> if may byte then Just () else Nothing) ()) text at (\_ place -> place) (\_ place -> place)
   in if end == at then no "" at else yes (B.take (end - at) (B.drop at text)) end
{-# INLINE word #-}

-- | What as many bytes as a step takes make of a first value: digits in another base, say.
folding :: (a -> Char -> Maybe a) -> a -> Reader a
folding step first = Reader $ \text at _ yes ->
  let go !place !value = case I.w2c (byteAt text place) of
        '\n' -> yes value place
        byte -> maybe (yes value place) (go (place + 1)) (step value byte)
   in go at first
{-# INLINE folding #-}

-- | Any number of spaces.
spaces :: Reader ()
spaces = Reader $ \text at _ yes ->
  let go !place = if byteAt text place == 32 then go (place + 1) else yes () place in go at
{-# INLINE spaces #-}

-- | How many bytes have been read: the place of the next.
readSoFar :: Reader Int
readSoFar = Reader $ \_ at _ yes -> yes at at
{-# INLINE readSoFar #-}

-- | One or more, with a byte between two of them.
sepBy :: Reader a -> Char -> Reader [a]
sepBy item between = Reader $ \text at no yes ->
  let go found stop from = run item text from (\wrong place -> if null found then no wrong place else yes (reverse found) stop) $ \value to ->
        if byteAt text to == I.c2w between then go (value : found) to (to + 1) else yes (reverse (value : found)) to
   in go [] at at
{-# INLINE sepBy #-}

-- | So many, one or more, with a byte between two of them.
items :: (G.Vector v a) => Int -> Char -> Reader a -> Reader (v a)
items count between item = Reader $ \text at no yes ->
  let (found, end) = runST $ do
        vector <- M.new count
        let go !place !from = run item text from (\_ _ -> pure at) $ \value to -> do
              M.write vector place value
              if
                  | place + 1 == count -> pure to
                  | byteAt text to == I.c2w between -> go (place + 1) (to + 1)
                  | otherwise -> pure at
        stop <- go 0 at
        -- unsafe: nothing writes to it any more
        (,stop) <$> G.unsafeFreeze vector
   in if end > at then yes found end else no "" at
{-# INLINE items #-}

-- | What a reader found, if it is what was meant: a line may have the right signs and still be wrong.
valid :: Reader (Maybe a) -> Reader a
valid reader = Reader $ \text at no yes ->
  run reader text at no $ \found at' -> maybe (no "" at) (`yes` at') found
{-# INLINE valid #-}

-- | A text whose lines all have one form.
linesOf :: (G.Vector v a) => String -> Reader a -> Text -> Either InvalidInput (v a)
linesOf = linesUpTo maxBound
{-# INLINE linesOf #-}

-- | The same of so many lines at most; the first one too many is refused as one of another form.
linesUpTo :: (G.Vector v a) => Int -> String -> Reader a -> Text -> Either InvalidInput (v a)
linesUpTo most wrong form text
  | G.length found == count = Right found
  | otherwise = Left (InvalidInput (G.length found + 1) wrong)
  where
    count = 1 + B.count '\n' text
    found = G.unfoldrN (min most count) (ended (\end -> byteAt text end == 10) form text) 0
{-# INLINE linesUpTo #-}

-- | What a form finds at a place, and where the next begins, if what ends it is right.
ended :: (Int -> Bool) -> Reader a -> Text -> Int -> Maybe (a, Int)
ended ends form text at = run form text at (\_ _ -> Nothing) $ \value end ->
  if ends end then Just (value, end + 1) else Nothing
{-# INLINE ended #-}

-- | A text of one line, in which a byte is between items of one form.
separated :: forall v a. (G.Vector v a) => Char -> String -> Reader a -> Text -> Either InvalidInput (v a)
separated between wrong item text = case listed text of
  Just found -> Right found
  _ | B.elem '\n' text, Just _ <- listed (B.takeWhile (/= '\n') text) -> Left (InvalidInput 2 noMore)
  _ -> Left (InvalidInput 1 wrong)
  where
    listed :: Text -> Maybe (v a)
    listed from = if G.length found == count then Just found else Nothing
      where
        count = 1 + B.count between from
        found = G.unfoldrN count (ended ends item from) 0
        ends end = byteAt from end == I.c2w between || end == B.length from
{-# INLINE separated #-}

noMore :: String
noMore = "expected no more lines"

-- | The width and height of a text whose rows are all as long as the first, which has at least one
-- byte, and at most so many; there are at most so many rows, too. Rows begin at every @width + 1@ places.
grid :: Int -> String -> (Word8 -> Bool) -> Text -> Either InvalidInput (Int, Int)
grid most wrong may text = go 1 0
  where
    width = B.length (B.takeWhile (/= '\n') text)
    go !number !start
      | width == 0 || not (fine start (start + width)) || max number width > most = Left (InvalidInput number wrong)
      | start + width == B.length text = Right (width, number)
      | otherwise = go (number + 1) (start + width + 1)
    fine !place !end
      | place == end = byteAt text place == 10
      | otherwise = may (byteAt text place) && fine (place + 1) end
{-# INLINE grid #-}

-- | A text that is all read.
whole :: Reader a -> Text -> Either InvalidInput a
whole reader text = run reader text 0 refused $ \value at ->
  if at > B.length text then Right value else refused noMore at
  where
    refused wrong at = Left (InvalidInput (lineAt text at) wrong)
{-# INLINE whole #-}

-- | A line, with its end, or the message for one that has another form.
lineOf :: String -> Reader a -> Reader a
lineOf wrong form = Reader $ \text at no yes ->
  if at > B.length text
    then no wrong at
    else run form text at (\_ -> no wrong) $ \value end ->
      if byteAt text end == 10 then yes value (end + 1) else no wrong end
{-# INLINE lineOf #-}

-- | One or more lines of one form, up to an empty one or the end of the text.
block :: (G.Vector v a) => String -> Reader a -> Reader (v a)
block = blockUpTo maxBound
{-# INLINE block #-}

-- | The same of so many lines at most; the first one too many is refused as one of another form.
blockUpTo :: (G.Vector v a) => Int -> String -> Reader a -> Reader (v a)
blockUpTo most wrong form = Reader $ \text at no yes ->
  gathered (\count from -> count < most && goesOn text count from) form text at $ \complete found end ->
    if complete && byteAt text end == 10 then yes found end else no wrong end
{-# INLINE blockUpTo #-}

-- | A block whose lines fit together.
fittingBlock :: (G.Vector v a) => String -> (v a -> Bool) -> Reader a -> Reader (v a)
fittingBlock wrong fits = makingBlock wrong (\found -> if fits found then Just found else Nothing)
{-# INLINE fittingBlock #-}

-- | What lines make that fit together. If they do not, more lines never fit again, and the first one too many is refused.
makingBlock :: (G.Vector v a) => String -> (v a -> Maybe b) -> Reader a -> Reader b
makingBlock wrong made form = Reader $ \text at no yes ->
  let refused found = no wrong (iterate (after text) at !! (if fits found then G.length found else firstOver found 0 (G.length found - 1)))
      fits = isJust . made
      firstOver found low high
        | low == high = low
        | fits (G.take (middle + 1) found) = firstOver found (middle + 1) high
        | otherwise = firstOver found low middle
        where
          middle = (low + high) `quot` 2
   in gathered (goesOn text) form text at $ \complete found end -> case made found of
        Just whole' | complete -> yes whole' end
        _ -> refused found
{-# INLINE makingBlock #-}

-- | So many lines of one form.
rows :: (G.Vector v a) => Int -> String -> Reader a -> Reader (v a)
rows count wrong form = Reader $ \text at no yes ->
  gathered (\number _ -> number < count) form text at $ \complete found end -> if complete then yes found end else no wrong end
{-# INLINE rows #-}

-- | Is there a line of a block after so many, at a place?
goesOn :: Text -> Int -> Int -> Bool
goesOn text count from = count == 0 || byteAt text from /= 10
{-# INLINE goesOn #-}

-- | Lines of one form while more are wanted after so many, at a place: do all have the form, those before one that has not, and where they end?
gathered :: (G.Vector v a) => (Int -> Int -> Bool) -> Reader a -> Text -> Int -> (Bool -> v a -> Int -> r) -> r
gathered wanted form text at more = let !(complete, found, end) = runST (M.new 16 >>= go 0 at) in more complete found end
  where
    go !count !from !lines'
      | not (wanted count from) = ends True
      | from <= B.length text,
        Just (value, next) <- ended (\end -> byteAt text end == 10) form text from = do
        larger <- if count == M.length lines' then M.grow lines' count else pure lines'
        M.write larger count value
        go (count + 1) next larger
      | otherwise = ends False
      where
        -- unsafe: nothing writes to it any more
        ends complete = (complete,,from) <$> G.unsafeFreeze (M.take count lines')
{-# INLINE gathered #-}

-- | Where the line after a place's begins.
after :: Text -> Int -> Int
after text from = from + 1 + fromMaybe (B.length rest) (B.elemIndex '\n' rest)
  where
    rest = B.drop from text

-- | An empty line.
blank :: String -> Reader ()
blank wrong = lineOf wrong (pure ())
{-# INLINE blank #-}

-- | One or more, with an empty line between two of them, up to the end of the text.
blocks :: Reader a -> Reader [a]
blocks form = numberedBlocks (const form)

-- | The same where the form depends on a number, from 0.
numberedBlocks :: (Int -> Reader a) -> Reader [a]
numberedBlocks form = go 0
  where
    go number = (:) <$> form number <*> rest (number + 1)
    rest number = Reader $ \text at no yes ->
      if at > B.length text then yes [] at else run (blank "expected an empty line" *> go number) text at no yes

-- | One or more lines up to the end of the text, where those before decide what one may be: a form makes what the next
-- one is given, too.
onward :: String -> s -> (s -> Reader (a, s)) -> Reader [a]
onward wrong state form = Reader $ \text at no yes ->
  run (lineOf wrong (form state)) text at no $ \(found, state') at' ->
    if at' > B.length text then yes [found] at' else run (onward wrong state' form) text at' no (yes . (found :))
