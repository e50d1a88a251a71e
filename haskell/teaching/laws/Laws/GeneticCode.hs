-- | The genetic code: stretches are a monoid, and its products are what the definition of a frame says.
module Laws.GeneticCode (laws) where

import Data.Monoid (Dual (..))
import Teaching.GeneticCode
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/genetic-code"
    [ testProperty "stretches are a monoid" $
        forAll strands $ \a -> forAll strands $ \b -> forAll strands $ \c ->
          let (x, y, z) = (whole a, whole b, whole c)
           in ((x <> y) <> z, mconcat [x], mconcat [mempty, x]) === (x <> (y <> z), x, x),
      testProperty "the longest frame is the first of the longest that there are" $
        forAll strands $ \strand -> longest (whole strand) === slow strand,
      testProperty "the opposite monoid reads a strand from its other end" $
        forAll strands $ \strand -> getDual (foldMap (Dual . codon) strand) === whole (reverse strand)
    ]
  where
    strands = listOf (frequency [(4, pure Go), (2, pure Start), (1, pure StopOrGo), (1, pure Stop)])
    whole = foldMap codon

-- | From every start to every stop, with nothing between that only stops.
slow :: [May] -> Frame
slow strand = case [Frame count from | count <- [length strand, length strand - 1 .. 2], from <- [0 .. length strand - count], open (take count (drop from strand))] of
  [] -> Frame 0 0
  found : _ -> found
  where
    open read' = head read' == Start && last read' `elem` [StopOrGo, Stop] && Stop `notElem` init read'
