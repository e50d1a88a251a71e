-- | Film strips: operations on strips are natural transformations, so frames may wait for theirs until the end.
--
-- What can be done to a strip by someone who does not know what a frame is? The type @forall a. Strip a -> Strip a@ lets
-- nobody look, so @cut c . fmap f == fmap f . cut c@ holds for free, and each kind is folded by itself. Frames
-- are functions on a torus; what happens to them is an affine map of the torus, read backwards, and whether cells are inverted:
-- a group, the semidirect product of translations and turns. Its monoid folds all of them into one.
module Teaching.FilmStrips (parse, part1, part2, Strip (..), repeating, shown, Cut (..), cut, Symmetry (..), Frame, act, turn, mirror, invert, shift) where

import Control.Applicative (Alternative (..))
import Control.DeepSeq (NFData)
import Control.Monad (replicateM)
import Data.Bits (xor)
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | So many frames: those of the numbers @start@, @start + step@, and so on, each made of its number.
data Strip a = Strip {count, start, step :: !Int, made :: Int -> a}
  deriving stock (Functor, Generic)
  deriving anyclass (NFData)

data Cut = Reverse | Every !Int | First !Int | Drop !Int
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

-- | A natural transformation. No number on the way is further from 0 than some 3 * 10^18.
cut :: Cut -> Strip a -> Strip a
cut operation strip@Strip {count, start, step} = case operation of
  Reverse -> strip {start = number (count - 1), step = negate step}
  Every n -> let k = max 1 (min n count) in strip {count = (count + k - 1) `quot` k, step = step * k}
  First n -> strip {count = min n count}
  Drop n -> let k = min n count in strip {count = count - k, start = number k}
  where
    number at = start + step * at

-- | The frames of a strip that repeats some, so long.
repeating :: V.Vector a -> Int -> Strip a
repeating frames long = Strip long 0 1 (\number -> frames V.! (number `rem` V.length frames))

shown :: Strip a -> Int -> a
shown strip at = made strip (start strip + step strip * at)

-- | Is a cell lit, by its row and its column? They are those of a torus: whoever lights cells takes them modulo the side.
type Frame = Int -> Int -> Bool

-- | Where cells come from: from an origin, so far for each row, and so far for each column. And whether they are inverted.
data Symmetry = Symmetry {inverted :: !Bool, origin, down, right :: !Place}
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

data Place = Place !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The right one is done after the left one.
instance Semigroup Symmetry where
  one <> Symmetry light from below beside =
    Symmetry (inverted one `xor` light) (origin one `plus` along one from) (along one below) (along one beside)

instance Monoid Symmetry where
  mempty = Symmetry False (Place 0 0) (Place 1 0) (Place 0 1)

plus :: Place -> Place -> Place
plus (Place a b) (Place c d) = Place (a + c) (b + d)

along :: Symmetry -> Place -> Place
along Symmetry {down = Place a b, right = Place c d} (Place rows columns) = Place (a * rows + c * columns) (b * rows + d * columns)

act :: Symmetry -> Frame -> Frame
act symmetry frame row column = frame r c `xor` inverted symmetry
  where
    Place r c = origin symmetry `plus` along symmetry (Place row column)

turn, mirror, invert :: Symmetry
turn = Symmetry False (Place (-1) 0) (Place 0 1) (Place (-1) 0)
mirror = Symmetry False (Place 0 (-1)) (Place 1 0) (Place 0 (-1))
invert = mempty {inverted = True}

shift :: Int -> Symmetry
shift cells = mempty {origin = Place 0 (negate cells)}

-- | A side, the frames that a strip repeats, how long it is, and operations by their place in 'edit', each with a number.
data Film = Film {side :: !Int, given :: !(V.Vector Frame), long :: !Int, edits :: !(U.Vector (Int, Int))}
  deriving stock (Generic)
  deriving anyclass (NFData)

