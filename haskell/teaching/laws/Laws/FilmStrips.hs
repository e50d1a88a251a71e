-- | Film strips: cuts are natural and choose as they say, and symmetries are a group that acts on frames.
module Laws.FilmStrips (laws) where

import qualified Data.Vector as V
import Teaching.FilmStrips
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/film-strips"
    [ testProperty "a cut and what is done to frames may change places" $
        forAll strips $ \(given, long) -> forAll cuts $ \done (Fn f) ->
          let strip = repeating (V.fromList given) long
           in listed (done `on` fmap f strip) === listed (fmap f (done `on` strip) :: Strip Int),
      testProperty "a cut of a strip is that of a list" $
        forAll strips $ \(given, long) -> forAll cuts $ \done ->
          listed (done `on` repeating (V.fromList given) long) === foldl (flip onList) (take long (cycle given)) done,
      testProperty "symmetries are a monoid" $
        forAll symmetries $ \a -> forAll symmetries $ \b -> forAll symmetries $ \c ->
          ((a <> b) <> c, mconcat [a], mconcat [mempty, a]) === (a <> (b <> c), a, a),
      testProperty "to act by a product is to act by one, and then the other" $
        forAll symmetries $ \a -> forAll symmetries $ \b -> seen (act (a <> b) frame) === seen (act b (act a frame)),
      testProperty "four turns change nothing, nor do two mirrors, two inversions, or a shift by the side" $
        map (seen . (`act` frame)) [turn <> turn <> turn <> turn, mirror <> mirror, invert <> invert, shift 5]
          === replicate 4 (seen frame),
      testProperty "a turn brings the lowest cell on the left to the top" $
        [act turn frame 0 column | column <- [0 .. 4]] === [frame (4 - column) 0 | column <- [0 .. 4]]
    ]
  where
    strips = (,) <$> listOf1 (arbitrary :: Gen Int) <*> choose (1, 40)
    cuts = listOf (oneof [pure Reverse, Every <$> choose (1, 4), First <$> choose (0, 40), Drop <$> choose (0, 5)])
    symmetries = mconcat <$> listOf (oneof [elements [turn, mirror, invert], shift <$> choose (0, 9)])

on :: [Cut] -> Strip a -> Strip a
on done strip = foldl (flip cut) strip done

listed :: Strip a -> [a]
listed strip = map (shown strip) [0 .. count strip - 1]

onList :: Cut -> [a] -> [a]
onList operation = case operation of
  Reverse -> reverse
  Every n -> \frames -> [one | (at, one) <- zip [0 :: Int ..] frames, at `mod` n == 0]
  First n -> take n
  Drop n -> drop n

-- | Of side 5, with no symmetry of its own.
frame :: Frame
frame row column = (7 * (row `mod` 5) + (column `mod` 5) * (row `mod` 5 + 2)) `mod` 11 < 5

seen :: Frame -> [[Bool]]
seen one = [[one row column | column <- [0 .. 4]] | row <- [0 .. 4]]
