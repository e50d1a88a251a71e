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
      testProperty "the largest three of some sizes are a commutative monoid" $ \x y z ->
        let t = foldMap (three . getPositive)
         in t x <> t y === t (x <> y :: [Positive Int])
              .&&. (t x <> t y) <> t z === t x <> (t y <> t z)
              .&&. t x <> t y === t y <> t x,
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

-- | Digits, about as many 9s as others, so that basins wind and meet late.
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

flooded :: [String] -> Three
flooded rows = go (Set.fromList (filter open [(x, y) | y <- [0 .. height - 1], x <- [0 .. width - 1]]))
  where
    (width, height) = (length (head rows), length rows)
    open (x, y) = rows !! y !! x < '9'
    go dry = case Set.minView dry of
      Nothing -> mempty
      Just (place, others) ->
        let (size, rest) = flood [place] others in three size <> go rest
    flood [] dry = (0, dry)
    flood ((x, y) : places) dry =
      let reached = Set.fromList [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)] `Set.intersection` dry
          (size, rest) = flood (Set.toList reached <> places) (dry Set.\\ reached)
       in (size + 1, rest)