data Edit = OnFrames !Symmetry | OnStrip !Cut

edit :: (Int, Int) -> Edit
edit (operation, number) = case operation of
  0 -> OnFrames turn
  1 -> OnFrames mirror
  2 -> OnFrames invert
  3 -> OnFrames (shift number)
  4 -> OnStrip Reverse
  5 -> OnStrip (Every number)
  6 -> OnStrip (First number)
  _ -> OnStrip (Drop number)

parse :: Text -> Either InvalidInput Film
parse = whole $ do
  (frames, side, long) <- lineOf wrongFirst (valid (sizes <$ tag "frames " <*> natural 100 <* tag " side " <*> natural 50 <* tag " length " <*> natural longest))
  rows <- replicateM frames (gap *> replicateM side (row side))
  Film side (V.fromList (map (cells side) rows)) long <$> (gap *> block wrongOperation (operation side))
  where
    sizes frames side long = if minimum [frames, side, long] > 0 then Just (frames, side, long) else Nothing
    gap = blank "expected an empty line"
    row side = lineOf ("expected " <> show side <> " cells, # or .") (valid (ofSide side <$> word (`elem` ("#." :: String))))
    ofSide side found = if B.length found == side then Just found else Nothing
    wrongFirst = "expected frames 1 to 100, side 1 to 50 and length from 1 in 18 digits, as frames 2 side 3 length 7"
    wrongOperation = "expected turn, mirror, invert or reverse, or shift, every, first or drop and a number of at most 18 digits, not every 0"

longest :: Int
longest = 10 ^ (18 :: Int) - 1

operation :: Int -> Reader (Int, Int)
operation side =
  ((0, 0) <$ tag "turn")
    <|> ((1, 0) <$ tag "mirror")
    <|> ((2, 0) <$ tag "invert")
    <|> ((3,) . (`rem` side) <$ tag "shift " <*> natural longest)
    <|> ((4, 0) <$ tag "reverse")
    <|> ((5,) <$ tag "every " <*> valid (positive <$> natural longest))
    <|> ((6,) <$ tag "first " <*> natural longest)
    <|> ((7,) <$ tag "drop " <*> natural longest)
  where
    positive number = if number > 0 then Just number else Nothing

-- | The frame that rows draw.
cells :: Int -> [Text] -> Frame
cells side rows r c = byteAt drawn (r `mod` side * side + c `mod` side) == 35
  where
    !drawn = B.concat rows

-- | All that is done to frames, as one.
edited :: Film -> Frame -> Frame
edited film = act (U.foldl' onFrames mempty (edits film))
  where
    onFrames done one = case edit one of
      OnFrames symmetry -> done <> symmetry
      OnStrip _ -> done

-- | A strip in the end, of whatever the given frames are made into.
final :: Film -> (Frame -> a) -> Strip a
final film f = U.foldl' onStrip (repeating (V.map f (given film)) (long film)) (edits film)
  where
    onStrip strip one = case edit one of
      OnFrames _ -> strip
      OnStrip operation -> cut operation strip

places :: Film -> [[(Int, Int)]]
places film = [[(row, column) | column <- [0 .. side film - 1]] | row <- [0 .. side film - 1]]

part1 :: Film -> Integer
part1 film = toInteger rounds * first (min period (count strip)) + first rest
  where
    strip = final film (lit . edited film)
    lit frame = toInteger (length (filter (uncurry frame) (concat (places film))))
    period = V.length (given film)
    (rounds, rest) = count strip `quotRem` period
    first frames = sum (map (shown strip) [0 .. frames - 1])

part2 :: Film -> Either NoAnswer Text
part2 film
  | count strip == 0 = Left (NoAnswer "no frame is left")
  | otherwise = Right (B.intercalate "\n" (map (B.pack . map drawn) (places film)))
  where
    strip = final film (edited film)
    drawn (row, column) = if shown strip (count strip `quot` 2) row column then '#' else '.'
