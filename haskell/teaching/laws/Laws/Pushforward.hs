-- | Statistics in one sentence: laws of measures, and the law of each statistic by all of its samples.
module Laws.Pushforward (laws) where

import Control.Monad (replicateM)
import Data.List (group, sort, sortOn)
import qualified Data.Map.Strict as Map
import Teaching.Pushforward
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

measures :: Gen Measure
measures = Map.fromList <$> resize 4 (listOf1 ((,) <$> choose (-9, 9) <*> choose (1, 9)))

-- | A measure on the values of a statistic of all samples.
enumerated :: ([Int] -> Int) -> Int -> Measure -> Measure
enumerated statistic n measure =
  Map.fromListWith (+) [(statistic (map fst sample), product (map snd sample)) | sample <- replicateM n (Map.toList measure)]

-- | What has a weight; a count of 0 may be left out.
positive :: Measure -> Measure
positive = Map.filter (/= 0)

laws :: TestTree
laws =
  testGroup
    "teaching/pushforward"
    [ law "pushing forward is a functor" $ \measure ->
        push ((`quot` 2) . abs) measure === push (`quot` 2) (push abs measure),
      law "sums up to each value are undone" $ \measure -> exactly (upTo measure) === measure,
      law "what is drawn is a power: m and then n draws" $ \measure ->
        forAll draws $ \m -> forAll draws $ \n ->
          conjoin
            [ positive (power (m + n) measure) === positive (product' combine (power m measure) (power n measure))
              | (power, combine) <- [(powerOfMax, max), (powerOfSum, (+))]
            ],
      same "max" powerOfMax maximum,
      same "sum" powerOfSum sum,
      same "range" range (\sample -> maximum sample - minimum sample),
      same "middle" middle (\sample -> sum [sort sample !! k | k <- [(length sample - 1) `quot` 2, length sample `quot` 2]]),
      same "mode" mode (head . head . sortOn (negate . length) . group . sort)
    ]
  where
    draws = choose (1, 5)
    law name = testProperty name . forAll measures
    same name power statistic = law (name <> " of all samples") $ \measure ->
      forAll draws $ \n -> positive (power n measure) === enumerated statistic n measure
    product' combine one other =
      Map.fromListWith (+) [(combine x y, a * b) | (x, a) <- Map.toList one, (y, b) <- Map.toList other]
