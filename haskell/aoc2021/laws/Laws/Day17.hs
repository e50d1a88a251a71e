-- | Paths have one point more than edges, and shots that hit are counted as if they were flown.
module Laws.Day17 (laws) where

import Aoc2021.Day17
import Data.Either (isLeft)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day17"
    [ testProperty "points less edges: 1 for a path, 0 for none" $
        forAll (range 20) $ \a ->
          let inside t = if t `isIn` a then Range 0 0 else Range 0 (-1)
           in euler size inside 20 === (if size (a <> Range 1 20) > 0 then 1 else 0),
      testProperty "what is in both ranges is in each" $
        forAll (range 20) $ \a -> forAll (range 20) $ \b ->
          filter (`isIn` (a <> b)) [-20 .. 20] === filter (`isIn` a) (filter (`isIn` b) [-20 .. 20]),
      testProperty "a range's size is how many numbers are in it" $
        forAll (range 20) $ \a -> size a === length (filter (`isIn` a) [-20 .. 20]),
      testProperty "vertical speeds are those of shots that are there" $
        forAll (range 40) $ \ys -> forAll (choose (1, 15)) $ \t ->
          filter (`isIn` vertical ys t) speeds === filter (\v -> snd (flight (0, v) !! t) `isIn` ys) speeds,
      testProperty "so are horizontal ones" $
        forAll (range 40) $ \xs -> forAll (choose (1, 15)) $ \t ->
          filter (`isIn` horizontal xs t) speeds === filter (\v -> fst (flight (v, 0) !! t) `isIn` xs) speeds,
      testProperty "the highest shot and how many hit, as by flying them all" $
        forAll target $ \aim -> case (part1 aim, part2 aim) of
          (Right highest, Right count) -> (highest, count) === flown aim
          (highest, count) -> isLeft highest .&&. isLeft count,
      testProperty "left is like right" $
        forAll target $ \aim@(Target (Range left right) ys) ->
          let mirrored = Target (Range (-right) (-left)) ys
           in answers aim === answers mirrored
    ]
  where
    speeds = [-50 .. 50]
    answers aim = either (const Nothing) Just ((,) <$> part1 aim <*> part2 aim)

isIn :: Int -> Range -> Bool
isIn n (Range a b) = a <= n && n <= b

-- | A range of numbers that are not farther from 0; it may be empty.
range :: Int -> Gen Range
range far = Range <$> choose (-far, far) <*> choose (-far, far)

target :: Gen Target
target = Target <$> some <*> some
  where
    some = do
      (a, b) <- (,) <$> choose (-9, 9) <*> choose (-9, 9)
      pure (Range (min a b) (max a b))

-- | Where a shot is before the first step, after it, and so on.
flight :: (Int, Int) -> [(Int, Int)]
flight (vx, vy) = scanl step (0, 0) (zip (slower vx) [vy, vy - 1 ..])
  where
    step (x, y) (dx, dy) = (x + dx, y + dy)
    slower = iterate (\v -> v - signum v)

-- | The greatest height, and how many hit.
flown :: Target -> (Int, Int)
flown (Target xs ys) = (maximum (0 : map (maximum . map snd) hits), length hits)
  where
    hits = filter (any inside . drop 1) [take 23 (flight (vx, vy)) | vx <- [-10 .. 10], vy <- [-10 .. 10]]
    inside (x, y) = x `isIn` xs && y `isIn` ys
