-- | Transparent Origami: folds are a monoid of zigzags, and a zigzag is where it turns.
--
-- To fold along a line is to apply \(x \mapsto \min(x, 2k - x)\) to one of a dot's numbers: it rises
-- with slope 1 up to \(k\), and falls from there on. What do folds in turn do? Whatever they are, the
-- graph comes out of the far left as \(x \mapsto x\), has slope 1 or -1 everywhere, and so is told
-- by the places where it turns. Folding in the middle again and again makes a triangle wave.
--
-- Zigzags compose by one rule:
--
-- > turns (f, then g)  =  turns f, and all x with f x in turns g
--
-- For where @f@ turns, it comes back the way that it went, and whatever @g@ makes of the one way it
-- makes of the other. So the folds of an axis are a 'mconcat', their normal form is a sorted list of
-- numbers, and folds that do nothing vanish in it by themselves. As it doesn't matter how they are
-- grouped, they are put together by halves. Dots come last: one look at the wave for each number.
module Aoc2021.Day13
  ( parse,
    part1,
    part2,
    Zigzag,
    turns,
    fold,
    at,
    wave,
  )
where

import Control.DeepSeq (NFData)
import Control.Monad.ST (runST)
import Data.Bits (shiftR, unsafeShiftL, (.&.), (.|.))
import qualified Data.ByteString as W (unfoldrN)
import qualified Data.ByteString.Char8 as B
import Data.ByteString.Internal (c2w)
import Data.Char (isDigit)
import Data.Int (Int16)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places

-- | Where a function turns that is x for the least numbers and has slope 1 or -1; in order.
newtype Zigzag = Zigzag {turns :: U.Vector Int}
  deriving stock (Eq, Show)

-- | The first, then the second.
instance Semigroup Zigzag where
  Zigzag f <> Zigzag g = case U.toList f of
    [] -> Zigzag g
    first : later -> Zigzag (U.concat (U.takeWhile (< first) g : beyond falling first first later))
    where
      -- From a turn on, where f is that high.
      beyond isRising x y later = U.singleton x : piece : rest
        where
          piece
            | isRising = U.map (+ (x - y)) (between y end)
            | otherwise = U.reverse (U.map ((x + y) -) (between end y))
          (end, rest) = case later of
            [] -> (if isRising then maxBound else minBound, [])
            next : others -> (y', beyond (not isRising) next y' others)
              where
                y' = if isRising then y + (next - x) else y - (next - x)
      falling = False
      between low high = U.takeWhile (< high) (U.drop (count (<= low) g) g)

instance Monoid Zigzag where
  mempty = Zigzag U.empty

-- | How many leading numbers are so? By halves.
count :: (Int -> Bool) -> U.Vector Int -> Int
count so numbers = go 0 (U.length numbers)
  where
    go !low !high
      | low == high = low
      | so (U.unsafeIndex numbers middle) = go (middle + 1) high
      | otherwise = go low middle
      where
        middle = (low + high) `div` 2

-- | What paper does that is folded along a line.
fold :: Int -> Zigzag
fold = Zigzag . U.singleton

-- | What becomes of a number.
at :: Zigzag -> Int -> Int
at (Zigzag f) x = U.ifoldl' flipped x (U.takeWhile (< x) f)
  where
    -- The slope changes by 2 at each turn, down and up in turn.
    flipped y n turn = if even n then y - 2 * (x - turn) else y + 2 * (x - turn)

-- | What becomes of the numbers from 0 to the last one: a step on at each, and back from each turn.
wave :: Int -> Zigzag -> Numbers
wave end f = U.unfoldrExactN (end + 1) next (0, at f 0, first, past, turn past)
  where
    first = if even past then 1 else -1
    past = count (< 0) (turns f)
    turn n = if n < U.length (turns f) then U.unsafeIndex (turns f) n else maxBound
    next (!x, !y, !step, !n, !there)
      | x == there = (fromIntegral y, (x + 1, y - step, negate step, n + 1, turn (n + 1)))
      | otherwise = (fromIntegral y, (x + 1, y + step, step, n, there))

-- | They are short, and from -9999 on: that is how far a fold goes.
type Numbers = U.Vector Int16

data Axis = X | Y
  deriving stock (Eq, Generic)
  deriving anyclass (NFData)

-- | The dots' xs and ys, and the folds.
data Paper = Paper !Numbers !Numbers ![(Axis, Int)]
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Paper -> Int
part1 (Paper xs ys folds) = distinct (width * height) (places width columns rows)
  where
    (columns@(Side width _ _), rows@(Side height _ _)) = picture (Paper xs ys (take 1 folds))

