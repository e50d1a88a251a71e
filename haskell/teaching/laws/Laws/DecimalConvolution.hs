{-# LANGUAGE DataKinds #-}

-- | Digit sequences are integers, in every base.
module Laws.DecimalConvolution (laws) where

import qualified Data.ByteString.Char8 as C
import Data.Proxy (Proxy (..))
import GHC.TypeLits (KnownNat, natVal)
import Teaching.DecimalConvolution
import Test.Tasty (TestTree, localOption, testGroup)
import Test.Tasty.HUnit (testCase, (@?=))
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/decimal-convolution"
    [ring (Proxy @2), ring (Proxy @3), ring (Proxy @10), ring (Proxy @16), ring (Proxy @36), longNumbers, texts]

-- | Some digits, often the extreme ones, and a sign.
number :: (KnownNat base) => Proxy base -> Gen (Digits base)
number base = do
  many <- listOf (frequency [(1, pure 0), (1, pure top), (2, choose (0, top))])
  elements [id, negate] <*> pure (fromDigits many)
  where
    top = natVal base - 1

ring :: (KnownNat base) => Proxy base -> TestTree
ring base =
  localOption (QuickCheckTests 60) . testGroup ("base " <> show (natVal base)) $
    [ law1 "a number is its digits and its sign" $ \a -> signum a * fromDigits (digits a) === a,
      law1 "digits are the base's, the last not 0 but for zero's" $ \a ->
        all (\digit -> 0 <= digit && digit < natVal base) (digits a) && (last (digits a) /= 0 || digits a == [0]),
      law1 "from and to integers" $ \a -> fromInteger (value a) === a,
      law2 "the values of a sum, a difference and a product" $ \a b ->
        map value [a + b, a - b, a * b] === map (\f -> f (value a) (value b)) [(+), (-), (*)],
      law1 "the values of what one number makes" $ \a ->
        map value [negate a, abs a, signum a] === map ($ value a) [negate, abs, signum],
      law2 "the order of the values" $ \a b -> compare a b === compare (value a) (value b),
      law2 "sums and products commute" $ \a b -> [a + b, a * b] === [b + a, b * a],
      law3 "sums and products associate" $ \a b c -> [(a + b) + c, (a * b) * c] === [a + (b + c), a * (b * c)],
      law3 "products distribute over sums" $ \a b c -> a * (b + c) === a * b + a * c,
      law1 "zero and one" $ \a ->
        let (zero, one) = (fromDigits [], fromDigits [1]) in [a + zero, a * one, a * zero, a - a] === [a, a, zero, zero],
      law1 "a text and back" $ \a -> spelled (C.pack (show a)) === Just a,
      law2 "carrying a convolution makes the product" $ \a b -> fromDigits (convolution a b) * signum a * signum b === a * b,
      law2 "a convolution is what it says" $ \a b -> convolution a b === naive (digits a) (digits b)
    ]
  where
    law1 name = testProperty name . forAll (number base)
    law2 name = law1 name . (forAll (number base) .)
    law3 name = law2 name . ((forAll (number base) .) .)

-- | Row by row, as on paper.
naive :: [Integer] -> [Integer] -> [Integer]
naive xs ys = foldr row [] xs
  where
    row x below = plus (map (x *) ys) (if null below then [] else 0 : below)
    plus (a : as) (b : bs) = a + b : plus as bs
    plus as bs = as <> bs

longNumbers :: TestTree
longNumbers =
  testCase "every carry carries on, and nothing is carried too early" . sequence_ $ do
    (m, n) <- [(m, n) | m <- [1, 2, 9, 100, 3000], n <- [m, m + 1, 5000]]
    let nines k = fromDigits (replicate k 9) :: Digits 10
    [ show (nines m * nines n) @?= concat (zipWith replicate [m - 1, 1, n - m, m - 1, 1] "98901"),
      convolution (nines m) (nines n) @?= [81 * toInteger (minimum [k + 1, m, m + n - 1 - k]) | k <- [0 .. m + n - 2]]
      ]

texts :: TestTree
texts = testCase "texts" $ do
  mapM decimal ["+7", "-0", "000", "12345678901234567890"] @?= Just [7, 0, 0, 12345678901234567890]
  map decimal ["", "-", "+", "--1", "1 ", " 1", "a", "1:2", "1\n", "\217\161"] @?= replicate 10 Nothing
  (spelled "-zz" :: Maybe (Digits 36)) @?= Just (-1295)
  where
    decimal = spelled :: C.ByteString -> Maybe (Digits 10)
