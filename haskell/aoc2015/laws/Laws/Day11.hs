-- | Corporate Policy: languages intersect, needs are true, and the words that follow are in order.
module Laws.Day11 (laws) where

import Aoc2015.Day11
import Data.List (group, isInfixOf, nub)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Words with few letters, so that much repeats.
words' :: Int -> Gen String
words' most = choose (0, most) >>= \count -> vectorOf count (elements "abcdyz")

laws :: TestTree
laws =
  testGroup
    "aoc2015/day11"
    [ testProperty "both rules hold where each does" $
        forAll (words' 8) $ \text -> accepts (both straight pairs) text === (accepts straight text && accepts pairs text),
      testProperty "a straight" $
        forAll (words' 8) $ \text -> accepts straight text === any (`isInfixOf` text) ["abc", "bcd", "xyz"],
      testProperty "two pairs" $
        forAll (words' 8) $ \text -> accepts pairs text === (length (nub [head run | run <- group text, length run > 1]) > 1),
      testProperty "a letter meets one need at most" $
        forAll (words' 8) $ \text -> forAll (elements "abcdyz") $ \letter ->
          let left = foldl after policy text in needs (after left letter) >= needs left - 1,
      testProperty "what follows is in order, as long, and accepted" $
        forAll (vectorOf 8 (elements ['a' .. 'y'])) $ \text ->
          let next = take 20 (beyond text policy)
           in and (zipWith (<) (text : next) next) .&&. all (accepts policy) next .&&. all ((== 8) . length) next,
      testProperty "nothing is left out" $
        forAll (vectorOf 3 (elements "wxy")) $ \end ->
          let old = "aabbc" <> end
              later = [start <> more | start <- ["aabbc", "aabbd"], more <- mapM (const plain) end]
           in take 1 (beyond old policy) === take 1 [text | text <- later, text > old, accepts policy text]
    ]
  where
    plain = "abcdefghjkmnpqrstuvwxyz"
