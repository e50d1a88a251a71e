-- | Gift Shop: Möbius's function inverts sums over divisors, and weights make each ID count once.
module Laws.Day02 (laws) where

import Aoc2025.Day02
import Data.List (isPrefixOf)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Is a number written as something k times in a row?
times :: Int -> Int -> Bool
times k number = rest == 0 && take size shown `isPrefixOf` shown && concat (replicate k (take size shown)) == shown
  where
    shown = show number
    (size, rest) = length shown `quotRem` k

laws :: TestTree
laws =
  testGroup
    "aoc2025/day02"
    [ testProperty "Möbius's function sums to 0 over the divisors of all but 1" $
        forAll (choose (1, 200)) $ \n -> sum [möbius d | d <- [1 .. n], n `rem` d == 0] === fromEnum (n == 1),
      testProperty "a formula adds up what repeats" $
        forAll (choose (1, 100000)) $ \first -> forAll (choose (0, 3000)) $ \more ->
          let n = length (show first)
              final = min (first + more) (10 ^ n - 1)
           in conjoin [repeating k n first final === sum (filter (times k) [first .. final]) | k <- [2 .. n], n `rem` k == 0],
      testProperty "whatever repeats counts once" $
        forAll (elements [11, 1111, 1212, 111111, 121212, 123123, 11111111, 12121212, 1212121212]) $ \number ->
          let n = length (show number)
           in sum [negate (möbius k) | k <- [2 .. n], n `rem` k == 0, times k number] === (1 :: Int)
    ]
