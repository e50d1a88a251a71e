-- | A group acts, and the herds' rule does not notice.
module Laws.Day25 (laws) where

import Aoc2021.Day25
import Data.Bits (bit, popCount, testBit, xor, (.&.), (.|.))
import qualified Data.List as List
import Data.Maybe (listToMaybe)
import Data.Semigroup (stimes)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

laws :: TestTree
laws =
  testGroup
    "aoc2021/day25"
    [ testProperty "a translation and its inverse undo each other" $
        withTranslation $ \torus g -> forAll (places torus) $ \set ->
          back g (forth g set) === set .&&. forth g (back g set) === set
            .&&. forth (g <> inverse g) set === set,
      testProperty "the generators commute" $
        forAll toruses $ \torus -> forAll (places torus) $ \set ->
          forth (eastward torus <> southward torus) set === forth (southward torus <> eastward torus) set,
      testProperty "once around is nowhere" $
        forAll toruses $ \torus@(Torus width height) -> forAll (places torus) $ \set ->
          forth (stimes width (eastward torus)) set === set
            .&&. forth (stimes height (southward torus)) set === set,
      testProperty "a place goes where it should" $
        forAll toruses $ \torus@(Torus width height) ->
          forAll ((,) <$> choose (0, width - 1) <*> choose (0, height - 1)) $ \(x, y) ->
            forth (eastward torus) (at torus (x, y)) === at torus ((x + 1) `mod` width, y)
              .&&. forth (southward torus) (at torus (x, y)) === at torus (x, (y + 1) `mod` height),
      testProperty "what is said of sets moves along" $
        withTranslation $ \torus g -> forAll ((,) <$> places torus <*> places torus) $ \(a, b) ->
          forth g (a .|. b) === forth g a .|. forth g b
            .&&. forth g (a .&. b) === forth g a .&. forth g b
            .&&. forth g (everywhere torus `xor` a) === everywhere torus `xor` forth g a,
      testProperty "a step looks the same from everywhere" $
        withTranslation $ \torus g -> forAll (maps torus) $ \herds' ->
          step torus (moved g herds') === moved g (step torus herds'),
      testProperty "nobody gets lost, and no two are in a place" $
        forAll toruses $ \torus -> forAll (maps torus) $ \(Herds east south) ->
          case step torus (Herds east south) of
            Herds east' south' ->
              (popCount east', popCount south', east' .&. south')
                === (popCount east, popCount south, 0),
      testProperty "of one herd, the free places are a herd that goes the other way" $
        withTranslation $ \torus g -> forAll (places torus) $ \set ->
          let free = xor (everywhere torus)
           in free (advance g set 0) === advance (inverse g) (free set) 0,
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

toruses :: Gen Torus
toruses = Torus <$> choose (1, 8) <*> choose (1, 8)

-- | Any product of the generators.
withTranslation :: (Testable a) => (Torus -> Translation -> a) -> Property
withTranslation law = forAll toruses $ \torus@(Torus width height) ->
  forAll ((,) <$> choose (1, width) <*> choose (1, height)) $ \(right, down) ->
    law torus (stimes right (eastward torus) <> stimes down (southward torus))

everywhere :: Torus -> Places
everywhere (Torus width height) = bit (width * height) - 1

-- | One place: column, row.
at :: Torus -> (Int, Int) -> Places
at (Torus width height) (x, y) = bit (width * height - 1 - (y * width + x))

places :: Torus -> Gen Places
places torus = choose (0, everywhere torus)

maps :: Torus -> Gen Herds
maps torus = (\a b c -> Herds (a .&. b) (c .&. (everywhere torus `xor` (a .&. b)))) <$> set <*> set <*> set
  where
    set = places torus

moved :: Translation -> Herds -> Herds
moved g (Herds east south) = Herds (forth g east) (forth g south)

-- | One place at a time.
naive :: Torus -> Herds -> Herds
naive torus@(Torus width height) (Herds east south) = Herds east' south'
  where
    east' = go (\(x, y) -> ((x + 1) `mod` width, y)) east south
    south' = go (\(x, y) -> (x, (y + 1) `mod` height)) south east'
    go on herd' others = List.foldl' (.|.) 0 (map (at torus . stand) (standing herd'))
      where
        stand place = if on place `elem` standing (herd' .|. others) then place else on place
    standing set =
      [ (x, y)
        | y <- [0 .. height - 1],
          x <- [0 .. width - 1],
          testBit set (width * height - 1 - (y * width + x))
      ]
