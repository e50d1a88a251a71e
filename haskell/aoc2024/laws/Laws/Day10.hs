-- | Hoof It: what is forgotten of polynomials may be forgotten first.
module Laws.Day10 (laws) where

import Aoc2024.Day10
import Data.Bifunctor (bimap)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Data.List (intercalate)
import qualified Data.Map.Strict as Map
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Contract (InvalidInput (..))

-- | Coefficients by exponents.
type Polynomial = Map.Map (Int, Int) Int

polynomials :: Trails Polynomial
polynomials = Trails Map.empty (Map.singleton (0, 0) 1) (\a b c d -> Map.unionsWith (+) [times (1, 0) a, b, times (1, 1) c, times (0, 1) d])
  where
    times (i, j) = Map.mapKeys (bimap (+ i) (+ j))

valueAtOne :: Polynomial -> Int
valueAtOne = sum

support :: Polynomial -> (Word, Word)
support found = (half [at | at <- exponents, at < 50], half [at - 50 | at <- exponents, at >= 50])
  where
    exponents = [i + 10 * j | (i, j) <- Map.keys found]
    half = sum . map bit

-- | Slopes with some steps that do not fit, so that there are trails.
hills :: Gen Hills
hills = do
  (width, height) <- (,) <$> choose (1, 12) <*> choose (1, 12)
  rows <- sequence [sequence [frequency [(9, pure (abs (x + y - 9) `rem` 10)), (1, choose (0, 9))] | x <- [1 .. width]] | y <- [1 .. height]]
  either (error . message) pure (parse (B.pack (intercalate "\n" (map (concatMap show) (rows :: [[Int]])))))

laws :: TestTree
laws =
  testGroup
    "aoc2024/day10"
    [ testProperty "numbers are values of polynomials" $
        forAll hills $ \found -> U.toList (climbed numbers found) === map valueAtOne (V.toList (climbed polynomials found)),
      testProperty "bits are terms of polynomials" $
        forAll hills $ \found ->
          [(fromIntegral a, fromIntegral b) | (a, b) <- U.toList (climbed terms found)] === map support (V.toList (climbed polynomials found)),
      testProperty "there are no more ends than trails, and no more than 100 of a trailhead" $
        forAll hills $ \found ->
          conjoin [ends <= min 100 trails | (trails, (a, b)) <- zip (U.toList (climbed numbers found)) (U.toList (climbed terms found)), let ends = popCount a + popCount b]
    ]
