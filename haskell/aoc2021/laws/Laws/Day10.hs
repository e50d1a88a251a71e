-- | Pieces of lines multiply as the polycyclic monoid has it, and zero tells what was wrong.
module Laws.Day10 (laws) where

import Aoc2021.Day10
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day10"
    [ testProperty "pieces are joined in any grouping" $
        forAll ((,,) <$> piece <*> piece <*> piece) $ \(as, bs, cs) ->
          let (a, b, c) = (element as, element bs, element cs)
           in (a <> b) <> c === a <> (b <> c) .&&. a <> element [] === a .&&. element [] <> a === a,
      testProperty "a pair of one kind is neutral, one of two kinds is zero" $
        forAll ((,) <$> kind <*> kind) $ \(one, other) ->
          let product' = opening one <> closing other
           in if one == other then product' === mempty else isZero product' === True,
      testProperty "zero stays zero, and after it nothing counts" $
        forAll ((,) <$> piece <*> piece) $ \(as, bs) ->
          let (a, b) = (element as, element bs)
           in isZero a ==> a <> b === a .&&. isZero (b <> a) === True,
      testProperty "one bracket more is a product" $
        forAll ((,) <$> piece <*> bracket) $ \(as, b) -> element as `by` b === element as <> generator b,
      testProperty "a line is the product of its brackets" $
        forAll ((,) <$> piece <*> piece) $ \(as, bs) ->
          syntax (U.fromList (as <> [0] <> bs)) === (element as, U.fromList bs),
      testProperty "read backwards, all that opens closes" $
        forAll piece $ \as ->
          let back (Syntax closed (Right open)) = Syntax open (Right closed)
              back zero = zero
           in not (isZero (element as)) ==> element (reverse (map negate as)) === back (element as),
      testProperty "the first wrong bracket, or what is missing, is what a stack says" $
        forAll piece $ \as ->
          let product' = element as in (wrong product', list (missing product')) === stacked as
    ]

generator :: Bracket -> Syntax
generator b = if b > 0 then opening (fromIntegral b) else closing (negate (fromIntegral b))

element :: [Bracket] -> Syntax
element = foldMap generator

isZero :: Syntax -> Bool
isZero (Syntax _ end) = either (const True) (const False) end

list :: Kinds -> [Kind]
list None = []
list (first :> others) = first : list others

kind :: Gen Kind
kind = choose (1, 4)

bracket :: Gen Bracket
bracket = (\k sign -> fromIntegral (k * sign)) <$> kind <*> elements [1, -1]

-- | Brackets of any kind, or mostly right ones, so that not all products are zero.
piece :: Gen [Bracket]
piece = frequency [(1, listOf bracket), (4, scale (`div` 4) (concat <$> listOf part))]
  where
    part = do
      k <- fromIntegral <$> kind
      inner <- scale (`div` 2) piece
      elements [[k] <> inner <> [-k], [k, -k], inner, [k], [-k]]

stacked :: [Bracket] -> (Maybe Kind, [Kind])
stacked = go []
  where
    go open [] = (Nothing, map fromIntegral open)
    go open (b : bs)
      | b > 0 = go (b : open) bs
      | take 1 open == [-b] = go (drop 1 open) bs
      | otherwise = (Just (fromIntegral (negate b)), [])
