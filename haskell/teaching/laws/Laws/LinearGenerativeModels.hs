-- | Linear generative models: sums of roots that are known by construction, and what a spectrum loses by a turn.
module Laws.LinearGenerativeModels (laws) where

import Data.List (sortOn)
import Data.Ord (Down (..))
import Teaching.Exact (Enclosure (..))
import Teaching.LinearGenerativeModels
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Whole roots, and pairs @a + √b@ and @a - √b@, all above 0.
data Known = Known [Integer] [(Integer, Integer)]
  deriving stock (Show)

instance Arbitrary Known where
  arbitrary = Known <$> resize 4 (listOf (choose (1, 30))) <*> resize 3 (listOf pair)
    where
      pair = do
        middle <- choose (3, 30)
        (,) middle <$> (choose (1, middle * middle - 1) `suchThat` isNoSquare)
      isNoSquare number = number `notElem` map (^ (2 :: Int)) [1 .. 30]

-- | Times the linear and quadratic factors.
polynomial :: Known -> [Integer]
polynomial (Known whole pairs) = foldr convolve [1] ([[1, -root] | root <- whole] <> [[1, -2 * middle, middle * middle - square] | (middle, square) <- pairs])
  where
    convolve one two = [sum [a * b | (i, a) <- zip [0 ..] one, (j, b) <- zip [0 ..] two, i + j == at] | at <- [0 .. length one + length two - 2]]

-- | The largest first, each with the sign of its square root. Among the smallest there are no more pluses than minuses.
values :: Known -> [(Double, Int)]
values (Known whole pairs) = sortOn (Down . fst) ([(fromInteger root, 0) | root <- whole] <> [(fromInteger a + fromIntegral sign * sqrt (fromInteger b), sign) | (a, b) <- pairs, sign <- [1, -1]])

laws :: TestTree
laws =
  testGroup
    "teaching/linear-generative-models"
    [ testProperty "a sum that is a fraction is found" $ \known -> forAll (choose (0, 6)) $ \hidden ->
        let found = take 4 (left (polynomial known) (levels (polynomial known)) hidden)
         in or [low == high | Enclosure low high <- found] === (sum (map snd (drop hidden (values known))) == 0),
      testProperty "levels hold the values" $ \known ->
        let level = head (levels (polynomial known))
         in and [fromRational low < value + 1e-9 && value - 1e-9 < fromRational high | (Enclosure low high, (value, _)) <- zip level (values known)],
      testProperty "a product of roots has them" $ \known@(Known whole _) ->
        product' (map fromInteger whole) === polynomial (Known whole []) .&&. length (head (levels (polynomial known))) === length (polynomial known) - 1
    ]
