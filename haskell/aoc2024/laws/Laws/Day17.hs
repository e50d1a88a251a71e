-- | Chronospatial Computer: backwards is the converse of forwards.
module Laws.Day17 (laws) where

import Aoc2024.Day17
import Data.Bits (shiftR, xor)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | The official kind of loop.
loops :: Gen [(Int, Int)]
loops = do
  (x, y, z) <- (,,) <$> choose (0, 7) <*> choose (0, 7) <*> choose (0, 7)
  middle <- shuffle [(1, y), (4, z), (0, 3)]
  pure ([(2, 4), (1, x), (7, 5)] <> middle <> [(5, 5), (3, 0)])

laws :: TestTree
laws =
  testGroup
    "aoc2024/day17"
    [ testProperty "backwards finds what was in A, or a smaller number with the same outputs" $
        forAll loops $ \pairs -> forAll (choose (1, 8 ^ (12 :: Int))) $ \a ->
          case (outputs (Computer (Registers a 0 0) pairs), roundOf pairs) of
            (Right found, Just output) | least : _ <- foldr (backwards output) [0] found -> least <= a && outputs' pairs least == Just found
            _ -> False,
      testProperty "up to three outputs, it finds every number, in rising order" $
        forAll loops $ \pairs -> forAll (choose (1, 511)) $ \a -> case (outputs' pairs a, roundOf pairs) of
          (Just found, Just output) -> foldr (backwards output) [0] found === [a' | a' <- [1 .. 511], outputs' pairs a' == Just found]
          _ -> property False,
      testProperty "a round's output is the first of all" $
        forAll loops $ \pairs -> forAll (choose (1, 8 ^ (12 :: Int))) $ \a -> (take 1 <$> outputs' pairs a) === (pure . ($ a) <$> roundOf pairs),
      testProperty "shifts by more than a word leave nothing" $
        forAll (choose (64, 10 ^ (17 :: Int))) $ \b -> outputs' [(6, 5), (5, 5)] 12345 === Just [12345 `rem` 8] .&&. shifted b === Right [0],
      testProperty "any program runs" $
        conjoin
          [ either (const Nothing) Just (outputs (Computer start pairs)) === Just found
            | (start, pairs, found) <-
                [ (Registers 12345 70 3, [(6, 5), (5, 5), (5, 6), (4, 1), (5, 5)], [0, 3, 3]),
                  (Registers 100 64 9, [(5, 5), (1, 6), (4, 7), (5, 5), (0, 1), (3, 2)], [0, 7, 0, 7, 0, 7, 0, 7]),
                  (Registers 53 7 999999999999999999, [(3, 4), (5, 0), (0, 2), (5, 4), (7, 1), (5, 6), (3, 2)], [5, 6, 0, 3, 1, 0, 0, 0])
                ]
          ],
      testProperty "xor is what the loops without a shift put out" $
        forAll (choose (0, 7)) $ \x -> forAll (choose (1, 63)) $ \a ->
          outputs' [(2, 4), (1, x), (5, 5), (0, 3), (3, 0)] a === Just [(left `rem` 8) `xor` x | left <- takeWhile (> 0) (iterate (`shiftR` 3) a)]
    ]
  where
    outputs' pairs a = either (const Nothing) Just (outputs (Computer (Registers a 0 0) pairs))
    shifted b = either (const (Left ())) Right (outputs (Computer (Registers 12345 b 0) [(6, 5), (5, 5)]))
