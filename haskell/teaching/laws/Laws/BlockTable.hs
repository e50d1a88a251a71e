-- | Block tables: no block is lost, a prompt is its tokens one by one, and a fork that ends leaves nothing.
module Laws.BlockTable (laws) where

import Data.Foldable (toList)
import qualified Data.IntMap as IntMap
import Data.List (nub, sort)
import Teaching.BlockTable
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/block-table"
    [ testProperty "every block but 0 is free, or in a table, and never both" $
        forAll traces $ \trace ->
          let end = run trace
           in sort (toList (free end) <> nub (concatMap snd (held end))) === [1 .. blocks trace - 1],
      testProperty "a table is as long as its tokens need" $
        forAll traces $ \trace ->
          let fits (count, list) = (length list - 1) * size trace < count && count <= length list * size trace
           in all fits (held (run trace)),
      testProperty "only full blocks are in two tables, or those that nobody has written to since" $
        forAll traces $ \trace ->
          let ends = [(block, count) | (count, block : _) <- held (run trace), count `rem` size trace > 0]
           in [(a, b) | (a, m) <- ends, (b, n) <- ends, a == b, m /= n] === [],
      testProperty "a prompt is its first token, and then the others" $
        forAll traces $ \trace ->
          let ample = trace {blocks = 1000}
           in part2 ample === part2 ample {events = concatMap slowly (events trace)},
      testProperty "a fork that is freed at once leaves nothing" $
        forAll traces $ \trace ->
          part2 trace === part2 trace {events = concatMap (\one -> one : [event | Token request <- [one], event <- [Fork request 99, Free 99]]) (events trace)}
    ]
  where
    slowly (Prompt request count) = Prompt request 1 : replicate (count - 1) (Token request)
    slowly one = [one]

-- | Of each request, its tokens and its blocks from the last to the first.
held :: Pool -> [(Int, [Int])]
held end = [(tokens request, listed (table request)) | request <- IntMap.elems (requests end)]

-- | Of at most four requests.
traces :: Gen Trace
traces = Trace <$> choose (1, 4) <*> choose (1, 20) <*> (possible [] <$> listOf one)
  where
    request = choose (1, 4)
    one = oneof [Prompt <$> request <*> choose (1, 9), Token <$> request, Token <$> request, Fork <$> request <*> request, Free <$> request]

-- | Without what can't happen.
possible :: [Int] -> [Event] -> [Event]
possible _ [] = []
possible running (one : rest) = case one of
  Prompt new _ | new `notElem` running -> one : possible (new : running) rest
  Token old | old `elem` running -> one : possible running rest
  Fork old new | old `elem` running, new `notElem` running -> one : possible (new : running) rest
  Free old | old `elem` running -> one : possible (filter (/= old) running) rest
  _ -> possible running rest
