-- | Playground: hanging is a join, in any order; and splitting finds what sorting would.
module Laws.Day08 (laws) where

import Aoc2025.Day08
import Data.List (sort)
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Twelve boxes, all alone.
alone :: Partition
alone = discrete (U.replicate 12 (0, 0, 0))

-- | Strings between them, all of different lengths.
strings :: Gen [Int]
strings = do
  pairs <- listOf (suchThat ((,) <$> choose (0, 11) <*> choose (0, 11)) (uncurry (<)))
  apart <- shuffle [1 .. length pairs]
  pure (zipWith (\(one, other) far -> string far one other) pairs apart)

hung :: [Int] -> Partition -> Partition
hung = hang . U.fromList

laws :: TestTree
laws =
  testGroup
    "aoc2025/day08"
    [ testProperty "the order does not matter" $
        forAll strings $ \a -> forAll (shuffle a) $ \b -> hung a alone === hung b alone,
      testProperty "one by one is all at once" $
        forAll strings $ \a -> foldr (hung . pure) alone a === hung a alone,
      testProperty "what is hung twice changes nothing" $
        forAll strings $ \a -> forAll strings $ \b ->
          let both = hung (a <> b) alone in hung a both === both,
      testProperty "a name is the first box of a block" $
        forAll strings $ \a -> let names = hung a alone in U.and (U.imap (>=) names) .&&. U.map (names U.!) names === names,
      testProperty "the least are those that sorting brings to the front" $
        forAll strings $ \a -> forAll (choose (0, 20)) $ \wanted ->
          sort (U.toList (least wanted (U.fromList a))) === take wanted (sort a),
      testProperty "the final string is the first after which there is one block" $
        forAll strings $ \more ->
          let all' = more <> [string (1000 + one) one (one + 1) | one <- [0 .. 10]]
              first = [last some | count <- [1 .. length all'], let some = take count (sort all'), rank (hung some alone) == 1]
           in final alone (U.fromList all') === head first
    ]
