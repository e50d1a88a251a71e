-- | A specialised program is the same program, and every rule of integration counts cubes.
module Laws.Day22 (laws) where

import Aoc2021.Day22
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "aoc2021/day22"
    [ inRegion "a specialised program is the same there" boxWithin $ \region program ->
        map (run (specialise region program)) (cubes region) === map (run program) (cubes region),
      inRegion "to specialise twice is to specialise to what is common" boxWithin $ \region program ->
        forAll (boxWithin region) $ \part ->
          specialise part (specialise region program) === specialise part program,
      inRegion "carving counts cubes" boxWithin $ \region program ->
        carve region (specialise region program) === counted region program,
      inRegion "halves are disjoint, and all of it" boxWithin $ \region program ->
        let special = specialise region program
            (low, high) = halves region special
            inner = and [low `contains` cube /= high `contains` cube | cube <- cubes region]
         in not (constant special) ==> (volume low + volume high, inner) === (volume region, True),
      inRegion "so the integral counts cubes" boxWithin $ \region program ->
        integral region (specialise region program) === counted region program
    ]

-- | A law of programs, with boxes of one kind, in a region.
inRegion :: String -> (Box -> Gen Box) -> (Box -> Program -> Property) -> TestTree
inRegion name box law =
  testProperty name $
    forAll (oneof [boxWithin outer, Box <$> low <*> high <*> low <*> high <*> low <*> high]) $ \region ->
      forAll (oneof [choose (0, 9), choose (few, 3 * few)]) $ \size ->
        forAll (vectorOf size ((,) <$> frequency [(9, box region), (1, box outer)] <*> choose (0, 1))) $ \tests ->
          law region (foldr (uncurry If) (Always 0) tests)
  where
    outer = Box (-9) 9 (-9) 9 (-9) 9
    low = choose (-7, -3)
    high = choose (3, 7)

cubes :: Box -> [(Int, Int, Int)]
cubes (Box a b c d e f) = (,,) <$> [a .. b - 1] <*> [c .. d - 1] <*> [e .. f - 1]

counted :: Box -> Program -> Int
counted region program = sum (map (run program) (cubes region))

boxWithin :: Box -> Gen Box
boxWithin (Box a b c d e f) = do
  ((x, x'), (y, y'), (z, z')) <- (,,) <$> rangeWithin (a, b) <*> rangeWithin (c, d) <*> rangeWithin (e, f)
  pure (Box x x' y y' z z')

rangeWithin :: (Int, Int) -> Gen (Int, Int)
rangeWithin (low, high) = do
  start <- choose (low, high - 1)
  (,) start <$> oneof [choose (start + 1, high), choose (start + 1, min high (start + 3))]

constant :: Program -> Bool
constant = \case
  Always _ -> True
  If {} -> False
