-- | Sparse coding: what a minimum is, and that the path is connected.
module Laws.SparseCoding (laws) where

import qualified Data.IntMap.Strict as M
import Teaching.SparseCoding
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Few small numbers, so that events coincide and atoms depend on each other.
questions :: Gen Question
questions = do
  length' <- choose (1, 4)
  count <- choose (1, 6)
  most <- elements [1, 2, 9]
  let vector = vectorOf length' (choose (-most, most))
  Question <$> ((/ 2) . fromInteger <$> choose (1, 9)) <*> vector <*> vectorOf count vector

laws :: TestTree
laws =
  testGroup
    "teaching/sparse-coding"
    [ testProperty "no product with the residual is above the penalty" . forAll questions $ \question ->
        forCoded question $ \piece ->
          let idle at = M.notMember at (signs piece)
              fine at = let found = along piece at (penalty question) in if idle at then abs found <= penalty question else found * sign piece at >= 0
           in conjoin (map (property . fine) (zipWith const [0 ..] (atoms question))),
      testProperty "nothing else is less" . forAll questions $ \question ->
        forAll (vectorOf (length (atoms question)) (choose (-2, 2) :: Gen Integer)) $ \steps ->
          forCoded question $ \piece ->
            let found = coefficients question piece
             in property (value question (zipWith (\a b -> a + fromInteger b / 4) found steps) >= value question found),
      testProperty "twice the signal and the penalty, twice the code" . forAll questions $ \(Question most found rows) ->
        let twice = Question (2 * most) (map (2 *) found) rows
            code question = either (const Nothing) (Just . coefficients question) (coded question)
         in code twice === fmap (map (2 *)) (code (Question most found rows)),
      testProperty "pieces end where others begin" . forAll questions $ \question ->
        let pieces = path question
            at most = coefficients question {penalty = most}
         in conjoin [at most before === at most after | ((_, before), (Just found, after)) <- zip pieces (drop 1 pieces), let most = real found, most > 0]
    ]
  where
    forCoded question check = either (const (property True)) check (coded question)
    sign piece at = fromInteger (M.findWithDefault 0 at (signs piece))
