-- | A Maze of Twisty Little Cubicles: walls are where they should be; dilation keeps unions, grows, and takes a step at a time.
module Laws.Day13 (laws) where

import Aoc2016.Day13
import Data.Bits
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

-- | Some places of an office, by its number.
shapes :: Int -> Gen Shape
shapes number = U.zipWith (.&.) (open number) . U.fromList <$> vectorOf 64 (oneof [pure 0, arbitrary, bit <$> choose (0, 63)])

numbers :: Gen Int
numbers = choose (0, 999999)

places :: Shape -> [(Int, Int)]
places shape = [(x, y) | (y, row) <- zip [0 ..] (U.toList shape), x <- [0 .. 63], testBit row x]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day13"
    [ testProperty "where the sum has an even number of ones it is open" . withMaxSuccess 30 $
        forAll numbers $ \number ->
          let isOpen (x, y) = even (popCount (x * x + 3 * x + 2 * x * y + y + y * y + number))
           in places (open number) === filter isOpen [(x, y) | y <- [0 .. 63], x <- [0 .. 63]],
      testProperty "the dilation of a union is the union of dilations" $
        forAll numbers $ \number -> forAll (shapes number) $ \one -> forAll (shapes number) $ \other ->
          dilated (open number) (U.zipWith (.|.) one other)
            === U.zipWith (.|.) (dilated (open number) one) (dilated (open number) other),
      testProperty "it has a shape's places, and open ones beside them" . withMaxSuccess 30 $
        forAll numbers $ \number -> forAll (resize 3 (shapes number)) $ \shape ->
          let there = places shape
              beside (x, y) = [(x, y), (x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
              wanted = filter (any (`elem` there) . beside) (places (open number))
           in places (dilated (open number) shape) === wanted
    ]
