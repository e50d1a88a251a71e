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
import Data.Bits (bit, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Short as S
import Data.Char (isDigit)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading (natural, numbered)

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

-- | What becomes of the numbers from 0 to the last one: straight from turn to turn.
wave :: Int -> Zigzag -> U.Vector Int
wave end f = U.concat (go 0 (at f 0) slope (U.toList (U.drop past (turns f))))
  where
    past = count (<= 0) (turns f)
    slope = if even past then 1 else -1
    go x y up (turn : later)
      | turn <= end = U.enumFromStepN y up (turn - x) : go turn (y + up * (turn - x)) (negate up) later
    go x y up _ = [U.enumFromStepN y up (end + 1 - x)]

data Axis = X | Y
  deriving stock (Eq, Generic)
  deriving anyclass (NFData)

-- | The dots' xs and ys, and the folds.
data Paper = Paper !(U.Vector Int) !(U.Vector Int) ![(Axis, Int)]
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Paper -> Int
part1 (Paper xs ys folds) = distinct (width * height) (places width folded)
  where
    folded@(Picture width height _ _) = picture (Paper xs ys (take 1 folds))

-- | How many different numbers are there, all below the given one?
distinct :: Int -> U.Vector Int -> Int
distinct end numbers = runST $ do
  seen <- M.replicate (end `shiftR` 6 + 1) (0 :: Word64)
  let add !total number = do
        let (word, own) = (number `shiftR` 6, bit (number .&. 63))
        before <- M.unsafeRead seen word
        M.unsafeWrite seen word (before .|. own)
        pure (if before .&. own == 0 then total + 1 else total)
  U.foldM' add 0 numbers

part2 :: Paper -> Text
part2 paper = fst (B.unfoldrN (U.length inked - 1) (\place -> Just (U.unsafeIndex inked place, place + 1)) 0)
  where
    folded@(Picture width height _ _) = picture paper
    blank = U.concat (replicate height (U.snoc (U.replicate width '.') '\n'))
    inked = U.update_ blank dots (U.replicate (U.length dots) '#')
    dots = places (width + 1) folded

-- | How many columns and rows it has, and its dots' columns and rows.
data Picture = Picture !Int !Int !(U.Vector Int) !(U.Vector Int)

-- | Where the dots are in reading order, if a row is that long.
places :: Int -> Picture -> U.Vector Int
places long (Picture _ _ columns rows) = U.zipWith (\x y -> y * long + x) columns rows

picture :: Paper -> Picture
picture (Paper xs ys folds) = Picture width height columns rows
  where
    (width, columns) = along X xs
    (height, rows) = along Y ys
    along axis numbers = (most - least + 1, U.map (subtract least) folded)
      where
        lines' = [line | (axis', line) <- folds, axis' == axis]
        ruler = wave (U.maximum numbers) (balanced lines')
        folded = U.map (U.unsafeIndex ruler) numbers
        least = min 0 (U.minimum folded)
        most = max (U.maximum folded) (if null lines' then 0 else minimum lines' - 1)

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
    "" -> Left (InvalidInput (B.count '\n' text + 1) "expected folds after the dots and an empty line")
    folds -> Paper xs ys <$> traverse readFold (zip [next ..] (B.split '\n' folds))

-- | The dots, and where the folds begin, beyond an empty line.
readDots :: Text -> Either InvalidInput (U.Vector Int, U.Vector Int, Int)
readDots text = runST $ do
  xs <- M.unsafeNew room
  ys <- M.unsafeNew room
  let -- The n-th dot's x, or its y, starts at that byte, and so far it is that value.
      go !here !n !isX !start !value
        | digit <= 9 && more <= limit = go (here + 1) n isX start more
        | start == here && isX && n > 0 && byte == newline = do
          dots <- (,) <$> U.unsafeFreeze (M.take n xs) <*> U.unsafeFreeze (M.take n ys)
          pure (Right (fst dots, snd dots, here + 1))
        | start == here = wrong
        | isX && byte == comma = M.unsafeWrite xs n value *> go (here + 1) n False (here + 1) 0
        | not isX && byte == newline = M.unsafeWrite ys n value *> go (here + 1) (n + 1) True (here + 1) 0
        | otherwise = wrong
        where
          byte = if here < size then S.index short here else newline
          digit = fromIntegral byte - 48 :: Word
          more = 10 * value + fromIntegral digit
          wrong = pure (Left (wrongDot (n + 1) (snd (numbered text !! n))))
  go 0 0 True 0 0
  where
    room = B.count '\n' text + 1
    -- A short string is an array on the heap: to index it is cheaper by far.
    short = S.toShort text
    size = S.length short
    newline = 10
    comma = 44

wrongDot :: Int -> Text -> InvalidInput
wrongDot number text
  | all spelled [x, y], Left tooLarge <- traverse (natural limit number) [x, y] = tooLarge
  | otherwise = InvalidInput number "expected a dot as x,y"
  where
    (x, y) = B.drop 1 <$> B.break (== ',') text

readFold :: (Int, Text) -> Either InvalidInput (Axis, Int)
readFold (number, text) = case B.splitAt 13 text of
  ("fold along x=", line') | spelled line' -> (X,) <$> natural limit number line'
  ("fold along y=", line') | spelled line' -> (Y,) <$> natural limit number line'
  _ -> Left (InvalidInput number "expected a fold as fold along x=5 or fold along y=5")

spelled :: Text -> Bool
spelled word = not (B.null word) && B.all isDigit word
