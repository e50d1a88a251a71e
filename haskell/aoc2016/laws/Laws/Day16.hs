-- | Dragon Checksum: a text's answers are a homomorphic image, and to turn is an anti-automorphism.
module Laws.Day16 (laws) where

import Aoc2016.Day16
import qualified Data.ByteString.Char8 as B
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

texts :: Gen String
texts = listOf (elements "01")

answers :: Digits -> (Int, Int, [Int])
answers a = (size a, ones a, map (onesBefore a) [0 .. size a])

told :: String -> Digits
told = digits . B.pack

backwards :: String -> String
backwards = map (\digit -> if digit == '0' then '1' else '0') . reverse

grown :: String -> String
grown state = state <> "0" <> backwards state

laws :: TestTree
laws =
  testGroup
    "aoc2016/day16"
    [ testProperty "two texts in a row answer as one" $
        forAll texts $ \one -> forAll texts $ \two -> answers (told one <> told two) === answers (told (one <> two)),
      testProperty "a turned text answers as one that is written" $
        forAll texts $ \text -> answers (turned (told text)) === answers (told (backwards text)),
      testProperty "to turn changes the order" $
        forAll texts $ \one -> forAll texts $ \two ->
          answers (turned (told one <> told two)) === answers (turned (told two) <> turned (told one)),
      testProperty "twice turned is not turned" $
        forAll texts $ \text -> answers (turned (turned (told text))) === answers (told text),
      testProperty "nothing changes nothing" $
        forAll texts $ \text -> map answers [mconcat [mempty, told text], mconcat [told text, mempty], told ""] === map answers [told text, told text, mempty],
      testProperty "data grow as they are written" $
        forAll (listOf1 (elements "01")) $ \state ->
          forAll (choose (1, 500)) $ \places ->
            answers (filled places (told state)) === answers (told (until ((>= places) . length) grown state))
    ]
