-- | Matchsticks: what is written is read again.
module Laws.Day08 (laws) where

import Aoc2015.Day08
import Control.Applicative (many)
import qualified Data.ByteString.Char8 as B
import Data.Either (fromRight)
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck
import Threefold.Reading (lineOf, tag, whole)

laws :: TestTree
laws =
  testGroup
    "aoc2015/day08"
    [ testProperty "a string that is written is read again" $
        \text -> fmap B.pack (whole (lineOf "no" (tag "\"" *> many (reading sign) <* tag "\"")) (quoted (held text))) === Right (held text),
      testProperty "to quote is a homomorphism, but for the quotes" $
        \a b -> inner (quoted (held a <> held b)) === inner (quoted (held a)) <> inner (quoted (held b)),
      testProperty "the parts are differences of lengths" $
        forAll (listOf1 (listOf (elements "ab0\\\"\n\255"))) $ \texts ->
          let strings = map (quoted . B.pack) texts
              size = sum . map B.length
           in fromRight (-1, -1) ((\list -> (part1 list, part2 list)) <$> parse (B.intercalate "\n" strings))
                === (size strings - sum (map length texts), size (map quoted strings) - size strings)
    ]
  where
    held = B.pack . map (toEnum . (`mod` 256) . fromEnum) :: String -> B.ByteString
    inner = B.init . B.tail
