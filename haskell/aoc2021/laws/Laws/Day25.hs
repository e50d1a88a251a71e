-- | A group acts, and the herds' rule does not notice.
module Laws.Day25 (laws) where

import Aoc2021.Day25
import Data.Bits (bit, testBit)
import Data.Semigroup (stimes)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day25"
    [ law "a translation and its inverse undo each other" $ \torus g a _ ->
        map (\both -> kept torus (both (member a))) [id, back g . forth g, forth g . back g, forth (g <> inverse g)]
          === replicate 4 a,
      law "the generators commute" $ \torus _ a _ ->
        let (g, h) = (eastward torus, southward torus) in moved torus (g <> h) a === moved torus (h <> g) a,
      law "once around is nowhere" $ \torus@(Torus width height) _ a _ ->
        let times number g = iterate (moved torus (g torus)) a !! number
         in (times width eastward, times height southward) === (a, a),
      law "what is said of sets moves along" $ \torus g a b ->
        let said how set = kept torus (how (member (set a)) (member (set b)))
         in conjoin [moved torus g (said how id) === said how (moved torus g) | how <- [(\/), (/\), without]],
      law "a step looks the same from everywhere" $ \torus g a b ->
        let seen (Map _ east south) = Map torus (moved torus g east) (moved torus g south)
         in step (seen (herds torus a b)) === seen (step (herds torus a b)),
      law "of one herd, the free locations are a herd that goes the other way" $ \torus g a _ ->
        let (none, free) = (setOf torus (const False), \set -> setOf torus (`notElem` listed torus set))
         in free (advance torus g a none) === advance torus (inverse g) (free a) none,
      law "a step is what it is for each one" $ \torus _ a b -> step (herds torus a b) === naive (herds torus a b)
    ]

-- | A law of a translation and two sets, on a torus with rows of a word or less, or of a few.
law :: String -> (Torus -> Translation -> Places -> Places -> Property) -> TestTree
law name holds =
  testProperty name . forAll (Torus <$> oneof [choose (1, 8), choose (60, 68), choose (124, 200)] <*> choose (1, 8)) $ \torus@(Torus width height) ->
    let places = (\rows -> setOf torus (\(x, y) -> rows !! y !! x)) <$> vectorOf height (vectorOf width arbitrary)
     in forAll ((,) <$> choose (1, 3) <*> choose (1, 3 :: Int)) $ \(right, down) ->
          forAll ((,) <$> places <*> places) . uncurry $
            holds torus (stimes (right :: Int) (eastward torus) <> stimes down (southward torus))

-- | The set of the locations, column and row, for which something is true.
setOf :: Torus -> ((Int, Int) -> Bool) -> Places
setOf torus@(Torus width _) true = kept torus $ \at word ->
  sum [bit (x - 64 * word) | x <- [64 * word .. min width (64 * word + 64) - 1], true (x, (at - word) `div` wordsOf torus)]

listed :: Torus -> Places -> [(Int, Int)]
listed torus@(Torus width height) set =
  [(x, y) | y <- [0 .. height - 1], x <- [0 .. width - 1], word x y `testBit` (x `mod` 64)]
  where
    word x y = member set (y * wordsOf torus + x `div` 64) (x `div` 64)

moved :: Torus -> Translation -> Places -> Places
moved torus g set = kept torus (forth g (member set))

-- | What is in both goes east, what is in the first alone south.
herds :: Torus -> Places -> Places -> Map
herds torus a b = Map torus (kept torus (member a /\ member b)) (kept torus (member a `without` member b))

-- | One location at a time.
naive :: Map -> Map
naive (Map torus@(Torus width height) east south) = Map torus (set east') (set south')
  where
    set list = setOf torus (`elem` list)
    east' = go (\(x, y) -> ((x + 1) `mod` width, y)) (listed torus east) (listed torus south)
    south' = go (\(x, y) -> (x, (y + 1) `mod` height)) (listed torus south) east'
    go on herd others = [if on place `elem` (herd <> others) then place else on place | place <- herd]
