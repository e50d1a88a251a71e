-- | Disk Fragmenter: stretches are a monoid, and a tree of gaps is as good as a list.
module Laws.Day09 (laws) where

import Aoc2024.Day09
import Data.List (mapAccumL)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Numbers of blocks, or nothing where one is free.
disk :: Gen [Maybe Int]
disk = listOf (frequency [(3, Just <$> choose (0, 99)), (1, pure Nothing)])

stretch :: [Maybe Int] -> Stretch
stretch = foldMap (maybe (free 1) (`blocks` 1))

gaps :: Gen [(Int, Int)]
gaps = listOf1 ((,) <$> choose (1, 9) <*> choose (0, 9)) >>= \sizes -> pure (snd (mapAccumL (\at (used, size) -> (at + used + size, (at + used, size))) 0 sizes))

listed :: Gaps -> [(Int, Int)]
listed = \case
  Gap start size -> [(start, size)]
  Fork _ left right -> listed left <> listed right

laws :: TestTree
laws =
  testGroup
    "aoc2024/day09"
    [ testProperty "stretches are a monoid" $
        forAll ((,,) <$> disk <*> disk <*> disk) $ \(a, b, c) ->
          (stretch a <> stretch b) <> stretch c === stretch a <> (stretch b <> stretch c) .&&. mempty <> stretch a === stretch a,
      testProperty "a checksum is the sum of numbers times places" $
        forAll disk $ \d -> checksum (stretch d) === sum [place * number | (place, Just number) <- zip [0 ..] d],
      testProperty "blocks together are blocks one by one" $
        forAll ((,) <$> choose (0, 99) <*> choose (0, 9)) $ \(number, count) -> blocks number count === mconcat (replicate count (blocks number 1)),
      testProperty "what is filled from the back is as long as all blocks" $
        forAll (listOf ((,,) <$> choose (0, 9) <*> choose (0, 99) <*> choose (1, 9))) $ \files ->
          let count = sum [size | (_, _, size) <- files]
              front = concat [[Free gap, Blocks number size] | (gap, number, size) <- files]
           in size' (compacted count front (reverse [Blocks number size | (_, number, size) <- files])) === count,
      testProperty "the first gap large enough is found, and filled" $
        forAll ((,) <$> gaps <*> choose (1, 9)) $ \(given, size) ->
          let tree = gapsOf (U.fromList given)
              (smaller, others) = break ((>= size) . snd) given
           in listed tree === given .&&. largest tree === maximum (map snd given) .&&. case others of
                [] -> property (largest tree < size)
                (start, gap) : more | Filled to left <- fill size tree -> to === start .&&. listed left === smaller <> ((start + size, gap - size) : more)
    ]
