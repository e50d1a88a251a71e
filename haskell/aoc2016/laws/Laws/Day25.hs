-- | Clock Signal: what is said to alternate does, for as long as one looks.
module Laws.Day25 (laws) where

import Aoc2016.Assembunny
import Aoc2016.Day25
import qualified Data.Vector as V
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | A number is put out, and then what is drawn is done to registers, again and again.
programs :: Gen Program
programs = do
  body <- resize 5 (listOf instruction)
  pure (V.fromList (body ++ [Out (Register 0), JumpIfNotZero (Number 1) (Number (-1 - length body))]))
  where
    instruction =
      oneof
        [ Copy <$> value <*> register,
          Increment <$> register,
          Decrement <$> register,
          JumpIfNotZero <$> register <*> (Number <$> choose (1, 3)),
          Toggle <$> value
        ]
    register = Register <$> choose (0, 1)
    value = oneof [register, Number <$> choose (-1, 2)]

outputs :: Run -> [Int]
outputs = \case
  Put signal _ more -> signal : outputs more
  End _ -> []

laws :: TestTree
laws =
  testGroup
    "aoc2016/day25"
    [ testProperty "an alternation that is decided is one" $
        forAll programs $ \program -> forAll (choose (0, 3)) $ \a ->
          let signal = run (start (Registers a 0 0 0) program)
           in not (fst (alternates signal)) .||. (take 99 (outputs signal) === take 99 (cycle [0, 1]))
    ]
