-- | Disk Fragmenter: stretches are a monoid, and a tree of gaps is as good as a list of blocks.
module Laws.Day09 (laws) where

import Aoc2024.Day09
import qualified Data.ByteString.Char8 as B
import Data.Char (digitToInt)
import Data.List (elemIndex, nub)
import Data.Maybe (catMaybes, fromMaybe, isNothing)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Numbers of blocks, or nothing where one is free.
disk :: Gen [Maybe Int]
disk = listOf (frequency [(3, Just <$> choose (0, 99)), (1, pure Nothing)])

stretch :: [Maybe Int] -> Stretch
stretch = foldMap (maybe (free 1) (`blocks` 1))

-- | Digits, and what they stand for.
maps :: Gen (B.ByteString, [Maybe Int])
maps = listOf1 (elements "00112359") >>= \digits -> pure (B.pack digits, concat (zipWith (replicate . digitToInt) digits (concatMap (\number -> [Just number, Nothing]) [0 ..])))

sums :: [Maybe Int] -> Int
sums d = sum [place * number | (place, Just number) <- zip [0 ..] d]

-- | A file moves to the first place where it fits, if that is before it.
defragmented :: [Maybe Int] -> Int -> [Maybe Int]
defragmented d number = head ([before <> file <> map emptied (drop count after) | n <- [0 .. start - 1], let { (before, after) = splitAt n d }, all isNothing (take count after)] <> [d])
  where
    file = filter (== Just number) d
    count = length file
    start = fromMaybe 0 (elemIndex (Just number) d)
    emptied found = if found == Just number then Nothing else found

laws :: TestTree
laws =
  testGroup
    "aoc2024/day09"
    [ testProperty "stretches are a monoid" $
        forAll ((,,) <$> disk <*> disk <*> disk) $ \(a, b, c) ->
          (stretch a <> stretch b) <> stretch c === stretch a <> (stretch b <> stretch c) .&&. mempty <> stretch a === stretch a,
      testProperty "a checksum is the sum of numbers times places" $
        forAll disk $ \d -> checksum (stretch d) === sums d,
      testProperty "blocks together are blocks one by one" $
        forAll ((,) <$> choose (0, 99) <*> choose (0, 9)) $ \(number, count) -> blocks number count === mconcat (replicate count (blocks number 1)),
      testProperty "what is free is filled from the back" $
        forAll maps $ \(digits, d) ->
          let filled (Nothing : front) (found : back) = found : filled front back
              filled (found : front) back = found : filled front back
              filled [] _ = []
           in compacted (filesOf digits) === stretch (take (length (catMaybes d)) (filled d (map Just (reverse (catMaybes d))))),
      testProperty "a fork is the larger of two" $
        forAll (U.fromList <$> listOf1 (choose (0, 9))) $ \leaves ->
          let tree = maxima leaves
              half = U.length tree `quot` 2
           in U.toList (U.take half tree) === 0 : [max (tree U.! (2 * fork)) (tree U.! (2 * fork + 1)) | fork <- [1 .. half - 1]] .&&. U.take (U.length leaves) (U.drop half tree) === leaves,
      testProperty "files move as the blocks of a list do" $
        forAll maps $ \(digits, d) ->
          U.sum (U.zipWith (\(number, _, size) start -> checksum (free start <> blocks number size)) (filesOf digits) (moved (filesOf digits)))
            === sums (foldl defragmented d (reverse (nub (catMaybes d))))
    ]
