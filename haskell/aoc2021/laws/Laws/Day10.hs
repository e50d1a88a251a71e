-- | Pieces of lines multiply as the polycyclic monoid has it, and zero tells what was wrong.
module Laws.Day10 (laws) where

import Aoc2021.Day10
import qualified Data.ByteString.Char8 as B
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Contract (Text)

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
        forAll ((,) <$> oneof [piece, deep] <*> bracket) $ \(as, b) ->
          element as `by` b === element as <> generator b,
      testProperty "a line is the product of its brackets" $
        forAll (oneof [piece, deep]) $ \as -> syntax (written as) === element as,
      testProperty "read backwards, all that opens closes" $
        forAll piece $ \as ->
          let back (Syntax closed (Right open)) =
                Syntax (list open) (Right (foldr (:>) None closed))
              back zero = zero
           in not (isZero (element as)) ==> element (reverse (map negate as)) === back (element as),
      testProperty "the first wrong bracket, or what is missing, is what a stack says" $
        forAll (oneof [piece, deep]) $ \as ->
          let product' = element as in (wrong product', list (missing product')) === stacked as
    ]

generator :: Bracket -> Syntax
generator b = if b > 0 then opening b else closing (negate b)

element :: [Bracket] -> Syntax
element = foldMap generator

isZero :: Syntax -> Bool
isZero (Syntax _ end) = either (const True) (const False) end

written :: [Bracket] -> Text
written = B.pack . map (\b -> B.index ">}]) ([{<" (b + 4))

kind :: Gen Kind
kind = choose (1, 4)

bracket :: Gen Bracket
bracket = (*) <$> kind <*> elements [1, -1]

-- | Brackets of any kind, or mostly right ones, so that not all products are zero.
piece :: Gen [Bracket]
piece = frequency [(1, listOf bracket), (4, scale (`div` 4) (concat <$> listOf part))]
  where
    part = do
      k <- kind
      inner <- scale (`div` 2) piece
      elements [[k] <> inner <> [-k], [k, -k], inner, [k], [-k]]

-- | More open brackets than a word has room for, and how most of them are closed.
deep :: Gen [Bracket]
deep = do
  opened <- choose (0, 70) >>= (`vectorOf` kind)
  closed <- choose (0, 75)
  ((opened <> take closed (map negate (reverse opened))) <>) <$> piece

stacked :: [Bracket] -> (Maybe Kind, [Kind])
stacked = go []
  where
    go open [] = (Nothing, open)
    go open (b : bs)
      | b > 0 = go (b : open) bs
      | take 1 open == [-b] = go (drop 1 open) bs
      | otherwise = (Just (negate b), [])
