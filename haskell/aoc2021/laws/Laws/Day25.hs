-- | A group acts, and the herds' rule does not notice.
module Laws.Day25 (laws) where

import Aoc2021.Day25
import Data.Bits (bit, testBit)
import Data.Maybe (listToMaybe)
import Data.Semigroup (stimes)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day25"
    [ testProperty "a set that is written down is the same set" $
        forAll toruses $ \torus -> forAll (places torus) $ \set -> kept torus (member set) === set,
      testProperty "a translation and its inverse undo each other" $
        withTranslation $ \torus g -> forAll (places torus) $ \set ->
          kept torus (back g (forth g (member set))) === set
            .&&. kept torus (forth g (back g (member set))) === set
            .&&. kept torus (forth (g <> inverse g) (member set)) === set,
      testProperty "the generators commute" $
        forAll toruses $ \torus -> forAll (places torus) $ \set ->
          kept torus (forth (eastward torus <> southward torus) (member set))
            === kept torus (forth (southward torus <> eastward torus) (member set)),
      testProperty "once around is nowhere" $
        forAll toruses $ \torus@(Torus width height) -> forAll (places torus) $ \set ->
          times width (moved torus (eastward torus)) set === set
            .&&. times height (moved torus (southward torus)) set === set,
      testProperty "a place goes where it should" $
        forAll toruses $ \torus@(Torus width height) ->
          forAll ((,) <$> choose (0, width - 1) <*> choose (0, height - 1)) $ \(x, y) ->
            moved torus (eastward torus) (only torus (x, y)) === only torus ((x + 1) `mod` width, y)
              .&&. moved torus (southward torus) (only torus (x, y)) === only torus (x, (y + 1) `mod` height),
      testProperty "what is said of sets moves along" $
        withTranslation $ \torus g -> forAll ((,) <$> places torus <*> places torus) $ \(a, b) ->
          let alike how = moved torus g (joined torus how a b) === joined torus how (moved torus g a) (moved torus g b)
           in alike (\/) .&&. alike (/\) .&&. alike without,
      testProperty "a step looks the same from everywhere" $
        withTranslation $ \torus g -> forAll (maps torus) $ \herds' ->
          step torus (bothMoved torus g herds') === bothMoved torus g (step torus herds'),
      testProperty "nobody gets lost, and no two are in a place" $
        forAll toruses $ \torus -> forAll (maps torus) $ \(Herds east south) ->
          case step torus (Herds east south) of
            Herds east' south' ->
              (length (listed torus east'), length (listed torus south'), listed torus (joined torus (/\) east' south'))
                === (length (listed torus east), length (listed torus south), []),
      testProperty "of one herd, the free places are a herd that goes the other way" $
        withTranslation $ \torus g -> forAll (places torus) $ \set ->
          let nobody = setOf torus (const False)
              free = joined torus without (setOf torus (const True))
           in free (advance torus g set nobody) === advance torus (inverse g) (free set) nobody,
      testProperty "a step is what it is for each one" $
        forAll toruses $ \torus -> forAll (maps torus) $ \herds' ->
          step torus herds' === naive torus herds',
      testProperty "rest is found where iterates repeat" $
        forAll (choose (1, 40)) $ \size -> forAll (vectorOf size (choose (0, size - 1))) $ \table ->
          let change now = sum (take 1 (drop now table))
              iterates = take (size + 2) (iterate change 0)
              still = [number | (number, True) <- zip [1 ..] (zipWith (==) iterates (drop 1 iterates))]
           in rest maxBound change 0 === listToMaybe still
    ]

-- | Rows of a word or less, and of a few.
toruses :: Gen Torus
toruses = Torus <$> oneof [choose (1, 8), choose (60, 68), choose (124, 200)] <*> choose (1, 8)

-- | A product of the generators.
withTranslation :: (Testable a) => (Torus -> Translation -> a) -> Property
withTranslation law = forAll toruses $ \torus ->
  forAll ((,) <$> choose (1, 3) <*> choose (1, 3)) $ \(right, down) ->
    law torus (stimes (right :: Int) (eastward torus) <> stimes (down :: Int) (southward torus))

times :: Int -> (a -> a) -> a -> a
times number change start = iterate change start !! number

-- | The set of the places, column and row, for which something is true.
setOf :: Torus -> ((Int, Int) -> Bool) -> Places
setOf torus@(Torus width _) true = kept torus $ \at word ->
  let y = (at - word) `div` wordsOf torus
   in sum [bit (x - 64 * word) | x <- [64 * word .. min width (64 * word + 64) - 1], true (x, y)]

only :: Torus -> (Int, Int) -> Places
only torus place = setOf torus (== place)

-- | The places of a set.
listed :: Torus -> Places -> [(Int, Int)]
listed torus@(Torus width height) set =
  [ (x, y)
    | y <- [0 .. height - 1],
      x <- [0 .. width - 1],
      let word = x `div` 64,
      testBit (member set (y * wordsOf torus + word) word) (x `mod` 64)
  ]

moved :: Torus -> Translation -> Places -> Places
moved torus g set = kept torus (forth g (member set))

joined :: Torus -> (Set -> Set -> Set) -> Places -> Places -> Places
joined torus how a b = kept torus (how (member a) (member b))

places :: Torus -> Gen Places
places torus@(Torus width height) = do
  true <- vectorOf height (vectorOf width arbitrary)
  pure (setOf torus (\(x, y) -> true !! y !! x))

maps :: Torus -> Gen Herds
maps torus = do
  (taken, east) <- (,) <$> places torus <*> places torus
  pure (Herds (joined torus (/\) taken east) (joined torus without taken east))

bothMoved :: Torus -> Translation -> Herds -> Herds
bothMoved torus g (Herds east south) = Herds (moved torus g east) (moved torus g south)

-- | One place at a time.
naive :: Torus -> Herds -> Herds
naive torus@(Torus width height) (Herds east south) = Herds (set east') (set south')
  where
    set list = setOf torus (`elem` list)
    east' = go (\(x, y) -> ((x + 1) `mod` width, y)) (listed torus east) (listed torus south)
    south' = go (\(x, y) -> (x, (y + 1) `mod` height)) (listed torus south) east'
    go on herd' others = [if on place `elem` (herd' <> others) then place else on place | place <- herd']
