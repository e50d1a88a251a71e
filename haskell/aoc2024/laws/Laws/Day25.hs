-- | Code Chronicle: sums over all that is below, and back.
module Laws.Day25 (laws) where

import Aoc2024.Day25
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

digits :: Int -> Int -> [Int]
digits axes point = [point `div` side ^ axis `mod` side | axis <- [0 .. axes - 1]]

isBelow :: Int -> Int -> Int -> Bool
isBelow axes a b = and (zipWith (<=) (digits axes a) (digits axes b))

-- | Numbers of axes, and counts at all points.
countings :: Gen (Int, U.Vector Int)
countings = choose (0, 3) >>= \axes -> (axes,) . U.fromList <$> vectorOf (side ^ axes) (choose (0, 9))

laws :: TestTree
laws =
  testGroup
    "aoc2024/day25"
    [ testProperty "what is below is summed up" $
        forAll countings $ \(axes, counts) ->
          U.toList (below axes counts) === [U.sum (U.ifilter (\a _ -> isBelow axes a b) counts) | b <- [0 .. side ^ axes - 1]],
      testProperty "Möbius inversion: sums with signs over neighbours give the counts back" $
        forAll countings $ \(axes, counts) ->
          let sums = below axes counts
              back b = sum [(-1) ^ length axesDown * sums U.! (b - sum (map (side ^) axesDown)) | axesDown <- subsets [axis | (axis, digit) <- zip [0 :: Int ..] (digits axes b), digit > 0]]
           in map back [0 .. side ^ axes - 1] === U.toList counts,
      testProperty "what is below is additive" $
        forAll countings $ \(axes, counts) -> below axes (U.zipWith (+) counts counts) === U.map (2 *) (below axes counts),
      testProperty "five bytes are digits to base 6" $
        forAll (vectorOf 5 (choose (0, 5))) $ \heights -> digits 5 (toBase6 (foldr (\height bytes -> 256 * bytes + fromIntegral height) 0 heights)) === heights,
      testProperty "a lock and a key fit if heights come to 5 at most in each column" $
        forAll ((,) <$> vectorOf 5 (choose (0, 5)) <*> vectorOf 5 (choose (0, 5))) $ \(lock, key) ->
          let drawing heights = [[if row <= height then '#' else '.' | height <- heights] | row <- [0 .. 6 :: Int]]
              text = B.intercalate "\n" (map B.pack (drawing lock <> [""] <> reverse (drawing key)))
           in either (const (-1)) part1 (parse text) === fromEnum (and (zipWith (\a b -> a + b <= 5) lock key))
    ]
  where
    subsets = foldr (\axis rest -> rest <> map (axis :) rest) [[]]
