-- | Science for Hungry People: the best of two scores is their maximum, and bounds are bounds.
module Laws.Day15 (laws) where

import Aoc2015.Day15
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A score with bounds that fall to it.
scores :: Gen Score
scores = do
  exactly <- choose (0, 20)
  more <- listOf (choose (0, 5))
  pure (foldr AtMost (Exactly exactly) (drop 1 (scanr (+) exactly more)))

bounds :: Score -> [Int]
bounds (AtMost most closer) = most : bounds closer
bounds (Exactly score) = [score]

ingredients :: Gen [Five]
ingredients = choose (1, 4) >>= (`vectorOf` (Five <$> small <*> small <*> small <*> small <*> choose (0, 4)))
  where
    small = choose (-2, 4)

mixes :: Int -> Int -> [[Int]]
mixes teaspoons 1 = [[teaspoons]]
mixes teaspoons count = [amount : others | amount <- [0 .. teaspoons], others <- mixes (teaspoons - amount) (count - 1)]

-- | Score and calories.
baked :: [Five] -> [Int] -> (Int, Int)
baked bag amounts = (product (map (max 0) [a, b, c, d]), calories)
  where
    [a, b, c, d, calories] = foldr1 (zipWith (+)) [map (amount *) [a', b', c', d', e'] | (amount, Five a' b' c' d' e') <- zip amounts bag]

laws :: TestTree
laws =
  testGroup
    "aoc2015/day15"
    [ testProperty "the best is the maximum" $
        forAll scores $ \a -> forAll scores $ \b -> value (best a b) === max (value a) (value b),
      testProperty "its bounds fall to it" $
        forAll scores $ \a -> forAll scores $ \b ->
          let found = bounds (best a b) in conjoin [found === scanl1 min found, last found === value (best a b)],
      testProperty "an exact score does not ask what is below it" $
        forAll (choose (0, 9)) $ \score -> value (best (Exactly score) (AtMost score undefined)) === score,
      testProperty "cookies are the best of all mixes" $
        forAll ingredients $ \bag ->
          value (cookies 7 Nothing bag) === maximum [score | (score, _) <- map (baked bag) (mixes 7 (length bag))],
      testProperty "of those that have so many calories" $
        forAll ingredients $ \bag -> forAll (choose (0, 28)) $ \wanted ->
          value (cookies 7 (Just wanted) bag)
            === maximum (-1 : [score | (score, calories) <- map (baked bag) (mixes 7 (length bag)), calories == wanted])
    ]
