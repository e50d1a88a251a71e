-- | Strips of a map are glued in any grouping, and what is found does not depend on how the map lies.
module Laws.Day09 (laws) where

import Aoc2021.Day09
import qualified Data.ByteString.Char8 as B
import qualified Data.List as List
import Data.List.NonEmpty (NonEmpty (..))
import Data.Semigroup (sconcat)
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day09"
    [ testProperty "strips are glued in any grouping" $
        forAll (strips 3) $ \case
          [a, b, c] -> (a <> b) <> c === a <> (b <> c)
          _ -> discard,
      testProperty "they are the largest" $ \sizes ->
        let Three a b c = foldMap (three . getPositive) sizes
         in [a, b, c] === take 3 (List.sortBy (flip compare) (map getPositive sizes) <> [0, 0, 0]),
      testProperty "a transposed map has the same basins" $
        forAll heightMap $ \rows -> found (List.transpose rows) === found rows,
      testProperty "what is open on the rims has blocks, numbered as they come" $
        forAll (strips 1) $ \case
          [Strip {upper, lower, sizes}] ->
            List.nub (U.toList (blocks upper <> blocks lower)) === [0 .. U.length sizes - 1]
          _ -> discard,
      testProperty "basins are as large as spreading smoke says" $
        forAll heightMap $ \rows -> found rows === Right (flooded rows)
    ]

found :: [String] -> Either String Three
found rows = either (Left . show) (Right . basins) (parse (B.pack (List.intercalate "\n" rows)))

-- | Nearly as many 9s as other digits, so that basins wind and meet late.
rowOf :: Int -> Gen String
rowOf width = vectorOf width (frequency [(3, pure '9'), (4, choose ('0', '8'))])

heightMap :: Gen [String]
heightMap = do
  (width, height) <- (,) <$> choose (1, 12) <*> choose (1, 12)
  vectorOf height (rowOf width)

-- | So many strips of the same width, of one to three rows each.
strips :: Int -> Gen [Strip]
strips count = do
  width <- choose (1, 20)
  let strip = do
        more <- choose (0, 2)
        glued <$> rowOf width <*> vectorOf more (rowOf width)
  vectorOf count strip
  where
    glued line others = sconcat (fmap (row . B.pack) (line :| others))

-- | Basin after basin is reached from one of its places.
flooded :: [String] -> Three
flooded rows = go (Set.fromList [(x, y) | (y, row') <- zip [0 :: Int ..] rows, (x, height) <- zip [0 :: Int ..] row', height < '9'])
  where
    go dry = case Set.minView dry of
      Nothing -> mempty
      Just (place, _) -> let basin = reached dry (Set.singleton place) in three (Set.size basin) <> go (dry Set.\\ basin)
    reached dry basin = if next == basin then basin else reached dry next
      where
        next = Set.intersection dry (foldMap (\(dx, dy) -> Set.map (\(x, y) -> (x + dx, y + dy)) basin) around)
    around = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)]
