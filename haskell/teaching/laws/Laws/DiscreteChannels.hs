-- | Discrete channels: composition is associative and loses information; the proposed input proves the capacity.
module Laws.DiscreteChannels (laws) where

import Teaching.DiscreteChannels
import Teaching.Exact (Enclosure (..))
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A channel from three letters to three, of which each row's weights have the sum 9.
channels :: Gen Channel
channels = Channel <$> vectorOf 3 (row <$> choose (0, 9) <*> choose (0, 9))
  where
    row a b = [min a b, abs (a - b), 9 - max a b]

best :: Channel -> Enclosure
best given = bounds (map (\share -> 1 + floor (share * 2 ^ (52 :: Int))) (centre channel)) channel
  where
    channel = reduced given

laws :: TestTree
laws =
  testGroup
    "teaching/discrete-channels"
    [ testProperty "composition is associative" $
        forAll channels $ \a -> forAll channels $ \b -> forAll channels $ \c -> (a <> b) <> c === a <> (b <> c),
      testProperty "the bounds of the capacity are next to each other" $
        forAll channels $ \a -> case best a of Enclosure low high -> counterexample (show (best a)) (low <= high && high - low < 1 / 10 ^ (10 :: Int)),
      testProperty "two channels in a row have no more capacity than either" $
        forAll channels $ \a -> forAll channels $ \b -> case (best (a <> b), best a, best b) of
          (Enclosure low _, Enclosure _ one, Enclosure _ other) -> low <= min one other
    ]
