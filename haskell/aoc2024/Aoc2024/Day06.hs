-- | Guard Gallivant: a walk is a power of the step from turn to turn, and powers by repeated squaring look far ahead.
--
-- A step maps each turn to the next; the rim maps to itself. Walks of all lengths are composed as functions, so that the 1st, 2nd, 4th and
-- so on power bring any turn forward by any number of steps, which are that number's binary digits. A route passes a position in a
-- direction if, one step before it gets to the turn that is ahead of the position, it starts from farther back.
module Aoc2024.Day06 (parse, part1, part2, Walk (..), powers, walked, cuts, labOf, routesOf, isTrap, firsts, Lab (..)) where

import Control.DeepSeq (NFData)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import qualified Data.IntSet as IntSet
import Data.List (foldl')
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (grid)

-- | The width of a map with its rim, whether a place of it is open (0), has an obstruction (1) or is on the rim (2), and the guard's.
data Lab = Lab {width :: !Int, cells :: !(U.Vector Int), start :: !Int}
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

-- | Up, right, down, left.
type Direction = Int

parse :: Text -> Either InvalidInput Lab
parse text = do
  (_, height) <- grid 500 wrong (`elem` [35, 46, 94]) (if B.elem '^' more then before <> B.cons '^' (B.map (\cell -> if cell == '^' then '?' else cell) more) else text)
  if B.null after then Left (InvalidInput height "expected a guard ^") else Right (labOf text)
  where
    (before, after) = B.span (/= '^') text
    more = B.drop 1 after
    wrong = "expected a row as long as the first, at most 500, of . # and one ^, in at most 500 rows"

labOf :: Text -> Lab
labOf text = Lab across (U.concat ([rim] <> map row [0 .. height - 1] <> [rim])) (across * (y + 1) + x + 1)
  where
    across = B.length (B.takeWhile (/= '\n') text) + 2
    height = (B.length text + 1) `quot` (across - 1)
    rim = U.replicate across 2
    row number = U.generate across (\column -> if column == 0 || column == across - 1 then 2 else fromEnum (byteAt text ((across - 1) * number + column - 1) == 35))
    (y, x) = B.length (B.takeWhile (/= '^') text) `quotRem` (across - 1)

step :: Lab -> Direction -> Int
step lab direction = (if odd direction then 1 else width lab) * (if rises direction then 1 else -1)

turned :: Direction -> Direction
turned direction = (direction + 1) .&. 3

-- | The direction in which the guard first comes to each place, or -1.
firsts :: Lab -> Either NoAnswer (U.Vector Direction)
firsts lab
  | U.length states == most = Left (NoAnswer "the guard never leaves")
  | otherwise = Right (U.update (U.replicate (U.length (cells lab)) (-1)) (U.reverse states))
  where
    most = 4 * U.length (cells lab)
    states = U.unfoldrN most go (start lab, 0)
    go (place, direction) = case cells lab U.! front of
      _ | cells lab U.! place == 2 -> Nothing
      1 -> Just ((place, direction), (place, turned direction))
      _ -> Just ((place, direction), (front, direction))
      where
        front = place + step lab direction

-- | How many obstructions or places of the rim are at or before each place, by rows and by columns, and how many are there?
data Stops = Stops !(U.Vector Int) !(U.Vector Int) !Int

stopsOf :: Lab -> Stops
stopsOf lab = Stops byRow (U.concat (map (U.zipWith (+) others) columns)) (U.last byRow)
  where
    stops = U.map (min 1) (cells lab)
    byRow = U.postscanl' (+) 0 stops
    columns = scanl1 (U.zipWith (+)) [U.slice from (width lab) stops | from <- [0, width lab .. U.length stops - 1]]
    others = U.prescanl' (+) 0 (last columns)

-- | The turn that is next in a direction from an open place.
ahead :: Stops -> Direction -> Int -> Int
ahead (Stops byRow byColumn count) direction place =
  count * direction + (if odd direction then byRow else byColumn) U.! place - (if rises direction then 0 else 1)

rises :: Direction -> Bool
rises direction = direction == 1 || direction == 2

-- | So many steps for each turn, at most: where they end, and how many they are.
data Walk = Walk {ends :: !(U.Vector Int), steps :: !(U.Vector Int)}
  deriving stock (Eq, Show)

-- | One after the other.
instance Semigroup Walk where
  Walk ends' steps' <> Walk ends'' steps'' =
    Walk (U.backpermute ends'' ends') (U.zipWith (+) steps' (U.backpermute steps'' ends'))

-- | A step's powers by 1, 2, 4 and so on, the last of which ends nowhere else if it is repeated.
powers :: Walk -> [Walk]
powers walk = if ends twice == ends walk then [walk] else walk : powers twice
  where
    twice = walk <> walk

-- | Where so many steps end.
walked :: [Walk] -> Int -> Int -> Int
walked (walk : longer) count from
  | count > 0 = walked longer (count `shiftR` 1) (if odd count then ends walk U.! from else from)
walked _ _ from = from

-- | The least turn of each cycle but those of one turn.
cuts :: U.Vector Int -> [Int]
cuts next = go (IntSet.fromList (U.toList (U.filter (\turn -> next U.! turn /= turn) far)))
  where
    far = iterate (\power -> U.backpermute power power) next !! (finiteBitSize (U.length next) - countLeadingZeros (U.length next))
    go rest = case IntSet.minView rest of
      Nothing -> []
      Just (least, others) -> least : go (foldl' (flip IntSet.delete) others (takeWhile (/= least) (iterate (next U.!) (next U.! least))))

-- | The next turn after each, where its step starts, and the powers of the step that stays at the rim, and on each cycle at one turn.
data Routes = Routes !Stops !(U.Vector Int) !(U.Vector Int) [Walk]

routesOf :: Lab -> Routes
routesOf lab = Routes around after starts (powers (Walk cut (U.imap (\from to -> if to == from then 0 else 1) cut)))
  where
    around@(Stops _ _ count) = stopsOf lab
    obstructions = U.findIndices (== 1) (cells lab)
    turns = U.concat [U.map (turn direction) (U.filter ((== 0) . (cells lab U.!)) (U.map (subtract (step lab direction)) obstructions)) | direction <- [0 .. 3]]
    turn direction before = (ahead around direction before, (ahead around (turned direction) before, before))
    (after, starts) = U.unzip (U.update (U.map (,0) (U.enumFromN 0 (4 * count))) turns)
    cut = U.update after (U.fromList [(turn', turn') | turn' <- cuts after])

-- | Does an obstruction at a place, which the guard meets in a direction, keep him for ever?
isTrap :: Lab -> Routes -> Int -> Direction -> Bool
isTrap lab (Routes around after starts walks') place = go (0 :: Int)
  where
    Walk roots depths = last walks'
    go met direction
      | testBit met direction = True
      | otherwise = case max (first turn) (if first turn < 0 then first (after U.! root) else -1) of
        -1 -> after U.! root /= root
        found -> go (setBit met direction) (found .&. 3)
      where
        turn = ahead around (turned direction) (place - step lab direction)
        root = roots U.! turn
    -- In which direction does a route pass the place first? In the two lowest bits, and -1 if it does not.
    first turn = foldl' (\best way -> max best (rank turn way (ahead around way place))) (-1) [0 .. 3]
    rank turn way target
      | more > 0 && roots U.! turn == roots U.! target && isBy way target (walked walks' (more - 1) turn) = 4 * depths U.! target + 4 + way
      | root /= target && isBy way target root = way
      | otherwise = -1
      where
        more = depths U.! turn - depths U.! target
        root = roots U.! turn
    isBy way target turn = after U.! turn == target && (if rises way then starts U.! turn < place else starts U.! turn > place)

part1 :: Lab -> Either NoAnswer Int
part1 lab = U.length . U.filter (>= 0) <$> firsts lab

part2 :: Lab -> Either NoAnswer Int
part2 lab = U.length . U.filter trapped . U.indexed <$> firsts lab
  where
    routes = routesOf lab
    trapped (place, direction) = direction >= 0 && place /= start lab && isTrap lab routes place direction
