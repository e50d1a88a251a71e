-- | Keypad Conundrum: what a robot does to a table.
module Laws.Day21 (laws) where

import Aoc2024.Day21
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

costs :: Gen Table
costs = V.fromList <$> vectorOf 25 (choose (0, 99))

keypads :: Gen (V.Vector Polynomial)
keypads = elements [arrows, door]

laws :: TestTree
laws =
  testGroup
    "aoc2024/day21"
    [ testProperty "a table that is nowhere dearer has one that is nowhere dearer" $
        forAll keypads $ \keypad -> forAll costs $ \table -> forAll costs $ \more ->
          V.and (V.zipWith (<=) (evaluated keypad table) (evaluated keypad (table `plus` more))),
      testProperty "two tables together cost at least what they cost apart, as each has its own words" $
        forAll keypads $ \keypad -> forAll costs $ \one -> forAll costs $ \other ->
          V.and (V.zipWith (>=) (evaluated keypad (one `plus` other)) (evaluated keypad one `plus` evaluated keypad other)),
      testProperty "a multiple of a table has the multiple" $
        forAll keypads $ \keypad -> forAll costs $ \table -> forAll (choose (0, 99)) $ \factor ->
          evaluated keypad (V.map (* factor) table) === V.map (* factor) (evaluated keypad table),
      testProperty "after any number of robots, a word that turns more than once is never needed" $
        forAll keypads $ \keypad -> forAll (choose (0, 40)) $ \count ->
          let table = robots !! count in evaluated (V.map (filter turnsOnce) keypad) table === evaluated keypad table,
      testProperty "from the third robot on the map is linear: the same words stay the cheapest" $
        forAll keypads $ \keypad -> forAll (choose (2, 40)) $ \count ->
          let table = robots !! count in evaluated (V.map (cheapest (robots !! 41)) keypad) table === evaluated keypad table
    ]
  where
    plus = V.zipWith (+)
    turnsOnce entries = length [() | (from, to) <- map (`quotRem` 5) entries, from /= to, from /= 2, to /= 2] <= 1
    cheapest table words' = take 1 [entries | entries <- words', cost table entries == minimum (map (cost table) words')]
    cost table = sum . map (table V.!)
