-- | Paths have one point more than edges, and shots that hit are counted as if they were flown.
module Laws.Day17 (laws) where

import Aoc2021.Day17
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day17"
    [ testProperty "points less edges: 1 for a path, 0 for none" $
        forAll (range (-20) 20) $ \a ->
          let inside t = if t `isIn` a then Range 0 0 else Range 0 (-1)
           in euler size inside 20 === (if size (a <> Range 1 20) > 0 then 1 else 0),
      testProperty "what is in both ranges is in each" $
        forAll (range (-20) 20) $ \a -> forAll (range (-20) 20) $ \b ->
          filter (`isIn` (a <> b)) [-20 .. 20] === filter (`isIn` a) (filter (`isIn` b) [-20 .. 20]),
      testProperty "a range's size is how many numbers are in it" $
        forAll (range (-20) 20) $ \a -> size a === length (filter (`isIn` a) [-20 .. 20]),
      testProperty "vertical speeds are those of shots that are there" $
        forAll (range (-40) 40) $ \ys -> forAll (choose (1, 15)) $ \t ->
          filter (`isIn` vertical ys t) speeds === filter (\v -> snd (flight (0, v) !! t) `isIn` ys) speeds,
      testProperty "so are horizontal ones" $
        forAll (range 1 40) $ \xs -> forAll (choose (1, 15)) $ \t ->
          filter (`isIn` horizontal xs t) [0 .. 50] === filter (\v -> fst (flight (v, 0) !! t) `isIn` xs) [0 .. 50],
      testProperty "how many shots hit, as by flying them all" $
        forAll (range 1 9) $ \xs -> forAll (range (-9) (-1)) $ \ys -> part2 (Target xs ys) === flown xs ys
    ]
  where
    speeds = [-50 .. 50]

isIn :: Int -> Range -> Bool
isIn n (Range a b) = a <= n && n <= b

range :: Int -> Int -> Gen Range
range low high = do
  (a, b) <- (,) <$> choose (low, high) <*> choose (low, high)
  pure (Range (min a b) (max a b))

-- | Where a shot is before the first step, after it, and so on.
flight :: (Int, Int) -> [(Int, Int)]
flight (vx, vy) = scanl (\(x, y) (dx, dy) -> (x + dx, y + dy)) (0, 0) (zip (iterate slower vx) [vy, vy - 1 ..])
  where
    slower v = v - signum v

flown :: Range -> Range -> Int
flown xs ys = length (filter (any inside . drop 1) [take 21 (flight (vx, vy)) | vx <- [0 .. 10], vy <- [-10 .. 10]])
  where
    inside (x, y) = x `isIn` xs && y `isIn` ys
