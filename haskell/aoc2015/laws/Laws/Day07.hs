-- | Some Assembly Required: signals are at rest, and they are no more than what arrives.
module Laws.Day07 (laws) where

import Aoc2015.Day07
import Control.Monad (join)
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding (output)

-- | Gates on some of ten wires, with loops as they come; they read an eleventh wire, too.
circuits :: Gen Circuit
circuits = V.fromList <$> vectorOf 10 (frequency [(1, pure Nothing), (3, Just <$> gate)])
  where
    gate = Gate <$> elements [minBound .. maxBound] <*> source <*> source
    source = frequency [(3, Wire <$> choose (0, 10)), (1, Number <$> choose (0, 15))]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day07"
    [ testProperty "signals are a fixed point" $
        forAll circuits $ \circuit ->
          let all' = signals (settled circuit) in fmap (>>= (`output` all')) circuit === all',
      testProperty "the least one: what arrives from nothing, round after round" $
        forAll circuits $ \circuit ->
          let rounds = iterate (\known -> fmap (>>= (`output` known)) circuit) V.empty
           in rounds !! 11 === signals (settled circuit),
      testProperty "loeb of constants is these" $
        \values -> loeb (map const values) === (values :: [Int]),
      testProperty "loeb finds values in any order" $
        forAll (shuffle [0 .. 20 :: Int]) $ \order ->
          let told = V.replicate 21 (const Nothing) V.// [(n, \known -> if n == 0 then Just 1 else (2 *) <$> join (known V.!? (n - 1))) | n <- order]
           in loeb told V.! 20 === Just (2 ^ (20 :: Int) :: Int)
    ]
