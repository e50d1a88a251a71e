-- | Bags are a monad, and forgetting the order of a list is a morphism of monads.
module Laws.Day14 (laws) where

import Aoc2021.Day14
import qualified Data.List as List
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

data A

data B

data C

data D

laws :: TestTree
laws =
  testGroup
    "aoc2021/day14"
    [ testProperty "the order of a list is forgotten" $
        forAll (things 4) $ \xs -> forAll (shuffle xs) $ \ys -> forget 4 xs === (forget 4 ys :: Bag A),
      testProperty "to forget first, or to bind first, is the same" $
        forAll (things 4) $ \xs -> forAll (anyFunction 4 5) $ \f ->
          forget 4 xs `bind` (arrow f :: Arrow A B) === forget 5 (xs >>= (snd f !!)),
      testProperty "unit is neutral on the right" $
        forAll (things 4) $ \xs -> let b = forget 4 xs :: Bag A in b `bind` unit 4 === b,
      testProperty "unit is neutral on the left" $
        forAll (anyFunction 4 5) $ \f -> forAll (choose (0, 3)) $ \x ->
          forget 4 [x] `bind` (arrow f :: Arrow A B) === forget 5 (snd f !! x),
      testProperty "to bind one after the other is to bind with both" $
        forAll (things 3) $ \xs -> forAll (anyFunction 3 4) $ \f -> forAll (anyFunction 4 5) $ \g ->
          let (b, k, m) = (forget 3 xs :: Bag A, arrow f :: Arrow A B, arrow g :: Arrow B C)
           in (b `bind` k) `bind` m === b `bind` (k `andThen` m),
      testProperty "it doesn't matter how arrows are grouped" $
        forAll (anyFunction 3 3) $ \f -> forAll (anyFunction 3 4) $ \g -> forAll (anyFunction 4 2) $ \h ->
          let (k, m, n) = (arrow f :: Arrow A B, arrow g :: Arrow B C, arrow h :: Arrow C D)
           in sorted ((k `andThen` m) `andThen` n) === sorted (k `andThen` (m `andThen` n)),
      testProperty "binding is linear" $
        forAll (things 4) $ \xs -> forAll (things 4) $ \ys -> forAll (anyFunction 4 5) $ \f ->
          let (a, b, k) = (forget 4 xs :: Bag A, forget 4 ys, arrow f :: Arrow A B)
           in (a `plus` b) `bind` k === (a `bind` k) `plus` (b `bind` k) .&&. forget 4 (xs <> ys) === a `plus` b
    ]

forget :: Int -> [Int] -> Bag a
forget kinds = bag kinds . U.fromList

things :: Int -> Gen [Int]
things kinds = listOf (choose (0, kinds - 1))

-- | From so many kinds of things to lists of so many kinds, which are told first.
anyFunction :: Int -> Int -> Gen (Int, [[Int]])
anyFunction from into = (,) into <$> vectorOf from (resize 4 (things into))

arrow :: (Int, [[Int]]) -> Arrow a b
arrow (kinds, images) =
  Arrow kinds (U.fromList [x `becomes` y | (x, image) <- zip [0 ..] images, y <- image])

sorted :: Arrow a b -> (Int, [(Int, Int)])
sorted (Arrow kinds changes) = (kinds, List.sort (map ends (U.toList changes)))
