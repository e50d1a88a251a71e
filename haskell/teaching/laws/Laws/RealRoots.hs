-- | Roots are known by construction, and forms don't depend on how a fraction is written.
module Laws.RealRoots (laws) where

import Data.List (foldl')
import Teaching.RealRoots
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Real roots, each with its multiplicity, and pairs of others.
data Built = Built [(Integer, Int)] [(Integer, Int)]
  deriving stock (Show)

instance Arbitrary Built where
  arbitrary = Built <$> places <*> places
    where
      places = resize 4 (listOf ((,) <$> choose (-9, 9) <*> choose (1, 4)))

times :: Polynomial -> Polynomial -> Polynomial
times _ [] = []
times p q = foldl' (\sum' a -> plus (sum' <> [0]) (map (a *) q)) [] p
  where
    plus a b = zipWith (+) (pad b a <> a) (pad a b <> b)
    pad long short = replicate (length long - length short) 0

polynomial :: Built -> Polynomial
polynomial (Built real pairs) =
  foldr times [-3] (concat ([replicate n [1, -a] | (a, n) <- real] <> [replicate n [1, -2 * a, a * a + 1] | (a, n) <- pairs]))

-- | How often each comes.
multiplicities :: [(Integer, Int)] -> [Int]
multiplicities found = [sum [n | (b, n) <- found, a == b] | a <- [-9 .. 9], a `elem` map fst found]

-- | A fraction q / p with more in p than in q.
fractions :: Gen (Polynomial, Polynomial)
fractions = do
  q <- resize 6 (listOf arbitrary)
  p <- vectorOf (length q) arbitrary
  NonZero a <- arbitrary
  pure (a : p, dropWhile (== 0) q)

form :: Polynomial -> Polynomial -> Form
form p q = fst (euclid p q)

laws :: TestTree
laws =
  testGroup
    "teaching/real-roots"
    [ testProperty "roots, by how often they come" $ \it@(Built real pairs) ->
        let found = multiplicities real
         in multiple (polynomial it) === [length (filter (>= n) found) | n <- [1 .. maximum (0 : found <> multiplicities pairs)]],
      testProperty "changes of sign" $ \it@(Built real _) -> changes (polynomial it) === length (filter odd (multiplicities real)),
      testProperty "the rank counts all different roots" $ \it@(Built real pairs) ->
        let others = length (multiplicities pairs)
         in form (polynomial it) (derivative (polynomial it)) === Form (length (multiplicities real) + others) others,
      testProperty "common factors cancel" $ \it ->
        forAll fractions $ \(p, q) -> form (times (polynomial it) p) (times (polynomial it) q) === form p q,
      testProperty "a negative fraction has the negative form" $
        forAll fractions $ \(p, q) -> let Form a b = form p q in form p (map negate q) === Form b a
    ]
