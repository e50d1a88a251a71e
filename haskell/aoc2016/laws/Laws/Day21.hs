-- | Scrambled Letters and Hash: operations are what they say of lists, and each has its inverse.
module Laws.Day21 (laws) where

import Aoc2016.Day21
import qualified Data.ByteString.Char8 as B
import Data.List (permutations)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Contract (InvalidInput (..))

instance Show Bijection where
  show some = "what makes of abcdefgh " <> done some "abcdefgh"

-- | What a bijection does to letters that are spelled.
done :: Bijection -> String -> String
done (Bijection f _) = B.unpack . spelled . f . numbered . B.pack

words' :: Gen String
words' = shuffle "abcdefgh"

place :: Gen Int
place = choose (0, 7)

operations :: Gen Bijection
operations =
  oneof
    [ transposition <$> place <*> place,
      exchange <$> (fromIntegral <$> place) <*> (fromIntegral <$> place),
      rotation <$> place,
      reversal <$> place <*> place,
      move <$> place <*> place,
      based . fromIntegral <$> place
    ]

laws :: TestTree
laws =
  testGroup
    "aoc2016/day21"
    [ testProperty "line 10001 is one too many, whatever follows it" . once $
        let long = replicate 10001 "rotate left 0 steps"
            refused more = either (\(InvalidInput line _) -> line) (const 0) (parse (B.intercalate "\n" (long <> more)))
         in map refused [[], ["rotate left"]] === [10001, 10001],
      testProperty "an inverse undoes, and is undone" $
        forAll (mconcat <$> listOf operations) $ \some ->
          forAll words' $ \word -> [done (some <> inverse some) word, done (inverse some <> some) word] === [word, word],
      testProperty "to rotate by a letter's position has one inverse" . once $
        let turned = done (based 0) in conjoin [done (inverse (based 0)) (turned word) === word | word <- take 5040 (permutations "abcdefgh")],
      testProperty "products of transpositions reverse" $
        forAll ((,) <$> place <*> place) $ \(x, y) -> forAll words' $ \word ->
          let (before, (inside, after)) = splitAt (y - x + 1) <$> splitAt x word
           in x <= y ==> done (reversal x y) word === before <> reverse inside <> after,
      testProperty "products of transpositions move" $
        forAll ((,) <$> place <*> place) $ \(x, y) -> forAll words' $ \word ->
          let others = take x word <> drop (x + 1) word
           in done (move x y) word === take y others <> [word !! x] <> drop y others
    ]
