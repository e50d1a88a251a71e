{-# LANGUAGE RankNTypes #-}

-- | Two-Factor Authentication: laws of lenses, and of rotations.
module Laws.Day08 (laws) where

import Aoc2016.Day08
import Data.Bits (bit, popCount)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

bits :: Int -> Gen Word64
bits size = choose (0, bit size - 1)

screens :: Gen Screen
screens = U.fromList <$> vectorOf 6 (bits 50)

-- | A place of so many bits.
lens :: String -> Int -> Lens Screen Word64 -> TestTree
lens name size place = testProperty (name <> " is a lens") $
  forAll screens $ \screen -> forAll ((,) <$> bits size <*> bits size) $ \(one, other) ->
    conjoin
      [ view place (over place (const one) screen) === one,
        over place (const (view place screen)) screen === screen,
        over place (const other) (over place (const one) screen) === over place (const other) screen
      ]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day08"
    [ lens "the third row" 50 (row 2),
      lens "the last row" 50 (row 5),
      lens "the first column" 6 (column 0),
      lens "the last column" 6 (column 49),
      testProperty "rotations add up" $
        forAll (elements [6, 50]) $ \size -> forAll (bits size) $ \word -> forAll (choose (0, size - 1)) $ \a -> forAll (choose (0, size - 1)) $ \b ->
          rotated size a (rotated size b word) === rotated size ((a + b) `mod` size) word,
      testProperty "they light nothing" $
        forAll screens $ \screen -> forAll (choose (0, 49)) $ \x -> forAll (choose (0, 5)) $ \by ->
          lit (over (column x) (rotated 6 by) screen) === lit screen
    ]
  where
    lit = sum . map popCount . U.toList
