-- | Deep linear networks: remainders and dual numbers are commutative rings, and a dual loss has the derivative.
module Laws.Frechet3 (laws) where

import qualified Data.Vector.Unboxed as U
import Teaching.Frechet3
import Teaching.Mersenne
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/frechet-3"
    [ testProperty "remainders are those of whole numbers" $
        forAll numbers $ \a -> forAll numbers $ \b ->
          let of' = fromInteger :: Integer -> Residue
           in (of' a + of' b, of' a - of' b, of' a * of' b) === (of' (a + b), of' (a - b), of' (a * b)),
      testProperty "dual numbers are a commutative ring" $
        forAll duals $ \a -> forAll duals $ \b -> forAll duals $ \c ->
          (a * (b * c), a * (b + c), a * b, a - a) === ((a * b) * c, a * b + a * c, b * a, 0),
      testProperty "a power's slope is that of calculus" $
        forAll duals $ \a -> forAll (choose (1, 9 :: Int)) $ \n ->
          a ^ n === Dual (value a ^ n) (toInteger n * value a ^ (n - 1) * slope a :: Integer),
      testProperty "one weight makes the loss a quadratic, and half the difference of its neighbours is the slope" $
        forAll networks $ \network -> forAll (choose (1, U.length (weights network))) $ \place ->
          let moved by = loss toInteger (\weight number -> toInteger weight + (if number == place then by else 0)) network
              dual = loss (fromInteger . toInteger) (\weight number -> Dual (toInteger weight) (if number == place then 1 else 0)) network
           in dual === Dual (moved 0) ((moved 1 - moved (-1)) `div` 2),
      testProperty "both parts are remainders of a loss in dual whole numbers" $
        forAll networks $ \network ->
          let dual = loss (fromInteger . toInteger) (\weight number -> Dual (toInteger weight) (toInteger number)) network
           in (residue (part1 network), residue (part2 network)) === (fromInteger (value dual), fromInteger (slope dual))
    ]
  where
    numbers = oneof [choose (-9, 9), choose (2 ^ (61 :: Int) - 9, 2 ^ (61 :: Int) + 9), choose (-(2 ^ (70 :: Int)), 2 ^ (70 :: Int))]
    duals = Dual <$> choose (-99, 99) <*> choose (-99, 99)

networks :: Gen Network
networks = do
  sizes <- choose (2, 5) >>= \count -> vectorOf count (choose (1, 4))
  Network sizes <$> (U.fromList <$> entries (sum (zipWith (*) sizes (tail sizes)))) <*> entries (head sizes) <*> entries (last sizes)
  where
    entries count = vectorOf count (oneof [choose (-9, 9), choose (-999, 999)])
