-- | Safe Cracking: toggling undoes itself, and registers have no meaning but their names.
module Laws.Day23 (laws) where

import Aoc2016.Assembunny
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

values :: Gen Value
values = oneof [Register <$> choose (0, 3), Number <$> choose (-4, 4)]

instructions :: Gen Instruction
instructions =
  oneof
    [ Copy <$> values <*> values,
      Increment <$> values,
      Decrement <$> values,
      JumpIfNotZero <$> values <*> values,
      Toggle <$> values
    ]

-- | b, c and d take each other's places.
renamed :: Instruction -> Instruction
renamed = \case
  Copy x y -> Copy (other x) (other y)
  Increment x -> Increment (other x)
  Decrement x -> Decrement (other x)
  JumpIfNotZero x y -> JumpIfNotZero (other x) (other y)
  Toggle x -> Toggle (other x)
  Out x -> Out (other x)
  where
    other (Register register) | register > 0 = Register (1 + register `mod` 3)
    other value = value

laws :: TestTree
laws =
  testGroup
    "aoc2016/day23"
    [ testProperty "toggled three times is toggled once" $
        forAll instructions $ \instruction ->
          toggled (toggled (toggled instruction)) === toggled instruction,
      testProperty "other names, the same result" $
        forAll (V.fromList <$> resize 9 (listOf1 instructions)) $ \program ->
          forAll (choose (0, 12)) $ \a ->
            result (Registers a 0 0 0) (V.map renamed program) === result (Registers a 0 0 0) program
    ]
