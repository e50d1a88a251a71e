-- | Red-Nosed Reports: dual numbers are a ring, and what stands at ε counts the levels that may be left out.
module Laws.Day02 (laws) where

import Aoc2024.Day02
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

duals :: Gen Dual
duals = Dual <$> choose (-9, 9) <*> choose (-9, 9)

reports :: Gen [Int]
reports = choose (1, 8) >>= \size -> scanl (+) 20 <$> vectorOf (size - 1) (frequency [(5, choose (1, 3)), (1, choose (-3, 5))])

rises :: [Int] -> Bool
rises levels = and (zipWith (\a b -> b - a `elem` [1, 2, 3]) levels (drop 1 levels))

laws :: TestTree
laws =
  testGroup
    "aoc2024/day02"
    [ testProperty "a product is associative, commutative and distributes over sums" $
        forAll duals $ \a -> forAll duals $ \b -> forAll duals $ \c ->
          conjoin
            [ times a (times b c) === times (times a b) c,
              times a b === times b a,
              times a (plus b c) === plus (times a b) (times a c)
            ],
      testProperty "ways are counted with none left out, and with one" $
        forAll reports $ \levels ->
          let shorter = [take at levels <> drop (at + 1) levels | at <- [0 .. length levels - 1]]
              counted all' = Dual (length (filter all' [levels])) (length (filter all' shorter))
           in [ways True levels, ways False levels] === [counted rises, counted (rises . reverse)]
    ]
