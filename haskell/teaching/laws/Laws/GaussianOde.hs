-- | A differential equation: sums become products, evaluation commutes, and a Gaussian has Hermite's polynomials.
module Laws.GaussianOde (laws) where

import Teaching.GaussianOde
import Teaching.RealRoots (points)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

formula :: Gen Formula
formula = sum . zipWith (*) (iterate (* Formula [0, 1]) 1) . map fromInteger <$> resize 4 (listOf (choose (-9, 9)))

slope :: Formula -> Formula
slope = head . (<> [0]) . drop 1 . slopes

family :: Formula -> [Formula]
family = take 9 . solution . slopes

laws :: TestTree
laws =
  testGroup
    "teaching/gaussian-ode"
    [ testProperty "a ring of series" . forAll (vectorOf 3 (vectorOf 6 (choose (-9, 9)))) $ \found ->
        let [a, b, c] = found :: [[Integer]]
         in (leibniz a b === leibniz b a) .&&. (leibniz a (leibniz b c) === leibniz (leibniz a b) c),
      testProperty "the derivative of a polynomial times p" . forAll formula $ \g' ->
        let found = family g' in drop 1 found === take 8 (map (\h -> slope h + g' * h) found),
      testProperty "evaluation commutes" . forAll formula $ \g' place ->
        map (at place) (family g') === take 9 (solution (map (at place) (slopes g'))),
      testProperty "a sum becomes a product" . forAll ((,) <$> formula <*> formula) $ \(f, g') ->
        family (f + g') === take 9 (leibniz (family f) (family g')),
      testProperty "a linear g: three terms, and all roots are real or at most one" . forAll ((,) <$> choose (1, 9) <*> choose (-9, 9)) $ \(a, b) ->
        let hs = family (Formula [b, -a])
            real g' = [points (reverse h) | Formula h <- family g']
         in (drop 2 hs === zipWith3 (\k h before -> Formula [b, -a] * h - fromInteger (k * a) * before) [1 .. 7] (drop 1 hs) hs)
              .&&. (real (Formula [b, -a]) === [0 .. 8])
              .&&. (real (Formula [b, a]) === take 9 (cycle [0, 1]))
    ]
