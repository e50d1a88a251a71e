-- | Crossed Wires: the adder adds, and run in a broken circuit of its own it finds what is swapped.
module Laws.Day24 (laws) where

import Aoc2024.Day24
import Data.Bits (testBit)
import qualified Data.ByteString.Char8 as B
import Data.List (intercalate, nub, sort)
import Data.Maybe (fromMaybe)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

-- | Wires as terms: nothing is known of a gate but what it is made of.
data Term = Input String | Node Operation Term Term
  deriving stock (Eq)

-- | Which bits the sum has, in any meaning of a gate without effects.
sums :: (Operation -> w -> w -> w) -> [(w, w)] -> [(Int, w)]
sums gate = fst . adder (Logic (\how a b -> pure (gate how a b)) (\place out -> ([(place, out)], ())))

bitName :: Char -> Int -> String
bitName letter place = letter : drop 1 (show (100 + place))

-- | An adder of five bits, written down with some outputs swapped.
written :: [(String, String)] -> B.ByteString
written swaps = B.pack (intercalate "\n" ([bitName letter place ++ ": 1" | letter <- "xy", place <- [0 .. 4]] ++ [""] ++ map line nodes))
  where
    line (how, a, b, out) = a ++ " " ++ kind how ++ " " ++ b ++ " -> " ++ fromMaybe out (lookup out (swaps ++ map (\(a', b') -> (b', a')) swaps))
    kind how = case how of And -> "AND"; Or -> "OR"; Xor -> "XOR"

nodes :: [(Operation, String, String, String)]
nodes = [(how, named a, named b, named node) | node@(Node how a b) <- terms]
  where
    found = sums Node [(Input (bitName 'x' place), Input (bitName 'y' place)) | place <- [0 .. 4]]
    terms = nub (concatMap (below . snd) found)
    below term = case term of
      Node _ a b -> below a ++ below b ++ [term]
      Input _ -> []
    named (Input one) = one
    named node = head ([bitName 'z' place | (place, one) <- found, one == node] ++ [bitName 'g' place | (place, one) <- zip [0 ..] terms, one == node])

laws :: TestTree
laws =
  testGroup
    "aoc2024/day24"
    [ testProperty "with truth values the adder adds" $
        forAll (choose (0, 2 ^ (20 :: Int) - 1)) $ \x -> forAll (choose (0, 2 ^ (20 :: Int) - 1)) $ \y ->
          sum [2 ^ place | (place, True) <- sums apply [(testBit x place, testBit y place) | place <- [0 .. 19]]] === x + (y :: Int),
      testProperty "in a circuit with four pairs swapped it names them, or there are others" $
        forAll (take 8 <$> shuffle [out | (_, _, _, out) <- nodes]) $ \chosen ->
          let answer = either (const Nothing) (either (const Nothing) Just . part2) (parse (written (zip (take 4 chosen) (drop 4 chosen))))
           in label (maybe "several" (const "one") answer) (maybe True (== intercalate "," (sort chosen)) answer),
      testProperty "with fewer there is never just one way" $
        forAll (take 6 <$> shuffle [out | (_, _, _, out) <- nodes]) $ \chosen ->
          either (const False) (either (const True) (const False) . part2) (parse (written (zip (take 3 chosen) (drop 3 chosen))))
    ]
