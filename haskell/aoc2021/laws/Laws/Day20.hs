-- | Polynomials are the functions that they come from, and images become what each pixel becomes.
module Laws.Day20 (laws) where

import Aoc2021.Day20
import Data.Bits (bit, shiftL, testBit, xor, (.&.))
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

-- | The values of a function of so many variables.
truths :: Int -> Gen Integer
truths variables = choose (0, bit (bit variables) - 1)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day20"
    [ testProperty "a function's value is the sum of the terms whose variables are all 1" $
        forAll (choose (0, 9)) $ \variables ->
          forAll (truths variables) $ \values ->
            forAll (choose (0, bit variables - 1)) $ \place ->
              let terms = [term | term <- [0 .. place], term .&. place == term]
                  one = testBit (coefficients variables values)
               in odd (length (filter one terms)) === testBit values place,
      testProperty "who takes the coefficients twice has the values again" $
        forAll (truths 9) $ \values -> coefficients 9 (coefficients 9 values) === values,
      testProperty "sums of functions have sums of coefficients" $
        forAll (truths 9) $ \a ->
          forAll (truths 9) $ \b ->
            coefficients 9 (a `xor` b) === coefficients 9 a `xor` coefficients 9 b,
      testProperty "the lights are counted" $
        forAll pixels $ \rows ->
          light (image (text rows)) === length (filter (== '#') (concat rows)),
      testProperty "all pixels become what each becomes" $
        forAll (choose (0, bit 511 - 1)) $ \others ->
          forAll pixels $ \rows ->
            let values = others `shiftL` 1
                (height, width) = (length rows, length (head rows))
                inside row column = row >= 0 && row < height && column >= 0 && column < width
                at row column = inside row column && rows !! row !! column == '#'
                around row column = [at (row + y) (column + x) | y <- [-1, 0, 1], x <- [-1, 0, 1]]
                index = List.foldl' (\more one -> 2 * more + fromEnum one) 0
                next row column = if testBit values (index (around row column)) then '#' else '.'
             in enhanced (polynomial values) (image (text rows))
                  === image (text [[next row column | column <- [-1 .. width]] | row <- [-1 .. height]])
    ]
  where
    text = map B.pack
    pixels = do
      (width, height) <- (,) <$> choose (1, 140) <*> choose (1, 6)
      vectorOf height (vectorOf width (elements "#."))
