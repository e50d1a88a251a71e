-- | Like a Rogue: a cycle's rows are those with walls, and doubled ones those that follow.
module Laws.Day18 (laws) where

import Aoc2016.Day18
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck hiding ((.&.))

instance Arbitrary Row where
  arbitrary = (\tiles -> Row (length tiles) (B.pack tiles)) <$> listOf1 (elements ".^")

instance Show Row where
  show (Row _ tiles) = B.unpack tiles

-- | The next row, by the rules as they are told.
below :: Row -> Row
below (Row width tiles) = Row width (B.pack [if trap (tile (at - 1)) (tile at) (tile (at + 1)) then '^' else '.' | at <- [0 .. width - 1]])
  where
    tile at = at >= 0 && at < width && B.index tiles at == '^'
    trap left middle right = (left, middle, right) `elem` [(True, True, False), (False, True, True), (True, False, False), (False, False, True)]

apart :: Rows -> [Integer]
apart rows = [(bits rows `shiftR` (at * period rows)) .&. (1 `shiftL` period rows - 1) | at <- [0 .. count rows - 1]]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day18"
    [ testProperty "a cycle has each trap twice" $
        \row@(Row _ tiles) -> popCount (bits (single row)) === 2 * B.count '^' tiles,
      testProperty "to turn a row to both sides is to go on by one" $
        \row -> bits (after (single row)) === bits (single (below row)),
      testProperty "doubled rows are those that follow each other" $
        \row -> forAll (choose (0, 6)) $ \times ->
          apart (iterate doubled (single row) !! times) === map (bits . single) (take (2 ^ times) (iterate below row)),
      testProperty "and so are those after them" $
        \row -> forAll (choose (0, 6)) $ \times ->
          apart (after (iterate doubled (single row) !! times)) === map (bits . single) (take (2 ^ times) (drop (2 ^ times) (iterate below row)))
    ]
