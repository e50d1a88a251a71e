-- | No Time for a Taxicab: rigid motions are a group, and a walk meets itself where its places say so.
module Laws.Day01 (laws) where

import Aoc2016.Day01
import qualified Data.Set as Set
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A few instructions, one after the other.
walk :: Gen [Motion]
walk = listOf (instruction <$> elements [1, -1] <*> choose (1, 6))

-- | All places that a walk comes by.
places :: [Motion] -> [(Int, Int)]
places found = (0, 0) : concat (zipWith between corners (drop 1 corners))
  where
    corners = [(x, y) | Motion _ (Gaussian x y) <- scanl (<>) mempty found]
    between (x, y) (x', y') = drop 1 [(a, b) | a <- upTo x x', b <- upTo y y']
    upTo from to = if from <= to then [from .. to] else [from, from - 1 .. to]

-- | How far away is the first that was there before?
second :: Set.Set (Int, Int) -> [(Int, Int)] -> Maybe Int
second _ [] = Nothing
second seen (place : later)
  | Set.member place seen = Just (abs (fst place) + abs (snd place))
  | otherwise = second (Set.insert place seen) later

laws :: TestTree
laws =
  testGroup
    "aoc2016/day01"
    [ testProperty "motions are a group" $
        forAll ((,,) <$> motion <*> motion <*> motion) $ \(a, b, c) ->
          conjoin
            [ (a <> b) <> c === a <> (b <> c),
              a <> inverse a === mempty,
              inverse a <> a === mempty,
              mconcat [mempty, a] === a,
              mconcat [a, mempty] === a
            ],
      testProperty "the way back of a walk is the ways back of its instructions, backwards" $
        forAll walk $ \found -> inverse (mconcat found) === mconcat (map inverse (reverse found)),
      testProperty "the first place that is visited twice" $
        forAll walk $ \found -> either (const Nothing) Just (part2 found) === second Set.empty (places found)
    ]
  where
    motion = mconcat <$> walk
