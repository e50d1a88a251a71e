-- | Radioisotope Thermoelectric Generators: permutations of pairs change nothing, as steps commute with taking orbits.
module Laws.Day11 (laws) where

import Aoc2016.Day11
import Data.List (nub, sort)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A floor, and a safe arrangement of up to nine pairs, which can be told apart.
arrangements :: Gen (Int, [(Int, Int)])
arrangements = ((,) <$> floors <*> (choose (1, 9) >>= \count -> vectorOf count pair)) `suchThat` isSafe
  where
    pair = oneof [(,) <$> floors <*> floors, (\at -> (at, at)) <$> floors]
    floors = choose (0, 3)

isSafe :: (Int, [(Int, Int)]) -> Bool
isSafe (_, pairs) = and [own == at || at `notElem` map fst pairs | (own, at) <- pairs]

-- | What a move makes of pairs that can be told apart: one thing is taken, or two are.
after :: (Int, [(Int, Int)]) -> [(Int, [(Int, Int)])]
after (from, pairs) = filter isSafe [(to, found) | to <- [from - 1, from + 1], to `elem` [0 .. 3], found <- taken to pairs <> concatMap (taken to) (taken to pairs)]
  where
    taken to before = concat [[begin <> (pair : end) | pair <- moved to here] | (begin, here : end) <- [splitAt k before | k <- [0 .. length before - 1]]]
    moved to (generator, chip) = [(to, chip) | generator == from] <> [(generator, to) | chip == from]

orbit :: (Int, [(Int, Int)]) -> State
orbit = uncurry marking

laws :: TestTree
laws =
  testGroup
    "aoc2016/day11"
    [ testProperty "pairs in another order have the same orbit" $
        forAll arrangements $ \(at, pairs) -> forAll (shuffle pairs) $ \others -> orbit (at, pairs) === orbit (at, others),
      testProperty "steps of an orbit are the orbits of steps (a bisimulation), so distances are the same" $
        forAll arrangements $ \state -> nub (sort (map snd (moves (orbit state)))) === nub (sort (map orbit (after state))),
      testProperty "a move costs what the potential falls, and twice its slack" $
        forAll arrangements $ \state ->
          conjoin [1 === potential (orbit state) - potential next + 2 * slack | (slack, next) <- moves (orbit state)],
      testProperty "pairs in another order need as many moves" $
        forAll arrangements $ \(_, pairs) -> forAll (shuffle pairs) $ \others -> part1 pairs === part1 others
    ]
