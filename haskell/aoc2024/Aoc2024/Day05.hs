-- | Print Queue: an update is a tournament, and its scores say where each page belongs.
--
-- Each two pages have met, and a page's score is how many others it has to come before. There is no cycle if and only if the scores are
-- 0, 1, 2 and so on, in some order (Landau). So scores check an update, tell whether it is in order, and find its middle.
module Aoc2024.Day05 (parse, part1, part2, Rules, rulesOf, scores, isTransitive) where

import Control.DeepSeq (NFData)
import Control.Monad (guard)
import Data.Bits
import Data.Tuple (swap)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Pages from 10 to 99 as bits.
data Pages = Pages !Word64 !Word64

instance Semigroup Pages where
  Pages a b <> Pages a' b' = Pages (a .|. a') (b .|. b')

instance Monoid Pages where
  mempty = Pages 0 0

only :: Int -> Pages
only page = if page < 64 then Pages (bit page) 0 else Pages 0 (bit (page - 64))

-- | How many pages are in both?
common :: Pages -> Pages -> Int
common (Pages a b) (Pages a' b') = popCount (a .&. a') + popCount (b .&. b')

-- | For each page up to 99 those that have to come after it.
type Rules = U.Vector (Word64, Word64)

-- | The page in the middle, and whether all are where they belong.
data Update = Update {middle :: !Int, inOrder :: !Bool}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Update)
parse = whole $ do
  rules <- makingBlock wrongRule fitting ((,) <$> page <* tag "|" <*> page)
  blank "expected an empty line"
  blockUpTo 20000 wrongUpdate (valid (update rules . U.fromList <$> sepBy page ','))
  where
    page = valid ((\number -> number <$ guard (number >= 10)) <$> natural 99)
    {-# INLINE page #-}
    wrongRule = "expected a rule as 47|53 for two pages from 10 to 99 that have none yet"
    wrongUpdate = "expected an odd number of pages as 75,47,61, in just one order by the rules, in 20000 lines at most"

rulesOf :: U.Vector (Int, Int) -> Rules
rulesOf = U.accumulate (\(a, b) page -> let Pages a' b' = only page in (a .|. a', b .|. b')) (U.replicate 100 (0, 0))

-- | The rules, if the pages of each are two, which no other rule has: then it has a bit of its own either way round.
fitting :: U.Vector (Int, Int) -> Maybe Rules
fitting found = rules <$ guard (U.sum (U.zipWith either' rules (rulesOf (U.map swap found))) == 2 * U.length found)
  where
    rules = rulesOf found
    either' (a, b) (a', b') = popCount (a .|. a') + popCount (b .|. b')

-- | How many of the pages have to come after each.
scores :: Rules -> U.Vector Int -> U.Vector Int
scores rules pages = U.map (\page -> common given (uncurry Pages (rules U.! page))) pages
  where
    !given = among pages

among :: U.Vector Int -> Pages
among = U.foldl' (\pages page -> pages <> only page) mempty

-- | Are there no cycles in a tournament with these scores?
isTransitive :: U.Vector Int -> Bool
isTransitive found = common (among found) (among (U.enumFromN 0 (U.length found))) == U.length found

update :: Rules -> U.Vector Int -> Maybe Update
update rules pages = do
  guard (odd size && isTransitive found)
  place <- U.elemIndex (size `quot` 2) found
  Just (Update (pages U.! place) (U.and (U.imap (\at score -> at + score + 1 == size) found)))
  where
    found = scores rules pages
    size = U.length pages

part1 :: V.Vector Update -> Int
part1 = V.sum . V.map middle . V.filter inOrder

part2 :: V.Vector Update -> Int
part2 = V.sum . V.map middle . V.filter (not . inOrder)