-- | How many different numbers are there, all below the given one?
distinct :: Int -> U.Vector Int -> Int
distinct end numbers = runST $ do
  seen <- M.replicate (end `shiftR` 6 + 1) (0 :: Word64)
  let add !total number = do
        let (word, own) = (number `shiftR` 6, 1 `unsafeShiftL` (number .&. 63))
        before <- M.unsafeRead seen word
        M.unsafeWrite seen word (before .|. own)
        pure (if before .&. own == 0 then total + 1 else total)
  U.foldM' add 0 numbers
{-# INLINE distinct #-}

part2 :: Paper -> Text
part2 paper = fst (W.unfoldrN (long * height - 1) (\n -> Just (U.unsafeIndex inked n, n + 1)) 0)
  where
    (columns@(Side width _ _), rows@(Side height _ _)) = picture paper
    long = width + 1
    inked = U.create $ do
      blank <- M.replicate (long * height) (c2w '.')
      mapM_ (\row -> M.unsafeWrite blank (row * long - 1) (c2w '\n')) [1 .. height]
      U.forM_ (places long columns rows) $ \place -> M.unsafeWrite blank place (c2w '#')
      pure blank

-- | How many columns or rows a picture has, which is the first, and in which ones the dots are.
data Side = Side !Int !Int !Numbers

-- | Where the dots are in reading order, if a row is that long.
places :: Int -> Side -> Side -> U.Vector Int
places long (Side _ left columns) (Side _ top rows) = U.zipWith place columns rows
  where
    place x y = (fromIntegral y - top) * long + fromIntegral x - left
{-# INLINE places #-}

-- | The columns and the rows after the folds.
picture :: Paper -> (Side, Side)
picture (Paper xs ys folds) = (along X xs, along Y ys)
  where
    along axis numbers = Side (most - least + 1) least folded
      where
        lines' = [line | (axis', line) <- folds, axis' == axis]
        folded = case lines' of
          [] -> numbers
          [k] -> U.map (\x -> min x (2 * fromIntegral k - x)) numbers
          _ -> U.map (U.unsafeIndex ruler . fromIntegral) numbers
        ruler = wave (fromIntegral (U.maximum numbers)) (balanced lines')
        least = min 0 (fromIntegral (U.minimum folded))
        most = max (fromIntegral (U.maximum folded)) (if null lines' then 0 else minimum lines' - 1)

-- | All folds, put together by halves.
balanced :: [Int] -> Zigzag
balanced = go . U.fromList
  where
    go lines' = case U.length lines' of
      0 -> mempty
      1 -> fold (U.head lines')
      n -> let (some, others) = U.splitAt (n `div` 2) lines' in go some <> go others

limit :: Int
limit = 9999

parse :: Text -> Either InvalidInput Paper
parse text = do
  (xs, ys, rest) <- readDots text
  let next = U.length xs + 2
  case B.drop rest text of
    "" -> Left (InvalidInput end "expected folds after the dots and an empty line")
    folds -> Paper xs ys <$> traverse readFold (zip [next ..] (B.split '\n' folds))
  where
    end = lineAt text (B.length text)

-- | The dots, and where the folds begin, beyond an empty line.
readDots :: Text -> Either InvalidInput (Numbers, Numbers, Int)
readDots text = runST $ do
  xs <- M.unsafeNew room
  ys <- M.unsafeNew room
  let go !n !here
        | byteAt text here == newline && n > 0 = do
          xs' <- U.unsafeFreeze (M.take n xs)
          ys' <- U.unsafeFreeze (M.take n ys)
          pure (Right (xs', ys', here + 1))
        | otherwise =
          naturalAt limit text here slowly $ \x there ->
            if byteAt text there /= comma
              then slowly
              else naturalAt limit text (there + 1) slowly $ \y end ->
                if byteAt text end /= newline then slowly else found x y end
        where
          found x y end = do
            M.unsafeWrite xs n (fromIntegral x)
            M.unsafeWrite ys n (fromIntegral y)
            go (n + 1) (end + 1)
          slowly = case readDot (n + 1) line' of
            Left wrong -> pure (Left wrong)
            Right (x, y) -> found x y (here + B.length line')
          line' = B.takeWhile (/= '\n') (B.drop here text)
  go 0 0
  where
    -- A dot has three bytes at least, and the end of its line.
    room = B.length text `quot` 4 + 1
    newline = 10
    comma = 44

readDot :: Int -> Text -> Either InvalidInput (Int, Int)
readDot number text
  | all spelled [x, y] = (,) <$> natural limit number x <*> natural limit number y
  | otherwise = Left (InvalidInput number "expected a dot as x,y")
  where
    (x, y) = B.drop 1 <$> B.break (== ',') text

readFold :: (Int, Text) -> Either InvalidInput (Axis, Int)
readFold (number, text) = case B.splitAt 13 text of
  ("fold along x=", line') | spelled line' -> (X,) <$> natural limit number line'
  ("fold along y=", line') | spelled line' -> (Y,) <$> natural limit number line'
  _ -> Left (InvalidInput number "expected a fold as fold along x=5 or fold along y=5")

spelled :: Text -> Bool
spelled word = not (B.null word) && B.all isDigit word
