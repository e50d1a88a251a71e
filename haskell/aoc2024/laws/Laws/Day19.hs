-- | Linen Layout: all designs are one over one minus the towels.
module Laws.Day19 (laws) where

import Aoc2024.Day19
import Data.Bits ((.|.))
import qualified Data.ByteString.Char8 as B
import Data.List (isPrefixOf, nub)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2024/day19"
    [ testProperty "a design is none, or a towel and a design" $
        forAll someTowels $ \list -> forAll (vectorOf 9 (elements "wr")) $ \design ->
          count list design === sum [count list (drop (length towel) design) | towel <- list, towel `isPrefixOf` design]
            .&&. count list "" === 1,
      testProperty "if stripes are forgotten, it is the power series in one variable" $
        forAll someTowels $ \list -> forAll (choose (0, 7)) $ \size ->
          sum (map (count list) (mapM (const "wr") [1 .. size])) === series list !! size,
      testProperty "if a stripe is only in a towel of its own, ways before and after it are multiplied" $
        forAll someTowels $ \list -> forAll ((,) <$> short <*> short) $ \(one, other) ->
          count ("g" : list) (one <> "g" <> other) === count list one * count list other,
      testProperty "a design is possible if there is a way" $
        forAll someTowels $ \list -> forAll short $ \design ->
          ways @Int (.|.) (rests list) (B.pack design) === fromEnum (count list design > 0)
    ]
  where
    count list = ways @Integer (+) (rests list) . B.pack
    rests = maybe U.empty restsOf . towelsOf . map B.pack
    short = choose (0, 9) >>= \size -> vectorOf size (elements "wr")

someTowels :: Gen [String]
someTowels = nub <$> listOf (choose (1, 4) >>= \size -> vectorOf size (elements "wr"))

-- | The coefficients of 1 / (1 - towels), where a towel is the variable to the power of its length.
series :: [String] -> [Integer]
series list = all'
  where
    all' = 1 : [sum [all' !! (n - length towel) | towel <- list, length towel <= n] | n <- [1 ..]]
