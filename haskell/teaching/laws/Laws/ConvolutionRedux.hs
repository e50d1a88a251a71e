-- | Each rule's convolution is what it says, and a power is repeated convolution.
module Laws.ConvolutionRedux (laws) where

import Data.Bits (xor)
import qualified Data.IntMap.Strict as M
import Data.List (sortBy)
import qualified Data.Vector.Unboxed as U
import Teaching.ConvolutionRedux
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws = testGroup "teaching/convolution-redux" (map ofRule [minBound ..] <> [walshTwice])

ofRule :: Rule -> TestTree
ofRule rule =
  testGroup
    (show rule)
    [ testProperty "a convolution is what it says" . forAll (two rule) $ \(a, b) ->
        U.toList (convolution rule a b) === naive rule (U.toList a) (U.toList b),
      testProperty "it commutes" . forAll (two rule) $ \(a, b) -> convolution rule a b === convolution rule b a,
      testProperty "a power is a convolution again and again" . forAll (two rule) $ \(a, _) -> forAll (choose (1, 4)) $ \factors ->
        [powerAt rule factors at a | at <- [0 .. U.length a - 1]]
          === map (remainder rule) (take (U.length a) (iterate (naive rule (U.toList a)) (U.toList a) !! (factors - 1))),
      testProperty "exponents add up" . forAll (two rule) $ \(a, _) -> forAll (choose (1, 10 ^ (9 :: Int))) $ \factors ->
        let power by = U.generate (U.length a) (\at -> powerAt rule by at a)
            both = naive rule (U.toList (power factors)) (U.toList a)
         in U.toList (power (factors + 1)) === map (remainder rule) (take (U.length a) both)
    ]

remainder :: Rule -> Int -> Int
remainder rule term = if rule == MaxPlus then term else term `mod` prime

-- | Two sequences as the rule asks for, not long.
two :: Rule -> Gen (U.Vector Int, U.Vector Int)
two rule = do
  count <- if rule == Xor then elements [1, 2, 4, 8] else choose (1, 9)
  other <- if rule `elem` [Integers, MaxPlus] then choose (1, 9) else pure count
  (,) <$> sequenceOf count <*> sequenceOf other
  where
    sequenceOf count
      | rule == MaxPlus = (\first steps -> U.fromList (scanl (+) first (sortBy (flip compare) steps))) <$> term <*> vectorOf (count - 1) term
      | otherwise = U.fromList <$> vectorOf count term
    term = frequency [(3, choose (-9, 9)), (1, choose (-1000, 1000))]

naive :: Rule -> [Int] -> [Int] -> [Int]
naive rule a b = take count (M.elems (M.fromListWith plus [(place i j, times x y) | (i, x) <- zip [0 ..] a, (j, y) <- zip [0 ..] b]))
  where
    count = if rule `elem` [Integers, MaxPlus] then length a + length b - 1 else length a
    place i j = case rule of
      Cyclic -> (i + j) `mod` count
      Xor -> i `xor` j
      Dirichlet -> (i + 1) * (j + 1) - 1
      _ -> i + j
    (plus, times) = if rule == MaxPlus then (max, (+)) else ((+), (*))

walshTwice :: TestTree
walshTwice = testProperty "Walsh's transform, done twice, multiplies by the length" . forAll (two Xor) $ \(a, _) ->
  walsh (walsh a) === U.map (* U.length a) a
