-- | Dive!: stretches are a group, and the puzzle's rules are its product.
module Laws.Day02 (laws) where

import Aoc2021.Day02
import qualified Data.Vector.Unboxed as U
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

newtype Some = Some (Stretch Integer)
  deriving newtype (Eq, Show)

instance Arbitrary Some where
  arbitrary = fmap Some (Stretch <$> arbitrary <*> arbitrary <*> arbitrary)

data Command = Forward Integer | Down Integer | Up Integer
  deriving stock (Show)

instance Arbitrary Command where
  arbitrary = elements [Forward, Down, Up] <*> choose (0, 100)

meaning :: (Num n) => Command -> Stretch n
meaning (Forward n) = forward (fromInteger n)
meaning (Down n) = down (fromInteger n)
meaning (Up n) = up (fromInteger n)

-- | The rules as the puzzle tells them: position, aim and depth after a command.
follow :: (Integer, Integer, Integer) -> Command -> (Integer, Integer, Integer)
follow (position, aim, depth) = \case
  Forward n -> (position + n, aim, depth + aim * n)
  Down n -> (position, aim + n, depth)
  Up n -> (position, aim - n, depth)

laws :: TestTree
laws =
  testGroup
    "aoc2021/day02"
    [ testProperty "the product is associative" $ \(Some x) (Some y) (Some z) ->
        (x <> y) <> z === x <> (y <> z),
      testProperty "staying is neutral" $ \(Some x) ->
        let stay = mempty in x <> stay === x .&&. stay <> x === x,
      testProperty "every stretch has a way back" $ \(Some x) ->
        x <> inverse x === mempty .&&. inverse x <> x === mempty,
      testProperty "up is down's inverse" $ \n -> up n === inverse (down (n :: Integer)),
      testProperty "changing places costs depth alone, the same anywhere" $
        \(Some x) (Some y) (Some z) ->
          let lost = x <> y <> inverse (y <> x)
           in (ahead lost, turn lost) === (0, 0) .&&. lost <> z === z <> lost,
      testProperty "the product is what following the commands does" $ \commands ->
        let Stretch a t s = foldMap meaning (commands :: [Command])
         in (a, t, s) === foldl follow (0, 0, 0) commands,
      testProperty "a course's product is that of its parts" $ \commands ->
        let split (NonNegative at) = U.splitAt at (U.fromList commands)
         in forAll arbitrary $ \at ->
              course (fst (split at)) <> course (snd (split at)) === course (U.fromList commands)
    ]
