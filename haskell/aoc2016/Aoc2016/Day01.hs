-- | No Time for a Taxicab: walks are elements of a group, and the corners of one are a scan of products.
--
-- An instruction is a rigid motion: a turn, and how far it leads, as Gaussian integers. To do one after the other, as the
-- walker sees it, is their product. So the end is the product of all, and corners are those of the walk's beginnings.
module Aoc2016.Day01 (parse, part1, part2, Gaussian (..), Motion (..), inverse, instruction) where

import Control.Applicative (many, (<|>))
import Control.DeepSeq (NFData)
import Data.List (sortOn)
import Data.Maybe (listToMaybe, mapMaybe)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | @Gaussian a b@ is a + bi.
data Gaussian = Gaussian !Int !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

plus, times :: Gaussian -> Gaussian -> Gaussian
plus (Gaussian a b) (Gaussian c d) = Gaussian (a + c) (b + d)
times (Gaussian a b) (Gaussian c d) = Gaussian (a * c - b * d) (a * d + b * c)

-- | Where one looks after it, and where one is, if one looked along 1 at 0 before it.
data Motion = Motion !Gaussian !Gaussian
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The one, and then the other from there.
instance Semigroup Motion where
  Motion turn far <> Motion turn' far' = Motion (turn `times` turn') (far `plus` (turn `times` far'))

instance Monoid Motion where
  mempty = Motion (Gaussian 1 0) (Gaussian 0 0)

-- | The motion that leads back. A turn's inverse is its conjugate.
inverse :: Motion -> Motion
inverse (Motion (Gaussian a b) far) = Motion back (back `times` (Gaussian (-1) 0 `times` far))
  where
    back = Gaussian a (-b)

-- | A turn by i or by -i, and blocks straight on after it.
instruction :: Int -> Int -> Motion
instruction turn blocks = Motion (Gaussian 0 turn) (Gaussian 0 (turn * blocks))

parse :: Text -> Either InvalidInput [Motion]
parse = whole (lineOf wrong (valid (few <$> ((:) <$> one <*> many (tag ", " *> one)))))
  where
    one = valid (some <$> char (\turn -> turn == 'L' || turn == 'R') <*> natural 200)
    some turn blocks = if blocks > 0 then Just (instruction (if turn == 'L' then 1 else -1) blocks) else Nothing
    few found = if null (drop 20000 found) then Just found else Nothing
    wrong = "expected 1 to 20000 instructions as R5, L12, each to at most 200 blocks"

part1 :: [Motion] -> Int
part1 walk = let Motion _ end = mconcat walk in distance end

part2 :: [Motion] -> Either NoAnswer Int
part2 walk = maybe (Left (NoAnswer "no place is visited twice")) (Right . distance) (twice (zipWith Street corners (drop 1 corners)))
  where
    corners = [place | Motion _ place <- scanl (<>) mempty walk]

distance :: Gaussian -> Int
distance (Gaussian x y) = abs x + abs y

-- | From one corner to the next.
data Street = Street !Gaussian !Gaussian

-- | The first place that is visited twice.
twice :: [Street] -> Maybe Gaussian
twice = go []
  where
    -- Those before the last, which only touches the next.
    go earlier (street : next : later) = listToMaybe (nearest next (mapMaybe (meeting next) earlier)) <|> go (street : earlier) (next : later)
    go _ _ = Nothing
    nearest (Street from _) = sortOn (\place -> distance (place `plus` (Gaussian (-1) 0 `times` from)))

-- | The place that two streets share which is the nearest to where the first begins: both are boxes, and so is what they share.
meeting :: Street -> Street -> Maybe Gaussian
meeting (Street (Gaussian x y) (Gaussian x' y')) (Street (Gaussian v w) (Gaussian v' w'))
  | west <= east && south <= north = Just (Gaussian (max west (min east x)) (max south (min north y)))
  | otherwise = Nothing
  where
    west = max (min x x') (min v v')
    east = min (max x x') (max v v')
    south = max (min y y') (min w w')
    north = min (max y y') (max w w')
