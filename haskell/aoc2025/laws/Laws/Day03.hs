-- | Lobby: the product has the best choice for every number of batteries.
module Laws.Day03 (laws) where

import Aoc2025.Day03
import Data.List (foldl', subsequences)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

digits :: Gen [Int]
digits = choose (0, 10) >>= \count -> vectorOf count (choose (1, 9))

-- | The product up to a power, -1 for what no number is written with.
coefficients :: Int -> [Int] -> [Int]
coefficients power bank = max (-1) <$> U.toList (binomials power (length bank) (bank !!))

laws :: TestTree
laws =
  testGroup
    "aoc2025/day03"
    [ testProperty "coefficients are the best of all choices" $
        forAll digits $ \bank ->
          let number = foldl' (\n d -> 10 * n + d) 0
              best k = maximum (-1 : map number (filter ((== k) . length) (subsequences bank)))
           in coefficients 4 bank === map best [0 .. 4],
      testProperty "higher powers change no lower ones" $
        forAll digits $ \bank -> take 4 (coefficients 9 bank) === coefficients 3 bank,
      testProperty "a bank of none is 1" $
        forAll (choose (0, 12)) $ \power -> coefficients power [] === 0 : replicate power (-1)
    ]
